[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- The ways to follow a part of the archive. "feed" is what includes/feed.ftl takes. --]

[#-- A feed as the head of a page names it. --]
[#function of kind address title]
[#if kind == "ics"][#return {"href": languages.origin() + address, "type": "text/calendar", "title": i18n.get('efc.feeds.ics.of', [title])} /][/#if]
[#if kind == "json"][#return {"href": languages.origin() + address, "type": "application/json", "title": i18n.get('efc.feeds.json.of', [title])} /][/#if]
[#return {"href": languages.origin() + address, "type": "application/atom+xml", "title": i18n.get('efc.feeds.atom.of', [title])} /]
[/#function]

[#-- How other sites ask about an event's page. --]
[#function embedding address base title]
[#return {"href": languages.origin() + base + "/oembed.json?url=" + address?url, "type": "application/json+oembed", "title": title} /]
[/#function]

[#-- Those of a part of the archive, for programs too; the calendar only if it has something in it. --]
[#function both feed base]
[#local title = feed.part?has_content?then(feed.part, i18n['efc.nav.events']) /]
[#local all = [] /]
[#if efcfn.countWithCalendarDate(feed.events) > 0][#local all = all + [of("ics", base + feed.path + ".ics" + feed.query, title)] /][/#if]
[#if feed.events?has_content][#local all = all + [of("atom", base + feed.path + ".atom" + feed.query, title)] /][/#if]
[#return all + [of("json", base + feed.path + ".json" + feed.query, title)] /]
[/#function]

[#-- What was chosen, in words. --]
[#function part found]
[#local words = [] /]
[#list found.activeFilters() as filter]
[#if filter.label()??][#local word = filter.label() /]
[#elseif filter.parameter() == "kind"][#local word = i18n['efc.kind.' + filter.name()] /]
[#elseif filter.name() == "undated"][#local word = i18n['efc.events.undated'] /]
[#elseif filter.parameter() == "session"][#local word = i18n[(filter.name() == "open")?then('efc.search.open', 'efc.closed')] /]
[#else][#local word = filter.name() /]
[/#if]
[#local words = words + [word] /]
[/#list]
[#return words?join(", ") /]
[/#function]

[#-- Links to subscribe with, and what subscribers should know. --]
[#macro subscribe feed base]
[#if feed.events?has_content]
[#local placeable = efcfn.countWithCalendarDate(feed.events) /]
[#local left = feed.events?size - placeable /]
<section class="subscribe" aria-labelledby="subscribe">
<h2 id="subscribe">${i18n['efc.feeds.title']}</h2>
<ul class="brief">
[#if placeable > 0]
[#local calendar = languages.origin() + base + feed.path + ".ics" + feed.query /]
<li><a href="${calendar?replace('^https?', 'webcal', 'r')}">${i18n['efc.feeds.webcal']}</a></li>
<li><a href="${calendar}" type="text/calendar">${i18n['efc.feeds.ics']}</a></li>
[/#if]
<li><a href="${base}${feed.path}.atom${feed.query}" type="application/atom+xml">${i18n['efc.feeds.atom']}</a></li>
</ul>
<p>[#if placeable > 0]${i18n['efc.feeds.how']} [/#if][#if left > 0]${i18n.get('efc.feeds.left', [left])}[/#if]</p>
</section>
[/#if]
[/#macro]
