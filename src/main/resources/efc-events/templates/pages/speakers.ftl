[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#import "/efc-events/templates/macros/search.ftl" as search]
[#if pageModel??]
[#assign title = page.title!i18n['efc.nav.speakers'] /]
[#assign list = pageModel.subject().list() /]
[@layout.page title=title language=language base=base current="speakers" description=page.description!"" query=list.pages().filter().query() feeds=feeds.of(pageModel, title)]
<h1>${title}</h1>
[@languages.intro page base /]
[@cms.area name="before" /]
<p class="count">${i18n.get('efc.speakers.count', [list.total()])}</p>
<ul class="people">
[#list list.speakers() as speaker]
<li><a href="${base}/speakers/${speaker.slug()}.html">${speaker.fullName()}</a>[#if people.hasCapacity(speaker)] <span class="capacity">[@people.capacity speaker /]</span>[/#if]</li>
[/#list]
</ul>
[@search.pager list.pages() base + "/speakers.html" /]
[@cms.area name="after" /]
[/@layout.page]
[/#if]
