[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title]
[#if trouble??]
[@parts.problem trouble.text()]
[#if trouble.offer().isPresent()]
<form method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${trouble.offeredFor()}">
[@parts.command trouble.offer().get() /]
</form>
[/#if]
[/@parts.problem]
[/#if]
[#if missing]
<p>${ui.get("browser.missing")}</p>
[#else]
<div class="browser-tools">
[#if views?has_content]
<nav class="browser-views" aria-label="${ui.get("browser.views")}">
<ul>
[#list views as view]
<li><a href="${view.href()}"[#if view.current()] aria-current="true"[/#if]>${view.label()}</a></li>
[/#list]
</ul>
</nav>
[/#if]
[#if search]
<form class="browser-search" method="get" action="${address}" role="search">
<label for="q">${ui.get("browser.search")}</label>
<input id="q" name="q" type="search" value="${q}">
<button>${ui.get("browser.search.go")}</button>
</form>
[/#if]
</div>
[#if searching]
<p class="browser-found">${ui.get("browser.found", [total])} <a href="${clear}">${ui.get("browser.clear")}</a></p>
[/#if]
[#if here?has_content]
<form class="browser-bar" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${placePath}">
<fieldset>
<legend>[#if place?has_content]${ui.get("browser.at", [place])}[#else]${ui.get("browser.atRoot")}[/#if]</legend>
[#list here as group]<span class="browser-group">[#list group as command][@parts.command command /][/#list]</span>
[/#list]
</fieldset>
</form>
[/#if]
[#if !tree && columns?filter(c -> c.filter() != "none")?has_content]
<details class="browser-filters"[#if searching] open[/#if]>
<summary>${ui.get("browser.filters")}</summary>
<form method="get" action="${address}">
[#list views?filter(v -> v.current()) as view]<input type="hidden" name="view" value="list">[/#list]
[#if q?has_content]<input type="hidden" name="q" value="${q}">[/#if]
[#if sort?has_content]<input type="hidden" name="sort" value="${sort}">[/#if]
<div class="browser-filter-fields">
[#list columns as column]
[#if column.filter() != "none"]
<p>
<label for="f-${column?index}">${column.label()}</label>
[#if column.filter() == "text"]
<input id="f-${column?index}" name="f.${column.name()}" value="${column.value()}">
[#else]
<select id="f-${column?index}" name="f.${column.name()}">
<option value="">${ui.get("browser.any")}</option>
[#list column.options() as option]
<option value="${option.value()}"[#if option.value() == column.value()] selected[/#if]>${option.label()}</option>
[/#list]
</select>
[/#if]
</p>
[/#if]
[/#list]
</div>
<button>${ui.get("browser.filter")}</button>
</form>
</details>
[/#if]
[#if rows?has_content]
<form class="browser-content" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<div class="browser-bar">
<fieldset>
<legend>${ui.get("browser.selected")}</legend>
[#list several as command][@parts.command command /]
[/#list]
[#if allSelected]<a href="${selectNone}">${ui.get("browser.selectNone")}</a>[#else]<a href="${selectAll}">${ui.get("browser.selectAll")}</a>[/#if]
</fieldset>
</div>
<div class="scroll" tabindex="0" role="region" aria-label="${ui.get("browser.table", [title])}">
<table class="browser-table">
<thead>
<tr>
<th scope="col"><span class="unseen">${ui.get("browser.selection")}</span></th>
[#list columns as column]
<th scope="col"[#if column.order()?has_content] aria-sort="${column.order()}"[/#if]>[#if column.sort()?has_content]<a href="${column.sort()}">${column.label()}[#if column.order() == "ascending"] <span aria-hidden="true">↑</span>[#elseif column.order() == "descending"] <span aria-hidden="true">↓</span>[/#if]</a>[#else]${column.label()}[/#if]</th>
[/#list]
<th scope="col"><span class="unseen">${ui.get("browser.more")}</span></th>
</tr>
</thead>
<tbody>
[#list rows as row]
<tr class="[#if row.current()]current [/#if][#if row.deleted()]deleted[/#if]"[#if row.current()] aria-current="true"[/#if]>
<td class="tick"><input type="checkbox" id="i${row?index}" name="item" value="${row.path()}" aria-label="${ui.get("browser.select", [row.title()])}"[#if row.selected()] checked[/#if]></td>
[#list row.cells() as cell]
[#if cell.kind() == "title"]
<th scope="row" class="title depth-${[row.depth(), 8]?min}">
<span class="line">[#if tree][#if row.toggle()?has_content]<a class="toggle" id="t${row?index}" href="${row.toggle()}#t${row?index}" aria-label="${ui.get(row.open()?then("browser.close", "browser.open"), [row.title()])}"><span aria-hidden="true">${row.open()?then("▾", "▸")}</span></a>[#else]<span class="toggle"></span>[/#if][/#if]
<a class="name" href="${row.link()}">${cell.text()}</a>[#if row.deleted()] <span class="mark">${ui.get("browser.isDeleted")}</span>[/#if]</span></th>
[#else]
<td class="${cell.kind()}[#if columns[cell?index].broad()] broad[/#if]">[@parts.cell cell /]</td>
[/#if]
[/#list]
<td class="more"><a href="${row.more()}" aria-label="${ui.get("browser.moreOf", [row.title()])}">${ui.get("browser.more")}</a></td>
</tr>
[/#list]
</tbody>
</table>
</div>
</form>
[#else]
<p>${ui.get("browser.nothing")}</p>
[/#if]
[#if pages?has_content]
<nav class="browser-pages" aria-label="${ui.get("browser.pages")}">
<ul>
[#list pages as link]
<li><a href="${link.href()}"[#if link.current()] aria-current="page"[/#if]>${link.label()}</a></li>
[/#list]
</ul>
</nav>
[/#if]
[/#if]
[/@layout.page]
