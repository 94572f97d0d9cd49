[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("page.template.title", [component.label()]) nav=nav]
<form method="post" action="${parts.at("/page/template", component.node().path)}" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
[@parts.choose "template" offered component.template() ui.get("page.add.template") wrong /]
<p class="buttons">
<button class="main">${ui.get("page.template.submit")}</button>
<a class="button" href="${parts.at("/page", page)}#${component.node().identifier}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
