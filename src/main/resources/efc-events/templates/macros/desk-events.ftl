[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#-- Looking for events on a page of the Archive desk, and ticking some: org.efcevents.desk.FoundEvents. --]

[#macro one name label all any]
<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}">
<option value="">${any}</option>
[#list all as choice]
<option value="${choice.value()}"[#if choice.chosen()] selected[/#if]>${choice.label()}</option>
[/#list]
</select></p>
[/#macro]

[#-- The question. --]
[#macro search events subject base]
<form class="find" role="search" action="${base}${subject.path()}.html">
<p><label for="q">${i18n['efc.desk.events.words']}</label> <input id="q" name="q" type="search" value="${events.words()}"></p>
[@one "year" i18n['efc.desk.events.year'] events.years() i18n['efc.desk.events.any'] /]
[@one "kind" i18n['efc.desk.events.kind'] events.kinds() i18n['efc.desk.events.any'] /]
[@one "workPackage" i18n['efc.desk.events.work-package'] events.workPackages() i18n['efc.desk.events.any'] /]
<p><label for="state">${i18n['efc.desk.events.state']}</label>
<select id="state" name="state">
<option value="">${i18n['efc.desk.events.any']}</option>
[#list events.states() as state]
<option value="${state.key()}"[#if state.chosen()] selected[/#if]>${i18n['efc.desk.state.' + state.key()]}</option>
[/#list]
</select></p>
<p><button>${i18n['efc.desk.events.search']}</button></p>
</form>
[/#macro]

[#-- What was found, each with a box that is named event. and its identifier. The nested content says more of it, its loop variable. --]
[#macro boxes events subject base]
<fieldset id="events" tabindex="-1">
<legend>${i18n['efc.desk.events.found']} <span class="count">${events.total()}</span></legend>
<p>[#if events.total() gt events.found()?size]<strong>${i18n.get('efc.desk.events.cut', [events.found()?size])}</strong> [/#if]<a href="${base}${subject.path()}.html?tick=all[#if events.query()?has_content]&amp;${events.query()}[/#if]">${i18n['efc.desk.events.all']}</a> · <a href="${base}${subject.path()}.html[#if events.query()?has_content]?${events.query()}[/#if]">${i18n['efc.desk.events.none']}</a></p>
<ul class="places">
[#list events.found() as event]
<li><label><input type="checkbox" name="event.${event.id()}" value="yes"[#if events.isTicked(event)] checked[/#if]> ${event.title()} <span class="state">${i18n['efc.desk.state.' + event.state().key()]}</span> [#nested event]</label></li>
[/#list]
</ul>
</fieldset>
[/#macro]
