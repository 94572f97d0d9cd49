[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if message?has_content]<p>${message}</p>[/#if]
[@parts.listed items /]
[#if uses?has_content]
<div class="warning">
<h2>${ui.get("browser.confirm.used", [uses?size])}</h2>
[@parts.used uses /]
</div>
[/#if]
[#if below > 0]<p>${ui.get("browser.below", [below])}</p>[/#if]
<form class="browser-bar" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
[@parts.sent items /]
<button class="danger" name="action" value="${action}">${proceed}</button>
<a class="button" href="${nav[0].href}">${cancel}</a>
</form>
[/@layout.page]
