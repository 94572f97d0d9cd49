[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import "/efc-events/templates/macros/events.ftl" as events]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/files.ftl" as files]
[#import "/efc-events/templates/macros/head.ftl" as head]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#import def.parameters.layout as layout]
[#if archive??]
[#assign speaker = archive.speaker(ctx.aggregationState.selector!"")! /]
[/#if]
[#if speaker?has_content]
[#assign feed = {"events": archive.eventsOf(speaker), "part": speaker.fullName(), "path": "/speakers/" + speaker.slug(), "query": ""} /]
[#include "/efc-events/templates/includes/feed.ftl"]
[/#if]
[#if extension == "json" && archive??]
[#include "/efc-events/templates/includes/api.ftl"]
[#if speaker?has_content]
[#assign answer = api.speaker(speaker, languages.targets((speaker.biography()??)?then([speaker.biography()!], []), base), files.addresses(speaker.portrait()?has_content?then([speaker.portrait()!], []))) /]
[#else]
[#assign answer = api.missing() /]
[/#if]
[#include "/efc-events/templates/channels/json.ftl"]
[/#if]
[#if representation??]
[#include "/efc-events/templates/includes/representation.ftl"]
[#elseif speaker?has_content && extension == "html"]
[#assign data = efcfn.linkedData(languages.absolute(language, base), def.parameters.timeZone).person(speaker, i18n['efc.nav.speakers'], files.addresses(speaker.portrait()?has_content?then([speaker.portrait()!], []))) /]
[#assign shared = {"type": "profile"} /]
[#if speaker.portrait()?has_content][#assign shared = head.picture("profile", speaker.portrait(), speaker.portraitAlt()!speaker.fullName()) /][/#if]
[@layout.page title=speaker.fullName() language=language base=base current="speakers" description=(speaker.biography().beginning())!"" shared=shared data=data path="/speakers/" + speaker.slug() + ".html" feeds=feeds.both(feed, base)]
<article class="speaker">
<h1>[#if speaker.honorific()?has_content]<span class="honorific">${speaker.honorific()}</span> [/#if]${speaker.fullName()}</h1>
[#if people.hasCapacity(speaker)]
<p class="capacity">[@people.capacity speaker /]</p>
[/#if]
[#if speaker.portrait()?has_content]
[#assign image = damfn.getAssetLink(speaker.portrait())! /]
[#if image?has_content]
<img class="portrait" src="${image}"[@files.size speaker.portrait() /] [#if speaker.portraitAlt()?has_content]alt="${speaker.portraitAlt()}"[@languages.lang speaker.fallbacks() "portraitAlt" /][#else]alt="${speaker.fullName()}"[/#if]>
[/#if]
[/#if]
[#if speaker.otherNames()?has_content]
<p class="other-names">${i18n['efc.speaker.otherNames']} [#list speaker.otherNames() as name]<q>${name}</q>[#sep], [/#sep][/#list]</p>
[/#if]
[#if speaker.biography()??]
<section aria-labelledby="biography">
<h2 id="biography">${i18n['efc.speaker.biography']}</h2>
[@languages.rich speaker.biography() base /]
</section>
[/#if]
<section aria-labelledby="appearances">
<h2 id="appearances">${i18n['efc.speaker.appearances']}</h2>
[#assign appearances = archive.appearances(speaker) /]
[#assign years = archive.years(appearances)! /]
[#if years?has_content]
<p class="years">${i18n['efc.speaker.years']} [@events.when years locale /]</p>
[/#if]
<ul class="events">
[#list appearances as appearance]
[#assign participation = appearance.participation() /]
<li>
<h3><a href="${base}/events/${appearance.event().slug()}.html"><span class="title"[@languages.lang appearance.event().fallbacks() "title" /]>${appearance.event().title()}</span> <span class="when">[@events.when appearance.event().date() locale /]</span></a>[#if appearance.event().status() != "scheduled"] [@events.status appearance.event() /][/#if]</h3>
<p><span class="part">${i18n['efc.part.' + participation.part()]}</span>[#if people.hasCapacity(participation)] · [@people.capacity participation /][/#if]</p>
</li>
[/#list]
</ul>
</section>
[#if speaker.links()?has_content]
<section aria-labelledby="links">
<h2 id="links">${i18n['efc.event.links']}</h2>
<ul>
[#list speaker.links() as link]
<li><a href="${link.url()}"[@languages.lang link.fallbacks() "title" /]>${link.title()}</a></li>
[/#list]
</ul>
</section>
[/#if]
</article>
[@feeds.subscribe feed base /]
<p class="back"><a href="${base}/speakers.html">${i18n['efc.speaker.back']}</a></p>
[/@layout.page]
[#else]
[@layout.page title=i18n[(archive??)?then('efc.missing.title', 'efc.forbidden.title')] language=language base=base current="speakers" path=""]
[#include "/efc-events/templates/includes/missing.ftl"]
[/@layout.page]
[/#if]
