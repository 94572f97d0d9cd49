[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if deleted]<p class="problems">${ui.get("browser.deletedText")}</p>[/#if]
<dl class="browser-facts">
[#list facts as fact]
[#if fact.cell().text()?has_content]
<div><dt>${fact.label()}</dt><dd>[@parts.cell fact.cell() /]</dd></div>
[/#if]
[/#list]
</dl>
[#if groups?has_content]
<form class="browser-bar" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${path}">
[#list groups as group]
<span class="browser-group">[#list group as command][@parts.command command /]
[/#list]</span>
[/#list]
</form>
[#else]
<p>${ui.get("browser.noActions")}</p>
[/#if]
<p><a href="${back}">${ui.get("browser.back")}</a></p>
[/@layout.page]
