[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if problem?has_content][@parts.problem problem /][/#if]
[#if label?has_content]<p>${label}</p>[/#if]
<p>${ui.get("browser.move.what")}</p>
[@parts.listed items /]
<form method="post" action="${address}/move">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="action" value="${action}">
[@parts.sent items /]
<fieldset class="browser-targets">
<legend>${ui.get("browser.move.where")}</legend>
<div class="target depth-0">
<input type="radio" name="target" id="target" value="${root}"[#if root == target] checked[/#if]>
<label for="target">${rootLabel}</label>
</div>
[#list targets as option]
<div class="target depth-${[option.depth() + 1, 8]?min}">
<input type="radio" name="target" id="target${option?index}" value="${option.path()}"[#if option.path() == target] checked[/#if]>
<label for="target${option?index}">${option.title()}</label>
[#if option.folder() && !option.open()]<a href="${self}&open=${option.path()?url_path("UTF-8")}" aria-label="${ui.get("browser.open", [option.title()])}">${ui.get("browser.move.open")}</a>[/#if]
</div>
[/#list]
</fieldset>
[#if more > 0]<p><a href="${self}&page=${more?c}">${ui.get("browser.showMore")}</a></p>[/#if]
<p class="browser-bar">
<button name="place" value="inside">${ui.get("browser.move.inside")}</button>
[#if beside]
<button name="place" value="before">${ui.get("browser.move.before")}</button>
<button name="place" value="after">${ui.get("browser.move.after")}</button>
[/#if]
<a class="button" href="${nav[0].href}">${ui.get("browser.cancel")}</a>
</p>
</form>
[/@layout.page]
