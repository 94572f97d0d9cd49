[#ftl output_format="HTML"]
[#-- The Archive desk, which editors have in a frame of the authoring UI: org.efcevents.page.DeskPage. --]
[#assign desk = pageModel.subject() /]
[#assign form = (ctx.contextPath!"") + "/.magnolia/admincentral" /]
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${i18n['efc.desk.title']}</title>
<link rel="stylesheet" href="${ctx.contextPath!""}/.resources/efc-events/webresources/css/desk.css">
</head>
<body>
<header>
[@languages.switch language "/desk.html" /]
<h1>${i18n['efc.desk.title']}</h1>
<p>${i18n['efc.desk.intro']}</p>
<p>[#if desk.chosen()??]<a href="${base}/desk.html">${i18n['efc.desk.all']}</a>[#else]<a href="${base}/desk.csv">${i18n['efc.desk.csv']}</a>[/#if]</p>
</header>
<main id="content">
[#list desk.groups() as group]
[#assign check = group.check().key() /]
<section class="${group.check().severity().key()}" aria-labelledby="${check}">
<h2 id="${check}">${i18n['efc.desk.check.' + check]} <span class="count">${group.count()}</span></h2>
<p><strong>${i18n['efc.desk.severity.' + group.check().severity().key()]}</strong> ${i18n['efc.desk.why.' + check]}</p>
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table>
<thead><tr><th scope="col">${i18n['efc.desk.what']}</th>[#if group.isDetailed()]<th scope="col">${i18n['efc.desk.detail.' + check]}</th>[/#if]<th scope="col">${i18n['efc.desk.since']}</th></tr></thead>
<tbody>
[#list group.shown() as finding]
<tr><th scope="row"><a href="${form}${finding.form()}" target="_top">${finding.title()}</a> <span class="path">${finding.path()}</span></th>[#if group.isDetailed()]<td>${finding.detail()}</td>[/#if]<td>[#if finding.since()??]<time datetime="${finding.since()}">${finding.sinceInWords(locale)}</time>[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[#if group.isCut()]
[#if desk.chosen()??]
<p><a href="${base}/desk.csv">${i18n['efc.desk.cut']}</a></p>
[#else]
<p><a href="${base}/desk.html?check=${check}">${i18n['efc.desk.more']}<span class="visually-hidden">: ${i18n['efc.desk.check.' + check]}</span></a></p>
[/#if]
[/#if]
</section>
[#else]
<p>${i18n['efc.desk.nothing']}</p>
[/#list]
</main>
</body>
</html>
