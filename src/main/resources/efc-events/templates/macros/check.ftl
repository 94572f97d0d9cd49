[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/people.ftl" as people]
[#--
  For editors alone: on the author instance, but not where they ask to see what visitors see. That is the parameter of the
  Pages app; cmsfn.isPreviewMode() is true of every page opened without it.
--]
[#assign editing = cmsfn.isAuthorInstance() && (ctx.mgnlPreview!"") != "true" /]

[#-- Who may see an event that not everyone may. --]
[#macro visibility event]
[#if editing && event.publication().visibility().key() != "public"]
<section class="editors-note" aria-labelledby="access">
<h2 id="access">${i18n['efc.check.visibility.title']}</h2>
<p>${i18n['efc.check.visibility.' + event.publication().visibility().key()]}[#if event.publication().visibility().key() == "listed" && !event.publication().noticed()] <strong>${i18n['efc.check.visibility.unnoticed']}</strong>[/#if]</p>
</section>
[/#if]
[/#macro]

[#-- Tells what has the name of the page in its address; nothing if the page has. --]
[#macro address namesake]
[#if editing && namesake?has_content]
<section class="editors-note" aria-labelledby="address-check">
<h2 id="address-check">${i18n['efc.check.address.title']}</h2>
<p>${i18n['efc.check.address.text']}</p>
<ul>
<li>${namesake.path()}</li>
</ul>
</section>
[/#if]
[/#macro]

[#-- Links of an event to what fewer people may know of. --]
[#macro links targets]
[#if editing && targets?has_content]
<section class="editors-note" aria-labelledby="links-check">
<h2 id="links-check">${i18n['efc.check.links.title']}</h2>
<p>${i18n['efc.check.links.text']}</p>
<ul>
[#list targets as target]
<li>${target.title()}</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#-- What an event shows of others, and is not published: people, work packages and files. --]
[#macro needed parts event base]
[#local files = [] /]
[#list parts.files() as id]
[#local file = (cmsfn.contentById(id, "dam"))!false /]
[#-- Magnolia writes a text, an import perhaps a boolean. --]
[#local published = (file?is_hash)?then(file["mgnl:activationStatus"]!"false", "true") /]
[#if published?is_boolean?then(published?c, published) != "true"][#local files += [file] /][/#if]
[/#list]
[#if parts.unpublished()?has_content || files?has_content]
<section class="editors-note" aria-labelledby="needed">
<h2 id="needed">${i18n['efc.check.needed.title']}</h2>
<p>${i18n['efc.check.needed.text']}</p>
<ul>
[#list parts.unpublished() as part]
<li><a href="${ctx.contextPath!""}/.magnolia/admincentral${part.form()}">${part.title()}</a></li>
[/#list]
[#list files as file]
<li>${file.title!file.name!file.@name} <code>${file.@path}</code></li>
[/#list]
</ul>
<p><a href="${base}/desk/publish.html?event=${event}">${i18n['efc.check.needed.publish']}</a></p>
</section>
[/#if]
[/#macro]

[#-- What is wrong in a date as it was entered. --]
[#macro date date]
[#if editing && date.problems()?has_content]
<section class="editors-note" aria-labelledby="check">
<h2 id="check">${i18n['efc.check.title']}</h2>
<p>${i18n['efc.check.note']}</p>
<ul>
[#list date.problems() as problem]
[#-- The field as the form calls it. --]
<li><strong>${i18n[(problem.property() == "partialDate")?then('efc-events.browser.views.partialDate.label', 'efc-events.date.' + problem.property() + '.label')]}</strong>[#if problem.text()?has_content] <q>${problem.text()}</q>[/#if] – ${i18n['efc.check.kind.' + problem.type().key()]}</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#-- Codes that are stored and that the form does not offer. --]
[#macro offered codes]
[#if editing && codes?has_content]
<section class="editors-note" aria-labelledby="offered">
<h2 id="offered">${i18n['efc.check.offered.title']}</h2>
<p>${i18n['efc.check.offered.text']}</p>
<ul>
[#list codes as unoffered]
<li><strong>${i18n[(unoffered.field() == "country")?then('efc-events.country.label', 'efc-events.documents.field.language.label')]}</strong> <q>${unoffered.code()}</q></li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#-- What in a programme finds no place in it. --]
[#macro programme timetable]
[#if editing && (timetable.misfits()?has_content || timetable.unplaced()?has_content)]
<section class="editors-note" aria-labelledby="programme-check">
<h2 id="programme-check">${i18n['efc.check.programme.title']}</h2>
[#if timetable.unplaced()?has_content]
<p>${i18n['efc.check.programme.unplaced']}</p>
<ul>
[#list timetable.unplaced() as part]
<li>[#if part.speaker()??]${part.speaker().fullName()}: [/#if]<q>${part.panel()}</q></li>
[/#list]
</ul>
[/#if]
[#if timetable.misfits()?has_content]
<p>${i18n['efc.check.programme.misfits']}</p>
<ul>
[#list timetable.misfits() as typed]
<li><q>${typed}</q></li>
[/#list]
</ul>
[/#if]
</section>
[/#if]
[/#macro]

[#-- What people are today, of whom nothing is told that they were at the event. --]
[#macro capacity parts]
[#if editing && parts?has_content]
<section class="editors-note" aria-labelledby="capacity-check">
<h2 id="capacity-check">${i18n['efc.check.capacity.title']}</h2>
<p>${i18n['efc.check.capacity.text']}</p>
<ul>
[#list parts as part]
<li>${part.speaker().fullName()}: [@people.capacity part.speaker() /]</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]
