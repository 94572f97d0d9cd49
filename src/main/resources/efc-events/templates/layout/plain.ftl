[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/account.ftl" as account]
[#import "/efc-events/templates/macros/head.ftl" as head]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#--
  The page around the content, as plain as it can be. A site brings its own: a file with this macro, named by the template
  parameter "layout".
    title        what the page is about, without the site's name
    language     BCP 47 tag of the page's language, such as fr or de-CH
    base         what precedes /events.html in that language
    current      "events", "speakers" or "work-packages": the part of the archive that this page belongs to; "page" for
                 one that belongs to none
    description  one or two sentences for search engines; may be empty
    path         what follows the language in the page's address; empty for a page that has none, such as an error
    query        the part of the query that makes it another page, with its question mark; mostly empty
    feeds        the same for feed readers and calendars: href, type and title of each
    written      BCP 47 tags of the languages that the page's text is written in; empty: all of the site's
    shared       what is shown with a link to the page: "type" of OpenGraph, and of a picture "image", "alt" and "size"
    data         what it is about, for machines (JSON-LD, ready for a script element); may be empty
--]
[#macro page title language base current description="" path=content.@path + ".html" query="" written=[] feeds=[] shared={} data=""]
<!DOCTYPE html>
<html lang="${language}">
<head>
[@cms.page /]
[@head.about title i18n['efc.site.name'] description language base path query written feeds shared data /]
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
<footer>
[@account.signInOrOut /]
</footer>
</body>
</html>
[/#macro]
