[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/account.ftl" as account]
[#import "/efc-events/templates/macros/brief.ftl" as brief]
[#import "/efc-events/templates/macros/check.ftl" as check]
[#import "/efc-events/templates/macros/events.ftl" as events]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/head.ftl" as head]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#if pageModel??]
[#assign event = pageModel.subject().shown() /]
[#assign summary = event.summary() /]
[#assign details = event.details() /]
[#assign particulars = details.particulars() /]
[#assign path = pageModel.subject().path() + ".html" /]
[@layout.page title=summary.title() + ", " + summary.date().inWords(locale) language=language base=base current="events" description=event.brief()!"" shared=head.shared("article", pageModel) data=pageModel.data()!"" path=path written=event.publication().languages() feeds=feeds.of(pageModel, summary.title())]
<article class="event">
<h1><span class="title"[@languages.lang summary.fallbacks() "title" /]>${summary.title()}</span> <span class="when">[@events.when summary.date() locale /]</span> [@events.status summary /]</h1>
[@check.visibility event /]
[#if check.editing][@check.address archive.desk().addresses().namesake(summary.id())!"" /][/#if]
[#if check.editing][@check.links archive.desk().addresses().lessVisibleTargets(event) /][/#if]
[#if check.editing][@check.needed archive.desk().neededBy(summary.id()) summary.id() base /][/#if]
[@check.date summary.date() /]
[@check.offered event.unofferedCodes() /]
[@check.programme details.programme() /]
[@check.capacity event.withoutCapacity() /]
[#if summary.isListedOnly()]
<p class="listed">${i18n['efc.event.listed']}[@account.signIn /]</p>
[/#if]
[#if summary.statusText()?has_content]
<p class="status-text"[@languages.lang summary.fallbacks() "statusText" /]>${summary.statusText()}</p>
[/#if]
<dl class="facts">
[#if summary.kind()?has_content]
<div><dt>${i18n['efc.event.kind']}</dt><dd>${i18n['efc.kind.' + summary.kind()]}</dd></div>
[/#if]
[#if particulars.topics()?has_content]
<div><dt>${i18n['efc.event.topics']}</dt><dd[@languages.lang particulars.fallbacks() "topics" /]>${particulars.topics()?join(", ")}</dd></div>
[/#if]
[#if summary.place().isKnown()]
<div><dt>${i18n['efc.event.place']}</dt><dd>[@languages.place summary.place() language /]</dd></div>
[/#if]
[#if details.hosting().onlineAddress()?has_content]
<div><dt>${i18n['efc.event.online']}</dt><dd><a href="${details.hosting().onlineAddress()}">${details.hosting().onlineAddress()}</a></dd></div>
[/#if]
[#if pageModel.subject().registration()??]
[#assign registration = pageModel.subject().registration() /]
<div><dt>${i18n['efc.event.registration']}</dt><dd><a href="${registration.address()}">${i18n['efc.event.registration.here']}</a>[#if registration.date()??], ${i18n['efc.event.registration.until']} [@events.when registration.date() locale /][/#if]</dd></div>
[/#if]
[#if particulars.languages()?has_content]
<div><dt>${i18n['efc.event.languages']}</dt><dd>${particulars.languageNames(locale)?join(", ")}</dd></div>
[/#if]
[#if details.hosting().organiser()?has_content]
<div><dt>${i18n['efc.event.organiser']}</dt><dd>${details.hosting().organiser()}</dd></div>
[/#if]
[#if details.hosting().host()?has_content]
<div><dt>${i18n['efc.event.host']}</dt><dd>${details.hosting().host()}</dd></div>
[/#if]
[#if particulars.contact()?has_content]
<div><dt>${i18n['efc.event.contact']}</dt><dd[@languages.lang particulars.fallbacks() "contact" /]>[#list particulars.contact()?split("\n") as line]${line}[#sep]<br>[/#sep][/#list]</dd></div>
[/#if]
[#if summary.workPackages()?has_content]
<div><dt>${i18n['efc.event.workPackages']}</dt><dd>[@events.workPackages summary.workPackages() base /]</dd></div>
[/#if]
[#if summary.closed() || summary.attendance()?has_content]
<div><dt>${i18n['efc.event.attendance']}</dt><dd[@languages.lang summary.fallbacks() "attendance" /]>${summary.attendance()!i18n['efc.closed']}</dd></div>
[/#if]
[#if particulars.participants()??]
<div><dt>${i18n['efc.event.participants']}</dt><dd>${particulars.participants()?c}</dd></div>
[/#if]
[#if particulars.recording()?has_content]
<div><dt>${i18n['efc.event.recording']}</dt><dd><a href="${particulars.recording()}">${i18n['efc.event.recording.here']}</a></dd></div>
[/#if]
</dl>
[#if feeds.has(pageModel, "text/calendar")]
<p class="calendar"><a href="${base}/events/${summary.slug()}.ics" type="text/calendar">${i18n['efc.event.calendar']}</a></p>
[#elseif summary.date().isDated()]
<p class="calendar">${i18n['efc.event.calendar.none']}</p>
[/#if]
[#if event.text()??]
<section aria-labelledby="text">
<h2 id="text">${i18n[event.isReported()?then('efc.event.report', 'efc.event.description')]}</h2>
[@languages.rich event.text() base /]
</section>
[#elseif summary.teaser()?has_content]
<p[@languages.lang summary.fallbacks() "teaser" /]>${summary.teaser()}</p>
[/#if]
[#assign programme = details.programme() /]
[#if programme.items()?has_content]
<section aria-labelledby="programme">
<h2 id="programme">${i18n['efc.event.programme']}</h2>
[#list programme.days() as day]
[#if day.day()??]<h3>[#if day.day().when()??][@events.when day.day().when() locale /][#else]${day.day().inWords(locale, i18n['efc.event.programme.day'])}[/#if]</h3>[/#if]
<ol class="programme">
[#list day.items() as item]
<li>
[#if item.startTime()?has_content]<span class="times"><time>${item.startTime()}</time>[#if item.endTime()?has_content]–<time>${item.endTime()}</time>[/#if]</span>[/#if]
[#if item.title()?has_content][@languages.text item.fallbacks() "title" item.title() /][/#if][#if item.isOfToldKind()] <span class="kind">${i18n['efc.item.' + item.kind()]}</span>[/#if]
[#if item.description()??][@languages.rich item.description() base /][/#if]
[#if item.people()?has_content]
<ul class="people">
[#list item.people() as participation]
<li>
[@people.participation participation base "p" /]
</li>
[/#list]
</ul>
[/#if]
</li>
[/#list]
</ol>
[/#list]
</section>
[/#if]
[#if programme.others()?has_content]
<section aria-labelledby="people">
<h2 id="people">${i18n['efc.event.people']}</h2>
<ul class="people">
[#list programme.others() as participation]
<li>
[@people.participation participation base "h3"]
[#if participation.panel()?has_content]
<p class="panel"[@languages.lang participation.fallbacks() "panel" /]>${participation.panel()}</p>
[/#if]
[/@people.participation]
</li>
[/#list]
</ul>
</section>
[/#if]
[#assign documents = files.of(details.documents()) /]
[#if documents?has_content]
<section aria-labelledby="documents">
<h2 id="documents">${i18n['efc.event.documents']}</h2>
[@files.list documents locale /]
</section>
[/#if]
[#if details.members()??]
[#assign members = details.members() /]
<section class="members" aria-labelledby="members">
<h2 id="members">${i18n['efc.event.members']}</h2>
<p>${i18n['efc.event.members.note']}</p>
[#if members.minutes()??]
<h3>${i18n['efc.event.members.minutes']}</h3>
[@languages.rich members.minutes() base /]
[/#if]
[#assign documents = files.of(members.documents()) /]
[#if documents?has_content]
<h3>${i18n['efc.event.members.documents']}</h3>
[@files.list documents locale /]
[/#if]
[#if members.contacts()?has_content]
<h3>${i18n['efc.event.members.contacts']}</h3>
<p[@languages.lang members.fallbacks() "contacts" /]>${members.contacts()}</p>
[/#if]
</section>
[/#if]
[#if details.links()?has_content]
<section aria-labelledby="links">
<h2 id="links">${i18n['efc.event.links']}</h2>
<ul>
[#list details.links() as link]
<li><a href="${link.url()}"[@languages.lang link.fallbacks() "title" /]>${link.title()}</a></li>
[/#list]
</ul>
</section>
[/#if]
[#assign pictures = files.pictures(details.gallery().pictures()) /]
[#if pictures?has_content || details.gallery().photographCount() > 0]
<section aria-labelledby="gallery">
<h2 id="gallery">${i18n['efc.event.gallery']}</h2>
[#list pictures as picture]
<figure><img src="${damfn.getAssetLink(picture.asset())}" alt="${picture.alt()}"[@languages.lang picture.fallbacks() "alt" /][@files.size picture.asset() /][#if !picture?is_first] loading="lazy"[/#if]>[#if picture.caption()?has_content]<figcaption[@languages.lang picture.fallbacks() "caption" /]>${picture.caption()}</figcaption>[/#if]</figure>
[/#list]
[#if pictures?size < details.gallery().photographCount()]
<p>${i18n.get('efc.event.photographs', [details.gallery().photographCount()])}</p>
[/#if]
</section>
[/#if]
[#if details.origin().credit()?has_content || details.origin().sourceTitle()?has_content]
<footer class="origin">
[#if details.origin().credit()?has_content]
<p[@languages.lang details.origin().fallbacks() "credit" /]>${details.origin().credit()}</p>
[/#if]
[#if details.origin().sourceTitle()?has_content]
<p>${i18n['efc.event.source']} [#if details.origin().sourceUrl()?has_content]<a href="${details.origin().sourceUrl()}">${details.origin().sourceTitle()}</a>[#else]<cite>${details.origin().sourceTitle()}</cite>[/#if]</p>
[/#if]
</footer>
[/#if]
[#assign related = archive.related(event, def.parameters.relatedEvents) /]
[#if related?has_content]
<section aria-labelledby="related">
<h2 id="related">${i18n['efc.event.related']}</h2>
<ul class="brief">
[#list related as other]
<li>[@brief.link other locale base /]</li>
[/#list]
</ul>
</section>
[/#if]
<section aria-labelledby="cite">
<h2 id="cite">${i18n['efc.event.cite']}</h2>
<p class="citation">[#if details.hosting().organiser()?has_content]${details.hosting().organiser()}. [/#if]<cite[@languages.lang summary.fallbacks() "title" /]>${summary.title()}</cite>. [@events.when summary.date() locale /]. ${i18n['efc.site.name']}. <a href="${pageModel.address()}">${pageModel.address()}</a></p>
</section>
</article>
[#assign neighbours = archive.neighbours(event) /]
[#if neighbours.earlier()?? || neighbours.later()??]
<nav class="neighbours" aria-label="${i18n['efc.event.neighbours']}">
<ul>
[#if neighbours.earlier()??]
<li class="earlier">[@brief.link neighbours.earlier() locale base "prev"]<span class="direction">${i18n['efc.event.earlier']}</span> [/@brief.link]</li>
[/#if]
[#if neighbours.later()??]
<li class="later">[@brief.link neighbours.later() locale base "next"]<span class="direction">${i18n['efc.event.later']}</span> [/@brief.link]</li>
[/#if]
</ul>
</nav>
[/#if]
<p class="back"><a href="${base}/events.html">${i18n['efc.event.back']}</a></p>
[/@layout.page]
[/#if]
