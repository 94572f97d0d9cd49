[#ftl output_format="HTML"]
[#-- Merging two people, or two work packages: org.efcevents.desk.MergePage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-steps.ftl" as steps]
[#assign subject = pageModel.subject() /]
[#assign model = subject.model() /]
[#macro texts all]
[#list all as said]<span class="said"[#if said.language()?has_content] lang="${said.language()}"[/#if]>${said.text()!i18n['efc.desk.merge.file']}</span>[#else]–[/#list]
[/#macro]
[#function label row app]
[#local key = (row.name() == "country")?then("efc-events", app) + "." + row.name() + ".label" /]
[#local text = i18n[key] /]
[#return text?contains(key)?then(row.name(), text) /]
[/#function]
[@desk.page subject i18n['efc.desk.merge.title'] i18n['efc.desk.merge.intro'] language base]
[@desk.problems model.problems() /]
[#if model.done()??]
[@steps.result model.done() subject base]${i18n.get(model.done().takenBack()?then('efc.desk.merge.back', 'efc.desk.merge.done'), model.done().words())}[/@steps.result]
[/#if]
[#if model.choice()??]
[#assign choice = model.choice() /]
<form class="step" action="${base}/desk/merge.html">
<p><label for="keep">${i18n['efc.desk.merge.keep']}</label>
<input id="keep" name="keep" list="offered" value="${choice.keep()}" required autocomplete="off" aria-describedby="help"[@desk.wrong model.problems() "keep" /]></p>
<p><label for="merge">${i18n['efc.desk.merge.merge']}</label>
<input id="merge" name="merge" list="offered" value="${choice.merge()}" required autocomplete="off" aria-describedby="help"[@desk.wrong model.problems() "merge" /]></p>
<p id="help" class="path">${i18n['efc.desk.merge.help']}</p>
<datalist id="offered">
[#list choice.offered() as offered]
<option value="${offered}"></option>
[/#list]
</datalist>
<p><button>${i18n['efc.desk.merge.show']}</button></p>
</form>
[/#if]
[#if model.comparison()??]
[#assign two = model.comparison() /]
<p><strong>${i18n['efc.desk.merge.of-kept']}:</strong> [@steps.entry two.kept() /] · <strong>${i18n['efc.desk.merge.of-merged']}:</strong> [@steps.entry two.merged() /] · <a href="${base}/desk/merge.html?keep=${two.merge()}&amp;merge=${two.keep()}">${i18n['efc.desk.merge.swap']}</a></p>
[@desk.form subject base "step"]
<input type="hidden" name="keep" value="${two.keep()}">
<input type="hidden" name="merge" value="${two.merge()}">
<input type="hidden" name="state" value="${two.state()}">
<section class="question" aria-labelledby="fields">
<h2 id="fields">${i18n['efc.desk.merge.fields']}</h2>
[#if two.rows()?has_content]
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table>
<thead><tr><th scope="col">${i18n['efc.desk.merge.field']}</th><th scope="col">${i18n['efc.desk.merge.of-kept']}</th><th scope="col">${i18n['efc.desk.merge.of-merged']}</th><th scope="col">${i18n['efc.desk.merge.outcome']}</th></tr></thead>
<tbody>
[#list two.rows() as row]
[#assign name = label(row, two.app()) /]
<tr><th scope="row">${name}</th>
[#if row.outcome() == "choice"]
<td><label><input type="radio" name="field.${row.name()}" value="kept"[#if !row.fromMerged()] checked[/#if]> <span class="visually-hidden">${name}: </span><span>[@texts row.kept() /]</span></label></td>
<td><label><input type="radio" name="field.${row.name()}" value="merged"[#if row.fromMerged()] checked[/#if]> <span class="visually-hidden">${name}: </span><span>[@texts row.merged() /]</span></label></td>
<td><strong>${i18n['efc.desk.merge.choice']}</strong></td>
[#else]
<td>[@texts row.kept() /]</td>
<td>[@texts row.merged() /]</td>
<td>[#switch row.outcome()][#case "filled"]${i18n['efc.desk.merge.filled']}[#break][#case "united"]${i18n['efc.desk.merge.united']}[#break][#default]${i18n['efc.desk.merge.stays']}[/#switch]</td>
[/#if]
</tr>
[/#list]
</tbody>
</table>
</div>
[#else]
<p>${i18n['efc.desk.merge.equal']}</p>
[/#if]
<p>${i18n['efc.desk.merge.names']}[#if two.entries() != 0] ${i18n.get('efc.desk.merge.entries', [two.entries()])}[/#if]</p>
</section>
<section class="question" aria-labelledby="references">
<h2 id="references">${i18n['efc.desk.merge.references']} <span class="count">${two.references()?size}</span></h2>
[#if two.references()?has_content]
<ul>
[#list two.references() as reference]
<li>[@steps.entry reference.entry() /][#if reference.when()??] – ${reference.when()}[/#if][#if reference.count() != 1] – ${i18n.get('efc.desk.merge.times', [reference.count()])}[/#if][#if reference.both()] – <strong>${i18n['efc.desk.merge.both']}</strong>[/#if]</li>
[/#list]
</ul>
[#else]
<p>${i18n['efc.desk.merge.unnamed']}</p>
[/#if]
</section>
<section class="question" aria-labelledby="addresses">
<h2 id="addresses">${i18n['efc.desk.merge.addresses']}</h2>
<p>${i18n.get('efc.desk.merge.addresses-of', [two.addresses()?join(", ")])}</p>
<p>${i18n.get('efc.desk.merge.after', [two.merged().title()])}</p>
</section>
<p><button class="main">${i18n['efc.desk.merge.carry-out']}</button> <a class="other" href="${base}/desk/merge.html">${i18n['efc.desk.merge.cancel']}</a></p>
[/@desk.form]
[/#if]
[@steps.latest model.latest() subject base; step]${i18n.get('efc.desk.merge.done', step.words())}[/@steps.latest]
[/@desk.page]
