[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/check.ftl" as check]
[#import "/efc-events/templates/macros/events.ftl" as events]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/head.ftl" as head]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#if pageModel??]
[#assign speaker = pageModel.subject().speaker() /]
[@layout.page title=speaker.fullName() language=language base=base current="speakers" description=(speaker.biography().beginning())!"" shared=head.shared("profile", pageModel) data=pageModel.data()!"" path=pageModel.subject().path() + ".html" feeds=feeds.of(pageModel, speaker.fullName())]
<article class="speaker">
<h1>[#if speaker.honorific()?has_content]<span class="honorific">${speaker.honorific()}</span> [/#if]${speaker.fullName()}</h1>
[#if check.editing][@check.address archive.desk().addresses().namesake(speaker.id())!"" /][/#if]
[@check.offered speaker.unofferedCodes() /]
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
[@feeds.subscribe pageModel /]
<p class="back"><a href="${base}/speakers.html">${i18n['efc.speaker.back']}</a></p>
[/@layout.page]
[/#if]
