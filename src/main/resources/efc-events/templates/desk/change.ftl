[#ftl output_format="HTML"]
[#-- A work package or a kind for many events at once: org.efcevents.desk.ChangePage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-steps.ftl" as steps]
[#import "/efc-events/templates/macros/desk-events.ftl" as found]
[#assign subject = pageModel.subject() /]
[#assign screen = subject.model() /]
[@desk.page subject i18n['efc.desk.change.title'] i18n['efc.desk.change.intro'] language base]
[#switch screen.step()]
[#case "choose"][@choose screen /][#break]
[#case "look"][@look screen /][#break]
[#case "done"][@steps.result screen.done() subject base][#assign words = screen.done().words() /]${i18n.get(screen.done().takenBack()?then("efc.desk.change.back.", "efc.desk.change.done.") + words[2], words)}[/@steps.result][#break]
[/#switch]
[/@desk.page]

[#macro options of label]
[#if of?has_content]
<optgroup label="${label}">
[#list of as choice]<option value="${choice.value()}"[#if choice.chosen()] selected[/#if]>${i18n.get("efc.desk.change.what." + choice.value()?keep_before(":"), [choice.label()])}</option>[/#list]
</optgroup>
[/#if]
[/#macro]

[#macro choose screen]
[@desk.problems screen.problems() /]
[@found.search screen.events() subject base /]
[#if !screen.events().found()?has_content]
<p role="status">${i18n['efc.desk.events.nothing']}</p>
[#else]
[@desk.form subject base]
<input type="hidden" name="found" value="${screen.events().query()}">
[@found.boxes screen.events() subject base; event]<span class="path">[#if event.date().isDated()]${event.date().inWords(locale)} · [/#if]${event.path()}</span>[/@found.boxes]
<p class="step"><label for="change">${i18n['efc.desk.change.with']}</label>
<select id="change" name="change" required[@desk.wrong screen.problems() "change" /]>
<option value="">${i18n['efc.desk.change.choose']}</option>
[@options screen.additions() i18n['efc.desk.change.add'] /]
[@options screen.removals() i18n['efc.desk.change.remove'] /]
[@options screen.kinds() i18n['efc.desk.change.kind'] /]
</select></p>
<p><button class="main">${i18n['efc.desk.change.look']}</button></p>
[/@desk.form]
[/#if]
[@steps.latest screen.latest() subject base; step]${i18n.get("efc.desk.change.done." + step.words()[2], step.words())}[/@steps.latest]
[/#macro]

[#macro rows of]
<ul class="places">
[#list of as row]
<li>[@steps.entry row.event() /] <span class="path">[#if row.event().date().isDated()]${row.event().date().inWords(locale)} · [/#if]${row.before()?has_content?then(i18n.get('efc.desk.change.before', [row.before()]), i18n['efc.desk.change.before.none'])}[#if row.noticed()] · ${i18n['efc.desk.change.noticed']}[/#if][#if row.forbidden()] · ${i18n['efc.desk.change.forbidden']}[/#if]</span></li>
[/#list]
</ul>
[/#macro]

[#macro look screen]
[@desk.problems screen.problems() /]
<h2>${i18n.get("efc.desk.change.what." + screen.words()[2], [screen.words()[0]])}</h2>
<section class="question" aria-labelledby="changing">
<h3 id="changing">${i18n['efc.desk.change.changing']} <span class="count">${screen.changing()?size}</span></h3>
[#if screen.changing()?has_content]
[@rows screen.changing() /]
[#else]
<p>${i18n['efc.desk.change.none']}</p>
[/#if]
</section>
[#if screen.staying()?has_content]
<section class="question" aria-labelledby="staying">
<h3 id="staying">${i18n['efc.desk.change.staying']} <span class="count">${screen.staying()?size}</span></h3>
[@rows screen.staying() /]
</section>
[/#if]
[@desk.form subject base "step"]
<input type="hidden" name="change" value="${screen.change()}">
<input type="hidden" name="found" value="${screen.found()}">
[#list screen.changing() as row]
<input type="hidden" name="event.${row.event().id()}" value="${row.now()}">
[/#list]
<p>[#if screen.changing()?has_content]<button class="main" name="carryOut" value="yes">${i18n.get('efc.desk.change.carry-out', [screen.changing()?size])}</button> [/#if]<a class="other" href="${base}/desk/change.html[#if screen.found()?has_content]?${screen.found()}[/#if]">${i18n['efc.desk.change.cancel']}</a></p>
[/@desk.form]
[/#macro]
