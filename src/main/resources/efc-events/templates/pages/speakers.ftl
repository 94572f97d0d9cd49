[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#if pageModel??]
[#assign title = page.title!i18n['efc.nav.speakers'] /]
[@layout.page title=title language=language base=base current="speakers" description=page.description!"" feeds=feeds.of(pageModel, title)]
[#assign speakers = archive.speakers() /]
<h1>${title}</h1>
[@languages.intro page base /]
[@cms.area name="before" /]
<p class="count">${i18n.get('efc.speakers.count', [speakers?size])}</p>
<ul class="people">
[#list speakers as speaker]
<li><a href="${base}/speakers/${speaker.slug()}.html">${speaker.fullName()}</a>[#if people.hasCapacity(speaker)] <span class="capacity">[@people.capacity speaker /]</span>[/#if]</li>
[/#list]
</ul>
[@cms.area name="after" /]
[/@layout.page]
[/#if]
