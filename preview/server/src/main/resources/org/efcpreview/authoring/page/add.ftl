[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("page.add.title", [area.label()]) nav=nav]
<form method="post" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
[@parts.choose "template" offered chosen ui.get("page.template.which") wrong /]
[#if area.components()?has_content]
<fieldset>
<legend>${ui.get("page.add.position")}</legend>
<div class="choice"><input type="radio" name="position" id="position-top" value="top"[#if first] checked[/#if]> <label for="position-top">${ui.get("page.add.top")}</label></div>
<div class="choice"><input type="radio" name="position" id="position-bottom" value="bottom"[#if !first] checked[/#if]> <label for="position-bottom">${ui.get("page.add.bottom")}</label></div>
</fieldset>
[/#if]
<p class="buttons">
<button class="main">${ui.get("page.add.submit")}</button>
<a class="button" href="${parts.at("/page", page)}#${area.id()}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
