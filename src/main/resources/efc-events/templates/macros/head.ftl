[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#--
  What a page says of itself in its head: to browsers, search engines, feed readers, and to those who show a link to it. The
  parameters are those of a layout (templates/layout/plain.ftl), and
    site    what the site is called
--]
[#macro about title site description language base path query written feeds shared data]
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${site}</title>
[#if description?has_content]
<meta name="description" content="${description}">
[/#if]
[@languages.head language base path query written /]
[#list feeds as feed]
<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">
[/#list]
[#if path?has_content]
<meta property="og:title" content="${title}">
<meta property="og:type" content="${shared.type!"website"}">
<meta property="og:url" content="${languages.canonical(language, base, path, written)}${query}">
<meta property="og:site_name" content="${site}">
[#if description?has_content]
<meta property="og:description" content="${description}">
[/#if]
[#if shared.image??]
<meta property="og:image" content="${shared.image}">
[#if shared.size??]
<meta property="og:image:width" content="${shared.size.width()}">
<meta property="og:image:height" content="${shared.size.height()}">
[/#if]
<meta property="og:image:alt" content="${shared.alt}">
[/#if]
<meta name="twitter:card" content="${(shared.image??)?then("summary_large_image", "summary")}">
[/#if]
[#if data?has_content]
<script type="application/ld+json">${data?no_esc}</script>
[/#if]
[/#macro]

[#-- What is shown with a link to a page, "type" of OpenGraph among it; "model" is "pageModel" of includes/answer.ftl. --]
[#function shared type model]
[#if !(model.picture()??)][#return {"type": type} /][/#if]
[#local file = model.picture().file() /]
[#local shared = {"type": type, "image": file.address(), "alt": model.picture().alt()} /]
[#return (file.size()??)?then(shared + {"size": file.size()!}, shared) /]
[/#function]
