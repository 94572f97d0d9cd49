[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/account.ftl" as account]
[#import "/efc-events/templates/macros/head.ftl" as head]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- The site around the module's pages; what it is given is described in /efc-events/templates/layout/plain.ftl. --]
[#macro page title language base current description="" path=content.@path + ".html" query="" written=[] feeds=[] shared={} data=""]
<!DOCTYPE html>
<html lang="${language}">
<head>
[@cms.page /]
[@head.about title i18n['efc-site.name'] description language base path query written feeds shared data /]
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${ctx.contextPath!""}/.resources/efc-site/webresources/css/site.css">
</head>
<body>
<a class="skip" href="#content">${i18n['efc.skip']}</a>
<header class="site">
<div class="measure">
<p class="name"><a href="${base}/events.html"><abbr title="${i18n['efc-site.organisation']}">EFC</abbr> <span>${i18n['efc-site.title']}</span></a></p>
<nav aria-label="${i18n['efc.nav.label']}">
<ul>
[#list ["events", "speakers", "work-packages"] as part]
<li><a href="${base}/${part}.html"[#if part == current] aria-current="true"[/#if]>${i18n['efc.nav.' + part]}</a></li>
[/#list]
</ul>
</nav>
[@languages.switch language path /]
</div>
</header>
<main id="content" class="measure part-${current}" tabindex="-1">
[#nested]
</main>
<footer class="site">
<div class="measure">
<p>${i18n['efc-site.organisation']}</p>
[@account.signInOrOut /]
</div>
</footer>
</body>
</html>
[/#macro]
