[#ftl output_format="HTML"]
[#-- Copies of an event, once or at regular intervals: org.efcevents.desk.CopyPage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-steps.ftl" as steps]
[#assign subject = pageModel.subject() /]
[#assign screen = subject.model() /]
[@desk.page subject i18n['efc.desk.nav.copy'] i18n['efc.desk.copy.intro'] language base]
[#switch screen.step()]
[#case "choose"][@choose screen /][#break]
[#case "plan"][@plan screen.event() screen.plan() /][#break]
[#case "list"][@look screen.event() screen.list() /][#break]
[#case "made"][@made screen /][#break]
[/#switch]
[/@desk.page]

[#macro choose screen]
[@desk.problems screen.problems() /]
[#if screen.takenBack()??]
<p class="done" role="status">${i18n.get('efc.desk.copy.takenBack', [screen.takenBack()])}</p>
[/#if]
<form action="${base}/desk/copy.html" role="search">
<p class="search"><label for="q">${i18n['efc.desk.copy.search']}</label> <input id="q" name="q" type="search" value="${screen.words()}"> <button>${i18n['efc.desk.copy.search.button']}</button></p>
</form>
[#if screen.found()?has_content]
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table class="stacks">
<thead><tr><th scope="col">${i18n['efc.desk.copy.event']}</th><th scope="col">${i18n['efc.desk.copy.date']}</th></tr></thead>
<tbody>
[#list screen.found() as event]
<tr><th scope="row"><a href="${base}/desk/copy.html?event=${event.id()}">${event.title()}</a> <span class="path">${event.slug()}</span></th><td>[#if event.date().isDated()]${event.date().inWords(locale)}[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[#if screen.total() gt screen.found()?size]
<p>${i18n.get('efc.desk.copy.more', [screen.total()])}</p>
[/#if]
[#else]
<p role="status">${i18n['efc.desk.copy.unknown']}</p>
[/#if]
[@steps.latest screen.latest() subject base; step]${i18n.get('efc.desk.copy.done', step.words())}[/@steps.latest]
[/#macro]

[#macro original event]
<h2>${event.title()}</h2>
<p>[#if event.date().isDated()]${event.date().inWords(locale)} – [/#if]<a href="${base}/desk/copy.html">${i18n['efc.desk.copy.another']}</a></p>
[/#macro]

[#macro options of chosen]
[#list of as value, label]<option value="${value}"[#if value == chosen] selected[/#if]>${label}</option>[/#list]
[/#macro]

[#macro plan event plan]
[@original event /]
[@desk.problems plan.problems() /]
[#assign typed = plan.typed() /]
<form action="${base}/desk/copy.html">
<input type="hidden" name="event" value="${event.id()}">
[#if plan.parts()?has_content]
<fieldset>
<legend>${i18n['efc.desk.copy.parts']}</legend>
<p class="hint">${i18n['efc.desk.copy.parts.hint']}</p>
[#list plan.parts() as part]
<p><label><input type="checkbox" name="${part.field()}"[#if part.isTaken()] checked[/#if]> ${i18n['efc.desk.copy.part.' + part.part().key()]}</label></p>
[/#list]
</fieldset>
[/#if]
<fieldset>
<legend>${i18n['efc.desk.copy.when']}</legend>
<p><label><input type="radio" name="when" value="once"[#if typed.when != "repeated"] checked[/#if]> ${i18n['efc.desk.copy.once']}</label></p>
<p class="below" data-when="once"><label for="day">${i18n['efc.desk.copy.day']}</label> <input type="date" id="day" name="day" value="${typed.day}"[@desk.wrong plan.problems() "day" /]> <span class="hint">${i18n['efc.desk.copy.day.hint']}</span></p>
<p><label><input type="radio" name="when" value="repeated"[#if typed.when == "repeated"] checked[/#if]> ${i18n['efc.desk.copy.repeated']}</label></p>
<fieldset class="below" data-when="repeated">
<legend class="visually-hidden">${i18n['efc.desk.copy.repeated']}</legend>
[#assign numbers = {"1": i18n['efc.desk.copy.number.first'], "2": i18n['efc.desk.copy.number.second'], "3": i18n['efc.desk.copy.number.third'], "4": i18n['efc.desk.copy.number.fourth'], "0": i18n['efc.desk.copy.number.last']} /]
<p><label for="rule">${i18n['efc.desk.copy.rule']}</label> <select id="rule" name="rule"[@desk.wrong plan.problems() "rule" /]>[@options {"weekday": i18n['efc.desk.copy.rule.weekday'], "day": i18n['efc.desk.copy.rule.day'], "week": i18n['efc.desk.copy.rule.week']} typed.rule /]</select></p>
<p data-rule="weekday"><label for="number">${i18n['efc.desk.copy.number']}</label> <select id="number" name="number"[@desk.wrong plan.problems() "number" /]>[@options numbers typed.number /]</select></p>
<p data-rule="weekday week"><label for="weekday">${i18n['efc.desk.copy.weekday']}</label> <select id="weekday" name="weekday">[@options plan.weekdays(locale) typed.weekday /]</select></p>
<p data-rule="day"><label for="dayOfMonth">${i18n['efc.desk.copy.dayOfMonth']}</label> <input type="number" id="dayOfMonth" name="dayOfMonth" min="1" max="31" value="${typed.dayOfMonth}"[@desk.wrong plan.problems() "dayOfMonth" /]> <span class="hint">${i18n['efc.desk.copy.dayOfMonth.hint']}</span></p>
<p><label for="every">${i18n['efc.desk.copy.every']}</label> <input type="number" id="every" name="every" min="1" max="12" value="${typed.every}"[@desk.wrong plan.problems() "every" /]> <span class="hint">${i18n['efc.desk.copy.every.hint']}</span></p>
<p><label for="from">${i18n['efc.desk.copy.from']}</label> <input type="date" id="from" name="from" value="${typed.from}"[@desk.wrong plan.problems() "from" /]>
<label for="until">${i18n['efc.desk.copy.until']}</label> <input type="date" id="until" name="until" value="${typed.until}"[@desk.wrong plan.problems() "until" /]></p>
</fieldset>
</fieldset>
<p><button class="main">${i18n['efc.desk.copy.look']}</button></p>
</form>
[/#macro]

[#macro look event list]
[@original event /]
[@desk.problems list.allProblems() /]
<p>${i18n['efc.desk.copy.look.hint']}</p>
[@desk.form subject base]
<input type="hidden" name="event" value="${event.id()}">
[#list list.parts() as part]<input type="hidden" name="take.${part.key()}" value="on">[/#list]
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table class="stacks">
<thead><tr><th scope="col">${i18n['efc.desk.copy.event']}</th><th scope="col">${i18n['efc.desk.copy.date']}</th><th scope="col">${i18n['efc.desk.copy.address']}</th></tr></thead>
<tbody>
[#list list.rows() as row]
[#assign name = "row." + row.number()?c /]
<tr>
<th scope="row"><label><input type="checkbox" name="${name}.take"[#if row.isTaken()] checked[/#if]> ${row.title()}<span class="visually-hidden"> ${row.number() + 1}</span></label></th>
<td><label class="visually-hidden" for="${name}.day">${i18n.get('efc.desk.copy.row.day', [row.number() + 1])}</label><input type="date" id="${name}.day" name="${name}.day" value="${row.day()}"[@desk.wrong row.problems() name + ".day" /]> <span class="path">${row.inWords(locale)}</span></td>
<td><label class="visually-hidden" for="${name}.address">${i18n.get('efc.desk.copy.row.address', [row.number() + 1])}</label><input class="address" id="${name}.address" name="${name}.address" maxlength="120" value="${row.address()}"[@desk.wrong row.problems() name + ".address" /]></td>
</tr>
[/#list]
</tbody>
</table>
</div>
<p><button class="main">${i18n['efc.desk.copy.make']}</button></p>
[/@desk.form]
[/#macro]

[#macro made screen]
[@desk.problems screen.problems() /]
[#if screen.events()?has_content]
<p class="done" role="status">${i18n.get('efc.desk.copy.made', [screen.events()?size])}</p>
<p>${i18n['efc.desk.copy.made.hint']}</p>
<div class="table" role="group" aria-label="${i18n['efc.desk.table']}" tabindex="0">
<table class="stacks">
<thead><tr><th scope="col">${i18n['efc.desk.copy.event']}</th><th scope="col">${i18n['efc.desk.copy.date']}</th></tr></thead>
<tbody>
[#list screen.events() as event]
<tr><th scope="row">[@steps.entry event /] <span class="path">${event.name()}</span></th><td>[#if event.date().isDated()]${event.date().inWords(locale)}[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[@desk.form subject base]
<input type="hidden" name="takeBack" value="${screen.id()}">
<p><button>${i18n['efc.desk.copy.undo']}</button> <span class="hint">${i18n['efc.desk.copy.undo.hint']}</span></p>
[/@desk.form]
[#else]
<p role="status">${i18n['efc.desk.copy.gone']}</p>
[/#if]
<p><a href="${base}/desk/copy.html">${i18n['efc.desk.copy.another']}</a></p>
[/#macro]
