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

[#-- A text in which the words that a visitor looked for are marked; words may be empty. --]
[#macro marked text words][#if words?has_content][@pieces words.pieces(text) /][#else]${text}[/#if][/#macro]
[#macro pieces pieces][#list pieces as piece][#if piece.found()]<mark>${piece.text()}</mark>[#else]${piece.text()}[/#if][/#list][/#macro]

[#--
  Events of a list. Title, date and status are one heading, so that a screen reader says them in one stop.
    found  what a search has found, which these are a part of; empty if they are no search's
--]
[#macro list events locale base level="h3" found={}]
[#local words = (found.filter().terms())!"" /]
<ul class="events">
[#list events as event]
<li>
<article>
<${level}><a href="${base}/events/${event.slug()}.html"><span class="title"[@languages.lang event.fallbacks() "title" /]>[@marked event.title() words /]</span> <span class="when">[@when event.date() locale /]</span></a> [@status event /]</${level}>
[#if event.teaser()?has_content]
<p[@languages.lang event.fallbacks() "teaser" /]>[@marked event.teaser() words /]</p>
[/#if]
[#if found?has_content]
[#list found.excerpts(event.id()) as excerpt]
<p class="excerpt"[#if (excerpt.language()!"")?has_content] lang="${excerpt.language()}"[/#if]>[@pieces excerpt.pieces() /]</p>
[/#list]
[/#if]
<ul class="facts">
[#if event.kind()?has_content]
<li class="kind">${i18n['efc.kind.' + event.kind()]}</li>
[/#if]
[#if event.place().isKnown()]
<li class="place">[#list event.place().parts(locale.toLanguageTag()) as part][#if (part.language()!"")?has_content]<span lang="${part.language()}">[@marked part.text() words /]</span>[#else][@marked part.text() words /][/#if][#sep], [/#sep][/#list]</li>
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

[#-- A page of what was found: a heading for each part that has anything, with how many there are on all pages. --]
[#macro listing found locale base]
[#local listing = found.listing() /]
[#if listing.ongoing()?has_content]
<section aria-labelledby="ongoing">
<h2 id="ongoing">${i18n['efc.events.ongoing']}</h2>
[@list listing.ongoing() locale base "h3" found /]
</section>
[/#if]
[#if listing.upcoming()?has_content]
<section aria-labelledby="upcoming">
<h2 id="upcoming">${i18n['efc.events.upcoming']}</h2>
[@list listing.upcoming() locale base "h3" found /]
</section>
[/#if]
[#list listing.past() as year]
<section aria-labelledby="year-${year.number()}">
<h2 id="year-${year.number()}">${year.number()} <span class="count">${i18n.get('efc.events.count', [found.pastIn(year.number())])}</span></h2>
[@list year.events() locale base "h3" found /]
</section>
[/#list]
[#if listing.undated()?has_content]
<section aria-labelledby="undated">
<h2 id="undated">${i18n['efc.events.undated']}</h2>
<p>${i18n['efc.events.undated.note']}</p>
[@list listing.undated() locale base "h3" found /]
</section>
[/#if]
[/#macro]
