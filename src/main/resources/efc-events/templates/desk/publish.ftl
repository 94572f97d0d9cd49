[#ftl output_format="HTML"]
[#-- Events are published with what they need: org.efcevents.desk.PublishPage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-events.ftl" as found]
[#assign subject = pageModel.subject() /]
[#assign screen = subject.model() /]
[@desk.page subject i18n['efc.desk.publish.title'] i18n['efc.desk.publish.intro'] language base]
[@desk.problems screen.problems() /]
[#switch screen.step()]
[#case "choose"][@choose screen /][#break]
[#case "look"][@look screen /][#break]
[#case "published"][@published screen /][#break]
[/#switch]
[/@desk.page]

[#macro choose screen]
[@found.search screen.events() subject base /]
[#if !screen.events().found()?has_content]
<p role="status">${i18n['efc.desk.events.nothing']}</p>
[#else]
[@desk.form subject base]
<input type="hidden" name="found" value="${screen.events().query()}">
[@found.boxes screen.events() subject base; event]<span class="path">[#if event.date().isDated()]${event.date().inWords(locale)} · [/#if]${event.path()}</span>[/@found.boxes]
<p><button class="main">${i18n['efc.desk.publish.look']}</button></p>
[/@desk.form]
[/#if]
[/#macro]

[#macro details one several]<span class="state">${i18n['efc.desk.state.' + one.state().key()]}</span> <span class="path">${one.path()}[#if several && one.kind().key() != "event"] · ${i18n.get('efc.desk.publish.for', [one.neededBy()?join(", ")])}[/#if][#if !one.permitted()] · ${i18n['efc.desk.publish.not-permitted']}[/#if][#if one.revealing()] · <strong>${i18n['efc.desk.publish.revealing']}</strong>[/#if]</span>[/#macro]

[#macro look screen]
<p>[#if screen.isAllThere()]${i18n['efc.desk.publish.complete']}[#else]${i18n.get('efc.desk.publish.summary', [screen.count("speaker"), screen.count("work-package"), screen.count("file"), screen.count("folder")])}[/#if]</p>
[#if !screen.possible()]
<p><strong>${i18n['efc.desk.publish.impossible']}</strong></p>
[/#if]
[@desk.form subject base]
<input type="hidden" name="events" value="${screen.events()}">
[#if screen.whole()?has_content]<input type="hidden" name="step" value="${screen.whole()}">[/#if]
[#list screen.groups() as group]
<fieldset>
<legend>${i18n['efc.desk.publish.kind.' + group.kind()]} <span class="count">${group.all()?size}</span></legend>
<ul class="places">
[#list group.all() as one]
<li>[#if screen.possible() && one.permitted()]<label><input type="checkbox" name="item.${one.key()}" value="yes"[#if screen.isTicked(one)] checked[/#if]> ${one.title()} [@details one screen.isOfSeveral() /]</label>[#else]${one.title()} [@details one screen.isOfSeveral() /][/#if]</li>
[/#list]
</ul>
</fieldset>
[/#list]
<p>[#if screen.isAnyPermitted()]<button class="main" name="publish" value="yes">${i18n['efc.desk.publish.carry-out']}</button> [/#if]<a class="other" href="${base}/desk/publish.html">${i18n['efc.desk.publish.others']}</a></p>
<p role="status" data-waiting="${i18n['efc.desk.publish.waiting']}" data-counting="${i18n.get('efc.desk.publish.counting', ['{0}', '{1}'])}"></p>
[/@desk.form]
[/#macro]

[#macro list id title all class]
[#if all?has_content]
<section class="${class}" aria-labelledby="${id}">
<h2 id="${id}">${title} <span class="count">${all?size}</span></h2>
<ul>
[#list all as one]
<li>${i18n.get('efc.desk.publish.one.' + one.kind().key(), [one.title()])} <span class="path">${one.path()}</span>[#if id == "published" && screen.page(one)?has_content] <a href="${base}${screen.page(one)}" target="_blank">${i18n['efc.desk.step.page']}<span class="visually-hidden"> ${one.title()}</span></a>[/#if]</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#macro published screen]
[#assign run = screen.run() /]
<div role="status">
[#if run.isAllPublished()]<p class="done">${i18n['efc.desk.publish.done']}</p>[/#if]
[@list "published" i18n['efc.desk.publish.published'] run.published() "done" /]
[@list "changed" i18n['efc.desk.publish.changed'] run.changed() "missing" /]
[@list "pending" i18n['efc.desk.publish.pending'] run.pending() "missing" /]
[@list "failed" i18n['efc.desk.publish.not-published'] run.left() "wrong" /]
</div>
[#if screen.left() != 0]<p><a class="main" href="${base}/desk/publish.html?step=${screen.whole()?url}">${i18n.get('efc.desk.publish.rest', [screen.left()])}</a></p>[/#if]
<p><a href="${base}/desk/publish.html?[#list screen.events() as id]event=${id}[#sep]&amp;[/#list]">${i18n['efc.desk.publish.again']}</a> · <a href="${base}/desk/publish.html">${i18n['efc.desk.publish.others']}</a></p>
[/#macro]
