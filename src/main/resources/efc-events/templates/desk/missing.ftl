[#ftl output_format="HTML"]
[#-- What is missing in the archive, or wrong: org.efcevents.desk.WhatIsMissing. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#assign subject = pageModel.subject() /]
[#assign found = subject.model() /]
[@desk.page subject i18n['efc.desk.nav.missing'] i18n['efc.desk.intro'] language base]
<p>[#if found.chosen()?? || found.year()?has_content]<a href="${base}/desk.html">${i18n['efc.desk.all']}</a> · [/#if]<a href="${base}/desk.csv${found.query(found.year())}">${i18n['efc.desk.csv']}</a></p>
[#if found.years()?has_content]
<nav class="years" aria-label="${i18n['efc.desk.years']}">
<ul>
<li><a href="${base}/desk.html${found.query("")}"[#if !found.year()?has_content] aria-current="true"[/#if]>${i18n['efc.desk.years.all']}</a></li>
[#list found.years() as year]
<li><a href="${base}/desk.html${found.query(year)}"[#if year == found.year()] aria-current="true"[/#if]>${year}</a></li>
[/#list]
</ul>
</nav>
[/#if]
[#list found.groups() as group]
[#assign check = group.check().key() /]
<section class="${group.check().severity().key()}" aria-labelledby="${check}">
<h2 id="${check}">${i18n['efc.desk.check.' + check]} <span class="count">${group.count()}</span></h2>
<p><strong>${i18n['efc.desk.severity.' + group.check().severity().key()]}</strong> ${i18n['efc.desk.why.' + check]}</p>
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table class="dated">
<thead><tr><th scope="col">${i18n['efc.desk.what']}</th>[#if group.isDetailed()]<th scope="col">${i18n['efc.desk.detail.' + check]}</th>[/#if]<th scope="col">${i18n['efc.desk.since']}</th></tr></thead>
<tbody>
[#list group.shown() as finding]
<tr><th scope="row"><a href="${desk.admincentral()}${finding.form()}" target="_top">${finding.title()}</a> <span class="path">${finding.path()}</span></th>[#if group.isDetailed()]<td>${finding.detail()}[#if group.publish(finding)??] <a href="${base}${group.publish(finding)}">${i18n['efc.desk.publish.with-parts']}<span class="visually-hidden">: ${finding.title()}</span></a>[/#if][#if group.merge(finding)??] <a href="${base}${group.merge(finding)}">${i18n['efc.desk.merge.look']}<span class="visually-hidden">: ${finding.title()}</span></a>[/#if]</td>[/#if]<td>[#if finding.since()??]<time datetime="${finding.since()}">${finding.sinceInWords(locale)}</time>[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[#if group.isCut()]
[#if found.chosen()??]
<p><a href="${base}/desk.csv${found.query(found.year())}">${i18n['efc.desk.cut']}</a></p>
[#else]
<p><a id="${check}-all" href="${base}/desk.html${found.query(group.check())}">${i18n['efc.desk.more']}<span class="visually-hidden">: ${i18n['efc.desk.check.' + check]}</span></a></p>
[/#if]
[/#if]
</section>
[#else]
<p>${i18n['efc.desk.nothing']}</p>
[/#list]
[/@desk.page]
