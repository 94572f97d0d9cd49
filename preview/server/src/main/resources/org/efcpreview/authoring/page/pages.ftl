[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("pages.title")]
<div class="pages">
<div class="tree">
[#if addable]
<div class="tools">[@parts.go base + "/pages/add" ui.get("pages.add") "" /]</div>
[/#if]
[#if rows?has_content]
<div class="scroll" tabindex="0" role="region" aria-labelledby="pages-list">
<table>
<caption class="unseen" id="pages-list">${ui.get("pages.list")}</caption>
<thead><tr>
<th scope="col">${ui.get("pages.page")}</th>
<th scope="col">${ui.get("pages.template")}</th>
<th scope="col">${ui.get("pages.status")}</th>
<th scope="col">${ui.get("pages.changed")}</th>
</tr></thead>
<tbody>
[#list rows as row]
<tr[#if row.current()] class="current"[/#if]>
<th scope="row" class="level-${[row.level(), 6]?min}">
[#if row.level() > 1]<span class="unseen">${ui.get("pages.level", [row.level()])} </span>[/#if]<a href="${parts.at("/pages", row.path())}"[#if row.current()] aria-current="true"[/#if][#if row.parent()] aria-expanded="${row.open()?c}"[/#if]>[#if row.parent()]<span class="turn" aria-hidden="true"></span>[/#if]${row.title()}</a>
<code>${row.path()}</code>
</th>
<td>[#if !row.known()]<span class="problem">${ui.get("pages.template.unknown", [row.template()])}</span>[#else]${row.template()}[/#if]</td>
<td><span class="status ${row.deleted()?then("deleted", row.status())}">${row.deleted()?then(ui.get("pages.status.deleted"), ui.get("pages.status." + row.status()))}</span></td>
<td>${row.changed()}[#if row.changedBy()?has_content] <span class="quiet-text">${row.changedBy()}</span>[/#if]</td>
</tr>
[/#list]
</tbody>
</table>
</div>
[#else]
<p>${ui.get("pages.none")}</p>
[/#if]
</div>
[#if page??]
<div class="chosen" role="region" aria-labelledby="chosen">
<h2 id="chosen">${page.title()}</h2>
<p class="facts"><code>${page.path()}</code></p>
[#if page.deleted()]
<p class="warning">${ui.get("pages.deleted")}</p>
[#if writable]
<ul class="actions">
<li>[@parts.act "/pages/restore" ui.get("pages.restore") {"path": page.path()} page.title() /]</li>
<li>[@parts.act "/pages/publish-deletion" ui.get("pages.publish-deletion") {"path": page.path()} page.title() "danger" /]</li>
</ul>
[/#if]
[#else]
<ul class="actions">
[#if writable]
<li>[@parts.go parts.at("/page", page.path()) ui.get("pages.edit") page.title() "button main" /]</li>
[#if properties]<li>[@parts.go parts.at("/page/properties", page.path()) ui.get("page.properties") page.title() /]</li>[/#if]
[#else]
<li>[@parts.go parts.at("/page", page.path()) ui.get("pages.look") page.title() /]</li>
[/#if]
<li>[@parts.go request.http().contextPath() + page.path()?url_path("UTF-8") + ".html?mgnlPreview=true" ui.get("pages.preview") page.title() /]</li>
[#if page.status() != "unpublished"]<li>[@parts.go page.path()?url_path("UTF-8") + ".html" ui.get("pages.public") page.title() /]</li>[/#if]
[#if writable]
<li>[@parts.go base + "/pages/add?parent=" + page.path()?url_path("UTF-8") ui.get("pages.add-below") page.title() /]</li>
<li>[@parts.go parts.at("/pages/rename", page.path()) ui.get("pages.rename") page.title() /]</li>
<li>[@parts.go parts.at("/pages/move", page.path()) ui.get("pages.move") page.title() /]</li>
<li>[@parts.act "/pages/duplicate" ui.get("page.duplicate") {"path": page.path()} page.title() /]</li>
<li>[@parts.go parts.at("/pages/template", page.path()) ui.get("page.template") page.title() /]</li>
[#if publishable]
<li>[@parts.act "/pages/publish" ui.get("pages.publish") {"path": page.path()} page.title() /]</li>
[#if page.parent()]<li>[@parts.act "/pages/publish-all" ui.get("pages.publish-all") {"path": page.path()} page.title() /]</li>[/#if]
[#else]
<li class="quiet-text">${ui.get("problem.page-parent.text")}</li>
[/#if]
[#if page.status() != "unpublished"]<li>[@parts.act "/pages/unpublish" ui.get("pages.unpublish") {"path": page.path()} page.title() /]</li>[/#if]
<li>[@parts.go parts.at("/pages/delete", page.path()) ui.get("pages.delete") page.title() "button danger" /]</li>
[/#if]
</ul>
[/#if]
</div>
[/#if]
</div>
[/@layout.page]
