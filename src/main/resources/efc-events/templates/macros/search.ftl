[#ftl output_format="HTML"]
[#-- What a value is called: as the archive calls it or, where that is the same in every archive, as the texts do. --]
[#macro value parameter name label][#if label?has_content]${label}[#elseif parameter == "kind"]${i18n['efc.kind.' + name]}[#else]${i18n[{"undated": "efc.events.undated", "open": "efc.search.open", "closed": "efc.closed", "upcoming": "efc.search.upcoming", "ongoing": "efc.events.ongoing", "past": "efc.search.past"}[name]]}[/#if][/#macro]

[#-- What a filter is called. --]
[#macro called parameter][#switch parameter][#case "year"]${i18n['efc.search.year']}[#break][#case "workPackage"]${i18n['efc.search.workPackage']}[#break][#case "kind"]${i18n['efc.event.kind']}[#break][#case "place"]${i18n['efc.event.place']}[#break][#case "session"]${i18n['efc.search.session']}[#break][#case "phase"]${i18n['efc.search.phase']}[#break][#case "from"]${i18n['efc.search.from']}[#break][#case "to"]${i18n['efc.search.to']}[#break][#case "speaker"]${i18n['efc.search.speaker']}[#break][#default]${i18n['efc.search.words']}[/#switch][/#macro]

[#-- The form: words to look for, from when to when, and the values of each filter but the year, which has links of its own, and of speakers, who are chosen elsewhere. --]
[#macro form found address]
[#local period = found.filter().period() /]
<form class="search" role="search" method="get" action="${address}" aria-label="${i18n['efc.search.label']}">
[#list found.facet("year").chosen() as year]
<input type="hidden" name="year" value="${year}">
[/#list]
[#list found.filter().speakers() as speaker]
<input type="hidden" name="speaker" value="${speaker}">
[/#list]
<div class="words">
<label for="search-words">${i18n['efc.search.words']}</label>
<input type="search" id="search-words" name="q" value="${found.filter().terms().typed()}" maxlength="200" autocomplete="off" aria-describedby="search-hint">
<p class="hint" id="search-hint">${i18n['efc.search.hint']}</p>
</div>
<fieldset class="dates">
<legend class="hidden">${i18n['efc.search.dates']}</legend>
[@date "from" period.from().typed() wrongDate(period, "from") /]
[@date "to" period.to().typed() wrongDate(period, "to") /]
<p class="hint" id="search-dates-hint">${i18n['efc.search.dates.hint']}</p>
</fieldset>
<fieldset class="choices">
<legend class="hidden">${i18n['efc.search.filters']}</legend>
[#list ["phase", "workPackage", "kind", "place", "session"] as field]
[#local facet = found.facet(field)]
[#local choices = offered(facet)]
[#if choices?has_content]
<details>
<summary><span>[@called field /]</span>[#if facet.isUsed()] <span class="number" aria-hidden="true">${facet.chosen()?size?c}</span><span class="hidden">${i18n.get('efc.search.chosen', [facet.chosen()?size])}</span>[/#if]</summary>
<ul aria-label="[@called field /]">
[#list choices as choice]
<li><label><input type="checkbox" name="${field}" value="${choice.name()}"[#if choice.chosen()] checked[/#if]> <span>[@value field choice.name() choice.label()!"" /] (${choice.count()?c})</span></label></li>
[/#list]
</ul>
</details>
[/#if]
[/#list]
</fieldset>
<button>${i18n['efc.search.submit']}</button>
</form>
[/#macro]

[#-- A field for one end of the time within which events are looked for. --]
[#macro date name typed wrong]
<div>
<label for="search-${name}">[@called name /]</label>
<input type="text" id="search-${name}" name="${name}" value="${typed}" autocomplete="off" aria-describedby="[#if wrong?has_content]search-${name}-wrong [/#if]search-dates-hint"[#if wrong?has_content] aria-invalid="true"[/#if]>
[#if wrong?has_content]
<p class="wrong" id="search-${name}-wrong">${wrong}</p>
[/#if]
</div>
[/#macro]

[#-- What is wrong with one end of it; empty if nothing is. --]
[#function wrongDate period name]
[#local date = (name == "from")?then(period.from(), period.to()) /]
[#if date.isWrong()][#return i18n['efc.search.date.wrong'] /][/#if]
[#if name == "to" && period.isReversed()][#return i18n.get('efc.search.date.reversed', [period.from().typed()]) /][/#if]
[#return "" /]
[/#function]

[#-- What is worth choosing: what would give something, and what is chosen. --]
[#function offered facet][#return facet.choices()?filter(choice -> choice.count() > 0 || choice.chosen()) /][/#function]

[#-- A link for each year. --]
[#macro years facet address]
[#local choices = offered(facet)]
[#if choices?has_content]
<nav class="years" aria-label="${i18n['efc.search.years']}">
<ul>
<li><a href="${address}${facet.query()}"[#if !facet.isUsed()] aria-current="true"[/#if]>${i18n['efc.search.years.all']} [@gives facet.count() /]</a></li>
[#list choices as choice]
<li><a href="${address}${choice.query()}"[#if choice.chosen()] aria-current="true"[/#if]>[@value "year" choice.name() choice.label()!"" /] [@gives choice.count() /]</a></li>
[/#list]
</ul>
</nav>
[/#if]
[/#macro]

[#-- A number to see, and what it counts to hear. --]
[#macro gives count]<span class="number" aria-hidden="true">${count?c}</span><span class="hidden">${i18n.get('efc.search.gives', [count])}</span>[/#macro]

[#-- How many were found; which filters are in use, each with a link that takes it away; help where nothing was found. --]
[#macro summary found address]
[#if found.filter().isEmpty()]
<p class="count" role="status">${i18n.get('efc.events.count', [found.total()])}</p>
[#else]
<p class="count" role="status">${i18n.get('efc.search.found', [found.total(), found.archiveSize()])}</p>
<ul class="used" aria-label="${i18n['efc.search.used']}">
[#list found.activeFilters() as filter]
<li><a href="${address}${filter.query()}"><span class="hidden">${i18n['efc.search.remove']} </span><span class="filter">[@called filter.parameter() /]</span> [@value filter.parameter() filter.name() filter.label()!"" /] <span class="cross" aria-hidden="true">×</span></a></li>
[/#list]
<li><a class="all" href="${address}">${i18n['efc.search.clear']}</a></li>
</ul>
[#if found.total() == 0]
[#local fewer = found.activeFilters()?filter(filter -> filter.count() > 0) /]
<div class="nothing">
[#if fewer?has_content || found.suggestions()?has_content]
<p>${i18n['efc.search.nothing.help']}</p>
<ul>
[#list found.suggestions() as suggestion]
<li><a href="${address}${suggestion.query()}">${i18n['efc.search.only']} <q>${suggestion.word()}</q></a> – ${i18n.get('efc.search.gives', [suggestion.count()])}</li>
[/#list]
[#list fewer as filter]
<li><a href="${address}${filter.query()}">${i18n[(filter.parameter() == 'q')?then('efc.search.without.words', 'efc.search.without')]} <q>[#if filter.parameter() == "from" || filter.parameter() == "to"][@called filter.parameter() /] [/#if][@value filter.parameter() filter.name() filter.label()!"" /]</q></a> – ${i18n.get('efc.search.gives', [filter.count()])}</li>
[/#list]
</ul>
[#else]
<p><a href="${address}">${i18n['efc.missing.link']}</a></p>
[/#if]
</div>
[/#if]
[/#if]
[/#macro]

[#-- Links to the pages of a long result. --]
[#macro pager pages address]
[#if pages.count() > 1]
<nav class="pages" aria-label="${i18n['efc.search.pages']}">
<ul>
[#if pages.previous()??]
<li><a rel="prev" href="${address}${pages.previous()}">${i18n['efc.search.previous']}</a></li>
[/#if]
[#list pages.links() as link]
[#if link.afterGap()]
<li aria-hidden="true">…</li>
[/#if]
<li><a href="${address}${link.query()}"[#if link.current()] aria-current="page"[/#if]><span class="hidden">${i18n['efc.search.page']} </span>${link.number()?c}</a></li>
[/#list]
[#if pages.next()??]
<li><a rel="next" href="${address}${pages.next()}">${i18n['efc.search.next']}</a></li>
[/#if]
</ul>
</nav>
[/#if]
[/#macro]
