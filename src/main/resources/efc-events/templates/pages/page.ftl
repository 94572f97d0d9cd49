[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import def.parameters.layout as layout]
[#assign title = page.title!content.@name /]
[@layout.page title=title language=language base=base current="page" description=page.description!""]
<h1>${title}</h1>
[#if page.intro?has_content]
<div class="intro">${efcfn.richText(page.intro).html()?no_esc}</div>
[/#if]
[@cms.area name="main" /]
[/@layout.page]
