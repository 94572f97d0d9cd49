[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import "/efc-events/templates/macros/events.ftl" as events]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#import def.parameters.layout as layout]
[#if archive??]
[#assign workPackage = archive.workPackage(ctx.aggregationState.selector!"")! /]
[/#if]
[#if workPackage?has_content]
[#assign listing = archive.eventsOf(workPackage) /]
[@layout.page title=workPackage.label() language=language base=base current="work-packages" path="/work-packages/" + workPackage.slug() + ".html"]
<h1[@languages.lang workPackage.fallbacks() "title" /]>${workPackage.label()}</h1>
[#if workPackage.lead()?has_content || workPackage.periodStart()?has_content || workPackage.periodEnd()?has_content]
<dl class="facts">
[#if workPackage.lead()?has_content]
<div><dt>${i18n['efc.workPackage.lead']}</dt><dd[@languages.lang workPackage.fallbacks() "lead" /]>${workPackage.lead()}</dd></div>
[/#if]
[#if workPackage.periodStart()?has_content]
<div><dt>${i18n['efc.workPackage.from']}</dt><dd>${workPackage.startInWords(locale)}</dd></div>
[/#if]
[#if workPackage.periodEnd()?has_content]
<div><dt>${i18n['efc.workPackage.until']}</dt><dd>${workPackage.endInWords(locale)}</dd></div>
[/#if]
</dl>
[/#if]
[#if workPackage.description()??]
[@languages.rich workPackage.description() /]
[/#if]
<p class="count">${i18n.get('efc.events.count', [listing.size()])}</p>
[@events.listing listing locale base /]
<p class="back"><a href="${base}/work-packages.html">${i18n['efc.workPackage.back']}</a></p>
[/@layout.page]
[#else]
[@layout.page title=i18n[(archive??)?then('efc.missing.title', 'efc.forbidden.title')] language=language base=base current="work-packages" path=""]
[#include "/efc-events/templates/includes/missing.ftl"]
[/@layout.page]
[/#if]
