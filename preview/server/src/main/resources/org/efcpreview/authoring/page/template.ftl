[#-- Another template for a page or a component. label: what it is called; texts: what the keys begin with; back: a screen --]
[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("page.template.title", [label]) nav=nav]
<form method="post" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
[@parts.choose "template" offered chosen ui.get(texts + ".template.which") wrong /]
<p class="buttons">
<button class="main">${ui.get("page.template.submit")}</button>
<a class="button" href="${base}${back}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
