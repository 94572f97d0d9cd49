[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import "/efc-events/templates/macros/events.ftl" as events]
[#import def.parameters.layout as layout]
[#assign title = page.title!i18n['efc.nav.events'] /]
[@layout.page title=title language=language base=base current="events" description=page.description!""]
[#if archive??]
[#assign listing = archive.events() /]
<h1>${title}</h1>
[#if page.intro?has_content]
<div class="intro">${efcfn.richText(page.intro).html()?no_esc}</div>
[/#if]
<p class="count">${i18n.get('efc.events.count', [listing.size()])}</p>
[@events.listing listing locale base /]
[#else]
[#include "/efc-events/templates/includes/missing.ftl"]
[/#if]
[/@layout.page]
