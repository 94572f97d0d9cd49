[#import "/layout.ftl" as layout]
[@layout.page title=ui.get(error + ".title")]
<p>${ui.get(error + ".text")}</p>
[#if detail?has_content]
<pre>${detail}</pre>
[/#if]
<p><a href="${base}">${ui.get("problem.to-launcher")}</a></p>
[/@layout.page]
