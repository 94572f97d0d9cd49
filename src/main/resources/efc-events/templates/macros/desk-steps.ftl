[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#-- What was changed in many places at once on a page of the Archive desk: org.efcevents.desk.StepView. --]

[#-- An event, a speaker or a work package, with a link to its form: org.efcevents.desk.StepView.Entry. --]
[#macro entry of]<a href="${desk.admincentral()}${of.form()}" target="_top">${of.title()}</a>[/#macro]

[#-- What a step has changed, which has to be published, with what it has left; or that it was taken back. --]
[#macro result of subject base back=i18n['efc.desk.step.take-back'] again=i18n['efc.desk.step.again']]
<section class="done" role="status" aria-labelledby="done">
<h2 id="done">[#nested]</h2>
<p>[#if of.takenBack()]${i18n['efc.desk.step.taken-back']}[#else]${i18n['efc.desk.step.publish']}[/#if]</p>
[#if of.outdatedEvents() != 0]<p><strong>${i18n.get('efc.desk.step.outdated.events', [of.outdatedEvents()])}</strong></p>[/#if]
[#if of.hasEventsToPublish()]<p><a class="main" href="${base}/desk/publish.html?step=${of.id()?url}">${i18n['efc.desk.publish.step']}</a></p>[/#if]
<ul class="places">
[#list of.changed() as changed]
<li>[@entry changed /][#if changed.when()?has_content] <span class="path">${changed.when()}</span>[/#if][#if changed.there() && changed.published()] – <a href="${base}${changed.page()}" target="_blank">${i18n['efc.desk.step.page']}<span class="visually-hidden"> ${changed.title()}</span></a>[/#if][#if !changed.there()] – ${i18n['efc.desk.step.deleted']}[#elseif !changed.published()] – ${i18n['efc.desk.step.unpublished']}[#elseif changed.outdated()] – ${i18n['efc.desk.step.outdated']}[/#if]</li>
[/#list]
</ul>
[#if of.left()?has_content]
<p>${i18n['efc.desk.step.left']}</p>
<ul>
[#list of.left() as left]
<li>[@entry left /]</li>
[/#list]
</ul>
[/#if]
[#if !of.takenBack()]
[@desk.form subject base "step"]
<input type="hidden" name="takeBack" value="${of.id()}">
<p><button>${back}</button></p>
[/@desk.form]
[/#if]
<p><a href="${base}${subject.path()}.html">${again}</a></p>
</section>
[/#macro]

[#-- What can be taken back. The nested content says what a step, its loop variable, did. --]
[#macro latest all subject base back=i18n['efc.desk.step.take-back']]
[#if all?has_content]
<section class="question" aria-labelledby="latest">
<h2 id="latest">${i18n['efc.desk.step.latest']}</h2>
<ul class="steps">
[#list all as step]
<li>
[@desk.form subject base "step"]
<input type="hidden" name="takeBack" value="${step.id()}">
<p><a id="${step.id()}" href="${base}${subject.path()}.html?done=${step.id()}">[#nested step]</a> <span class="path">${step.when()}, ${step.by()}</span>
<button aria-describedby="${step.id()}">${back}</button></p>
[/@desk.form]
</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]
