[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("page.template.title", [pageTitle]) nav=nav]
<form method="post" action="${base}${address}" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
[@parts.choose "template" offered template ui.get("pages.template") wrong?has_content /]
<p class="buttons">
<button class="main">${ui.get("page.template.submit")}</button>
<a class="button" href="${base}${back}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
