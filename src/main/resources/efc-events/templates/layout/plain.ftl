[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#--
  The page around the content, as plain as it can be. A site brings its own: a file with this macro, named by the template
  parameter "layout".
    title        what the page is about, without the site's name
    language     ISO 639 code of the page's language
    base         what precedes /events.html in that language
    current      "events", "speakers" or "work-packages": the part of the archive that this page belongs to; "page" for
                 one that belongs to none
    description  one or two sentences for search engines; may be empty
    path         what follows the language in the page's address; empty for a page that has none, such as an error
    query        the part of the query that makes it another page, with its question mark; mostly empty
    feeds        the same for feed readers and calendars: href, type and title of each
    written      ISO 639 codes of the languages that the page's text is written in; empty: all of the site's
--]
[#macro page title language base current description="" path=content.@path + ".html" query="" written=[] feeds=[]]
<!DOCTYPE html>
<html lang="${language}">
<head>
[@cms.page /]
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${i18n['efc.site.name']}</title>
[#if description?has_content]
<meta name="description" content="${description}">
[/#if]
[@languages.head language base path query written /]
[#list feeds as feed]
<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${feed.href}">
[/#list]
<link rel="stylesheet" href="${ctx.contextPath!""}/.resources/efc-events/webresources/css/plain.css">
</head>
<body>
<a class="skip" href="#content">${i18n['efc.skip']}</a>
<header>
<nav aria-label="${i18n['efc.nav.label']}">
<ul>
[#list ["events", "speakers", "work-packages"] as part]
<li><a href="${base}/${part}.html"[#if part == current] aria-current="true"[/#if]>${i18n['efc.nav.' + part]}</a></li>
[/#list]
</ul>
</nav>
[@languages.switch language path /]
</header>
<main id="content">
[#nested]
</main>
</body>
</html>
[/#macro]
