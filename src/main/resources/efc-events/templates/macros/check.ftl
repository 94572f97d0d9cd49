[#ftl output_format="HTML"]
[#--
  What is wrong in a date as it was entered, for editors alone: on the author instance, but not where they ask to see what
  visitors see. That is the parameter of the Pages app; cmsfn.isPreviewMode() is true of every page opened without it.
--]
[#macro date date]
[#if cmsfn.isAuthorInstance() && (ctx.mgnlPreview!"") != "true" && date.problems()?has_content]
<section class="editors-note" aria-labelledby="check">
<h2 id="check">${i18n['efc.check.title']}</h2>
<p>${i18n['efc.check.note']}</p>
<ul>
[#list date.problems() as problem]
[#-- The field as the form calls it. --]
<li><strong>${i18n[(problem.property() == "partialDate")?then('efc-events.browser.views.partialDate.label', 'efc-events.date.' + problem.property() + '.label')]}</strong>[#if problem.text()?has_content] <q>${problem.text()}</q>[/#if] – ${i18n['efc.check.kind.' + problem.kind().key()]}</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]
