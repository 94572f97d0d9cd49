[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- When, as exactly as it is known: each date in an element of its own, a dash between two spoken as a word. --]
[#macro when date locale][#list date.parts(locale) as part][#if part.isTime()]<time datetime="${part.datetime()}">${part.text()}</time>[#elseif part.isSpokenOtherwise()]<span aria-hidden="true">${part.text()}</span><span class="hidden">${part.spoken()}</span>[#else]${part.text()}[/#if][/#list][/#macro]

[#-- Cancelled, postponed or moved: in words, since colour alone tells nobody who cannot see it. --]
[#macro status event]
[#if event.status() != "scheduled"]<strong class="status">${i18n['efc.status.' + event.status()]}</strong>[/#if]
[/#macro]

[#-- The working groups of an event, each as a link. --]
[#macro workPackages workPackages base]
[#list workPackages as workPackage]<a href="${base}/work-packages/${workPackage.slug()}.html"[@languages.lang workPackage.fallbacks() "title" /]>${workPackage.label()}</a>[#sep], [/#sep][/#list]
[/#macro]

[#-- Events of a list. Title, date and status are one heading, so that a screen reader says them in one stop. --]
[#macro list events locale base level="h3"]
<ul class="events">
[#list events as event]
<li>
<article>
<${level}><a href="${base}/events/${event.slug()}.html"><span class="title"[@languages.lang event.fallbacks() "title" /]>${event.title()}</span> <span class="when">[@when event.date() locale /]</span></a> [@status event /]</${level}>
[#if event.teaser()?has_content]
<p[@languages.lang event.fallbacks() "teaser" /]>${event.teaser()}</p>
[/#if]
<ul class="facts">
[#if event.kind()?has_content]
<li class="kind">${i18n['efc.kind.' + event.kind()]}</li>
[/#if]
[#if event.place().isKnown()]
<li class="place">[@languages.place event.place() locale.language /]</li>
[/#if]
[#if event.workPackages()?has_content]
<li class="work-packages">[@workPackages event.workPackages() base /]</li>
[/#if]
[#if event.closed()]
<li class="closed">${i18n['efc.closed']}</li>
[/#if]
</ul>
</article>
</li>
[/#list]
</ul>
[/#macro]

[#-- A list that may be past, present and future: a heading for each part that has anything. --]
[#macro listing listing locale base]
[#if listing.ongoing()?has_content]
<section aria-labelledby="ongoing">
<h2 id="ongoing">${i18n['efc.events.ongoing']}</h2>
[@list listing.ongoing() locale base /]
</section>
[/#if]
[#if listing.upcoming()?has_content]
<section aria-labelledby="upcoming">
<h2 id="upcoming">${i18n['efc.events.upcoming']}</h2>
[@list listing.upcoming() locale base /]
</section>
[/#if]
[#list listing.past() as year]
<section aria-labelledby="year-${year.number()}">
<h2 id="year-${year.number()}">${year.number()}</h2>
[@list year.events() locale base /]
</section>
[/#list]
[#if listing.undated()?has_content]
<section aria-labelledby="undated">
<h2 id="undated">${i18n['efc.events.undated']}</h2>
<p>${i18n['efc.events.undated.note']}</p>
[@list listing.undated() locale base /]
</section>
[/#if]
[/#macro]
