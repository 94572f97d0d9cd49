[#ftl output_format="HTML"]
[#-- What events add up to: org.efcevents.desk.Reports. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#assign subject = pageModel.subject() /]
[#assign shown = subject.model() /]
[#assign question = shown.question() /]
[#macro date name asked]
<p><label for="${name}">${i18n[{"from": "efc.desk.reports.from", "to": "efc.desk.reports.to"}[name]]}</label> <input id="${name}" name="${name}" value="${asked.typed()}" size="12" autocomplete="off" aria-describedby="dates"[@desk.wrong shown.problems() name /]></p>
[/#macro]
[#macro choices name legend all]
[#if all?has_content]
<fieldset>
<legend>${legend} <span class="hint">${i18n['efc.desk.reports.unticked']}</span></legend>
<ul class="choices">
[#list all as choice]
<li><label><input type="checkbox" name="${name}" value="${choice.value()}"[#if choice.chosen()] checked[/#if]> ${choice.label()}</label></li>
[/#list]
</ul>
</fieldset>
[/#if]
[/#macro]
[@desk.page subject i18n['efc.desk.nav.reports'] i18n['efc.desk.reports.intro'] language base]
[@desk.problems shown.problems() /]
<form class="ask" method="get" action="${base}${subject.path()}.html">
<fieldset class="period">
<legend>${i18n['efc.desk.reports.period']} <span class="hint" id="dates">${i18n['efc.desk.reports.dates']}</span></legend>
[@date "from" question.period().from() /]
[@date "to" question.period().to() /]
</fieldset>
[@choices "workPackage" i18n['efc.desk.reports.work-packages'] shown.workPackages() /]
[@choices "kind" i18n['efc.desk.reports.kinds'] shown.kinds() /]
<p><label for="rows">${i18n['efc.desk.reports.by']}</label>
<select id="rows" name="rows">
[#list shown.groupings() as grouping]
<option value="${grouping.key()}"[#if grouping == question.rows()] selected[/#if]>${i18n['efc.desk.reports.by.' + grouping.key()]}</option>
[/#list]
</select></p>
<p><label for="columns">${i18n['efc.desk.reports.columns']}</label>
<select id="columns" name="columns">
<option value="">${i18n['efc.desk.reports.columns.none']}</option>
[#list shown.groupings() as grouping]
<option value="${grouping.key()}"[#if question.columns()?? && grouping == question.columns()] selected[/#if]>${i18n['efc.desk.reports.by.' + grouping.key()]}</option>
[/#list]
</select></p>
<p><label><input type="checkbox" name="off" value="yes"[#if question.withOff()] checked[/#if]> ${i18n['efc.desk.reports.with-off']}</label></p>
<p><button>${i18n['efc.desk.reports.show']}</button></p>
</form>
[#if shown.result()??]
[#assign result = shown.result() /]
[#assign table = result.table() /]
[#assign total = result.report().total() /]
<section aria-labelledby="report">
<h2 id="report">${i18n['efc.desk.reports.result']}</h2>
[#if table.rows()?has_content]
<p>[#if total.stated() == 0]${i18n.get('efc.desk.reports.summary.unstated', [total.held()])}[#else]${i18n.get('efc.desk.reports.summary', [total.held(), total.participants(), total.stated(), total.unstated()])}[/#if]</p>
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table class="numbers">
<thead><tr>[#list table.columns() as column]<th scope="col">${column}</th>[/#list]</tr></thead>
<tbody>
[#list table.rows() as row]
<tr><th scope="row">${row.label()}</th>[#list row.numbers() as number]<td>${number!"–"}</td>[/#list]</tr>
[/#list]
</tbody>
<tfoot><tr><th scope="row">${i18n['efc.desk.reports.total']}</th>[#list table.total() as number]<td>${number!"–"}</td>[/#list]</tr></tfoot>
</table>
</div>
[#else]
<p>${i18n['efc.desk.reports.nothing']}</p>
[/#if]
<ul class="notes">
[#list result.notes() as note]
<li>${note}</li>
[/#list]
<li>${i18n['efc.desk.reports.nothing-estimated']}</li>
</ul>
[#if table.most()?has_content]
<figure class="chart" aria-labelledby="chart">
<figcaption id="chart">${i18n.get('efc.desk.reports.chart', [table.columns()?first])} ${i18n.get('efc.desk.reports.most', [table.most()?map(row -> row.label())?join(", "), table.most()?first.held(), total.held()])}</figcaption>
<ul>
[#list table.rows() as row]
<li><span>${row.label()}</span> <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${row.share()?c}" height="10"/></svg> <span>${row.held()}</span></li>
[/#list]
</ul>
</figure>
[/#if]
<p><a href="${base}${subject.path()}.csv${result.query()}">${i18n['efc.desk.reports.csv']}</a> · <a href="${result.file()}" download="reports.ods">${i18n['efc.desk.reports.ods']}</a></p>
</section>
[/#if]
[/@desk.page]
