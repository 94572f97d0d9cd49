[#ftl output_format="HTML"]
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
