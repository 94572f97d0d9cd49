[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/brief.ftl" as brief]
[#import "/efc-events/templates/macros/check.ftl" as check]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/search.ftl" as search]
[#if pageModel??]
[#assign workPackage = pageModel.subject().workPackage() /]
[#assign work = pageModel.subject().report() /]
[@layout.page title=workPackage.label() language=language base=base current="work-packages" description=(workPackage.description().beginning())!"" data=pageModel.data()!"" path=pageModel.subject().path() + ".html" query=work.pages().filter().query() feeds=feeds.of(pageModel, workPackage.label())]
<h1[@languages.lang workPackage.fallbacks() "title" /]>${workPackage.label()}</h1>
[#if check.editing][@check.address archive.desk().addresses().namesake(workPackage.id())!"" /][/#if]
[#if workPackage.lead()?has_content || workPackage.periodStart()?has_content || workPackage.periodEnd()?has_content]
<dl class="facts">
[#if workPackage.lead()?has_content]
<div><dt>${i18n['efc.workPackage.lead']}</dt><dd[@languages.lang workPackage.fallbacks() "lead" /]>${workPackage.lead()}</dd></div>
[/#if]
[#if workPackage.periodStart()?has_content]
<div><dt>${i18n['efc.workPackage.from']}</dt><dd>${workPackage.startInWords(locale)}</dd></div>
[/#if]
[#if workPackage.periodEnd()?has_content]
<div><dt>${i18n['efc.workPackage.until']}</dt><dd>${workPackage.endInWords(locale)}</dd></div>
[/#if]
</dl>
[/#if]
[#if workPackage.description()??]
[@languages.rich workPackage.description() base /]
[/#if]
<p class="count">${i18n.get('efc.events.count', [work.total()])}</p>
[#if work.kinds()?has_content]
<section aria-labelledby="kinds">
<h2 id="kinds">${i18n['efc.workPackage.kinds']}</h2>
<ul class="kinds">
[#list work.kinds() as counted]
<li>${i18n['efc.kind.' + counted.kind()]} <span class="number">${counted.count()?c}</span></li>
[/#list]
</ul>
</section>
[/#if]
[#if work.timeline()?has_content]
<section aria-labelledby="timeline">
<h2 id="timeline">${i18n['efc.workPackage.timeline']}</h2>
<ol class="timeline">
[#list work.timeline() as year]
<li>
<h3>${year.number()} <span class="count">${i18n.get('efc.events.count', [year.count()])}</span></h3>
<ol>
[#list year.events() as event]
[#assign phase = archive.phase(event).name() /]
<li class="${phase?lower_case}">[@brief.link event locale base /][#if ["cancelled", "postponed"]?seq_contains(event.status())][#-- It will not be, or not then. --][#elseif phase == "ONGOING"] <span class="phase">${i18n['efc.events.ongoing']}</span>[#elseif phase == "UPCOMING"] <span class="phase">${i18n['efc.event.upcoming']}</span>[/#if]</li>
[/#list]
</ol>
</li>
[/#list]
</ol>
</section>
[/#if]
[#if work.undated()?has_content]
<section aria-labelledby="undated">
<h2 id="undated">${i18n['efc.events.undated']}</h2>
<ul class="brief">
[#list work.undated() as event]
<li>[@brief.link event locale base /]</li>
[/#list]
</ul>
</section>
[/#if]
[@files.outputs i18n['efc.workPackage.outputs'] work.outputs() locale base /]
[#if work.people()?has_content]
<section aria-labelledby="people">
<h2 id="people">${i18n['efc.workPackage.people']}</h2>
<ul class="brief people">
[#list work.people() as person]
<li><a href="${base}/speakers/${person.slug()}.html">${person.fullName()}</a></li>
[/#list]
</ul>
</section>
[/#if]
[@search.pager work.pages() base + pageModel.subject().path() + ".html" /]
[@feeds.subscribe pageModel /]
<p class="back"><a href="${base}/work-packages.html">${i18n['efc.workPackage.back']}</a></p>
[/@layout.page]
[/#if]
