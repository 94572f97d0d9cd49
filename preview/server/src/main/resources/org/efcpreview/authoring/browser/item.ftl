[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[#import "/asset/parts.ftl" as assets]
[@layout.page title=title nav=nav]
[#if node.isNodeType("mgnl:deleted")]<p class="problems">${ui.get("browser.deletedText")}</p>[/#if]
<dl class="browser-facts">
[#list columns as column]
[#assign cell = here.items().cell(node, column)]
[#if cell.text()?has_content]
<div><dt>${here.labels().of(column.settings())}</dt><dd>[@parts.cell cell /]</dd></div>
[/#if]
[/#list]
</dl>
[#if asset??][@assets.facts asset /][/#if]
[#if groups?has_content]
<form class="browser-bar" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${node.path}">
[#list groups as group]
<span class="browser-group">[#list group as command][@parts.command command /]
[/#list]</span>
[/#list]
</form>
[#else]
<p>${ui.get("browser.noActions")}</p>
[/#if]
<section aria-labelledby="used">
<h2 id="used">${ui.get("asset.used")}</h2>
[#if uses?has_content][@parts.used uses /][#else]<p>${ui.get("asset.used.not")}</p>[/#if]
</section>
<p><a href="${nav[0].href}">${ui.get("browser.back")}</a></p>
[/@layout.page]
