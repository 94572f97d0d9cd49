[#import "/layout.ftl" as layout]
[@layout.page title=ui.get("launcher.title")]
<ul>
[#list tiles as tile]
<li><a href="${visit.address("/app/" + tile.name())}">${tile.label()}</a></li>
[/#list]
</ul>
[/@layout.page]
