[#import "/bare.ftl" as bare]
[@bare.page title=ui.get(error + ".title") width="50em"]
<p>${ui.get(error + ".text")}</p>
[#if detail?has_content]
<pre>${detail}</pre>
[/#if]
[/@bare.page]
