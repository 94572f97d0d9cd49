[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]

[#macro option value label chosen]
<option value="${value}"[#if value == chosen] selected[/#if]>${label}</option>
[/#macro]

[#assign app = here.app()]
[@layout.page title=title]
[#if trouble??]
[@parts.problem trouble]
[#if offer??]
<form method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${parent}">
<button name="action" value="${offer.name()}">${ui.get("browser.publishFirst", [parent])}</button>
</form>
[/#if]
[/@parts.problem]
[/#if]
[#if missing]
<p>${ui.get("browser.missing")}</p>
[#else]
<div class="browser-tools">
[#if app.views()?size > 1]
<nav class="browser-views" aria-label="${ui.get("browser.views")}">
<ul>
[#list app.views() as other]
<li><a href="${here.at(location.viewedAs(other))}"[#if other.name() == view.name()] aria-current="true"[/#if]>${ui.get("browser.view." + other.tree()?then("tree", "list"))}</a></li>
[/#list]
</ul>
</nav>
[/#if]
[#if app.browser().object("workbench").objects("extensionViews")?has_content]
<form class="browser-search" method="get" action="${address}" role="search">
<label for="q">${ui.get("browser.search")}</label>
<input id="q" name="q" type="search" value="${location.first("q")}">
<button>${ui.get("browser.search.go")}</button>
</form>
[/#if]
[#if !view.tree() && view.columns()?filter(c -> c.filter() != "NONE")?has_content]
<details class="browser-filters"[#if location.searching()] open[/#if]>
<summary>${ui.get("browser.filters")}</summary>
<form method="get" action="${address}">
[#list ["view", "q", "sort"] as kept]
[#if location.first(kept)?has_content]<input type="hidden" name="${kept}" value="${location.first(kept)}">[/#if]
[/#list]
<div class="browser-filter-fields">
[#list view.columns() as column]
[#if column.filter() != "NONE"]
<p>
<label for="f-${column?index}">${here.labels().of(column.settings())}</label>
[#if column.filter() == "TEXT"]
<input id="f-${column?index}" name="f.${column.name()}" value="${location.filter(column)}">
[#else]
<select id="f-${column?index}" name="f.${column.name()}">
<option value="">${ui.get("browser.any")}</option>
[#if column.filter() == "STATUS"]
[#list ["published", "modified", "unpublished"] as status]
[@option status ui.get("browser.status." + status) location.filter(column) /]
[/#list]
[/#if]
[#list column.settings().object("filterComponent/datasource").objects("options") as choice]
[@option choice.text("value") here.labels().of(choice) location.filter(column) /]
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
</div>
[#if location.searching()]
<p class="browser-found">${ui.get("browser.found", [shown.total()])} <a href="${here.at(location.cleared())}">${ui.get("browser.clear")}</a></p>
[/#if]
[#if bar?has_content || shown.items()?has_content]
<form class="browser-content" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="current" value="${place}">
<fieldset class="browser-bar">
<legend>[#if placeTitle?has_content]${ui.get("browser.at", [placeTitle])}[#else]${ui.get("browser.atRoot")}[/#if]</legend>
[#list bar as group]<span class="browser-group">[#list group as command][@parts.command command /][/#list]</span>
[/#list]
[#if shown.items()?filter(item -> !selected?seq_contains(item.path()))?has_content]<a href="${here.at(location.with("select", "all"))}">${ui.get("browser.selectAll")}</a>[#elseif shown.items()?has_content]<a href="${here.at(location.with("select"))}">${ui.get("browser.selectNone")}</a>[/#if]
</fieldset>
[#if shown.items()?has_content]
<div class="scroll" tabindex="0" role="region" aria-label="${ui.get("browser.table", [title])}">
<table class="browser-table">
<thead>
<tr>
<th scope="col"><span class="unseen">${ui.get("browser.selection")}</span></th>
[#list view.columns() as column]
[#if view.tree() || !column.sortable()]
<th scope="col">${here.labels().of(column.settings())}</th>
[#else]
<th scope="col" aria-sort="${location.order(column)}"><a href="${here.at(location.sortedBy(column))}">${here.labels().of(column.settings())}[#if location.order(column) == "ascending"] <span aria-hidden="true">↑</span>[#elseif location.order(column) == "descending"] <span aria-hidden="true">↓</span>[/#if]</a></th>
[/#if]
[/#list]
<th scope="col"><span class="unseen">${ui.get("browser.more")}</span></th>
</tr>
</thead>
<tbody>
[#list shown.items() as item]
<tr class="[#if item.path() == place]current [/#if][#if item.node().isNodeType("mgnl:deleted")]deleted[/#if]"[#if item.path() == place] aria-current="true"[/#if]>
<td class="tick"><input type="checkbox" id="i${item?index}" name="item" value="${item.path()}" aria-label="${ui.get("browser.select", [item.title()])}"[#if selected?seq_contains(item.path())] checked[/#if]></td>
[#list view.columns() as column]
[#assign cell = here.items().cell(item.node(), column)]
[#if column?is_first]
<th scope="row" class="title depth-${[item.depth(), 8]?min}">
<span class="line">[#if view.tree()][#if item.folder()]<a class="toggle" id="t${item?index}" href="${here.at(location.toggled(item, open, place))}#t${item?index}" aria-label="${ui.get(item.open()?then("browser.close", "browser.open"), [item.title()])}"><span aria-hidden="true">${item.open()?then("▾", "▸")}</span></a>[#else]<span class="toggle"></span>[/#if][/#if]
[#if item.picture()?has_content]<img src="${request.contextPath()}${item.picture()}" alt="" loading="lazy">[/#if]
<a class="name" href="${here.link(item, view, location)}">${cell.text()?has_content?then(cell.text(), item.title())}</a>[#if item.node().isNodeType("mgnl:deleted")] <span class="mark">${ui.get("browser.isDeleted")}</span>[/#if]</span></th>
[#else]
<td class="${cell.kind()}[#if column.broad()] broad[/#if]"[#if cell.text()?has_content] data-label="${here.labels().of(column.settings())}"[/#if]>[@parts.cell cell /]</td>
[/#if]
[/#list]
<td class="more"><a href="${here.more(item, location)}" aria-label="${ui.get("browser.moreOf", [item.title()])}">${ui.get("browser.more")}</a></td>
</tr>
[/#list]
</tbody>
</table>
</div>
[/#if]
</form>
[/#if]
[#if !shown.items()?has_content]<p>${ui.get("browser.nothing")}</p>[/#if]
[#if view.tree() && shown.pages() > shown.page()]
<p><a href="${here.at(location.with("page", shown.pages()?c).with("select"))}">${ui.get("browser.showMore")}</a></p>
[#elseif shown.pages() > 1 && !view.tree()]
<nav class="browser-pages" aria-label="${ui.get("browser.pages")}">
<ul>
[#list 1..shown.pages() as number]
<li><a href="${here.at(location.with("page", number?c).with("select"))}"[#if number == shown.page()] aria-current="page"[/#if]>${number}</a></li>
[/#list]
</ul>
</nav>
[/#if]
[/#if]
[/@layout.page]
