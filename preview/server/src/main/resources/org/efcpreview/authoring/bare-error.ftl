[#import "/bare.ftl" as bare]
[@bare.page title=error.title() width="50em"]
<p>${error.text()}</p>
[#if detail?has_content]
<pre>${detail}</pre>
[/#if]
[/@bare.page]
