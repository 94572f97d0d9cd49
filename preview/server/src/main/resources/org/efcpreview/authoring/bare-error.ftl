[#import "/bare.ftl" as bare]
[@bare.page title=ui.get(error + ".title")]
<p>${ui.get(error + ".text")}</p>
[#if detail?has_content]
<pre>${detail}</pre>
[/#if]
[/@bare.page]
