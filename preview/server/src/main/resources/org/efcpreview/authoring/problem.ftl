[#import "/layout.ftl" as layout]
[@layout.page title=ui.get("problem." + key + ".title")]
<p>${ui.get("problem." + key + ".text")}</p>
<p><a href="${base}">${ui.get("problem.to-launcher")}</a></p>
[/@layout.page]
