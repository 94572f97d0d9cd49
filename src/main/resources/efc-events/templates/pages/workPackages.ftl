[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/answer.ftl"]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#if pageModel??]
[#assign title = page.title!i18n['efc.nav.work-packages'] /]
[@layout.page title=title language=language base=base current="work-packages" description=page.description!"" feeds=feeds.of(pageModel, title)]
<h1>${title}</h1>
[@languages.intro page base /]
[@cms.area name="before" /]
<ul class="work-packages">
[#list archive.workPackages() as workPackage]
<li>
<h2><a href="${base}/work-packages/${workPackage.slug()}.html"[@languages.lang workPackage.fallbacks() "title" /]>${workPackage.label()}</a></h2>
[#if workPackage.description()??]
<p[#if workPackage.description().language()?has_content] lang="${workPackage.description().language()}"[/#if]>${workPackage.description().oneLine()}</p>
[/#if]
</li>
[/#list]
</ul>
[@cms.area name="after" /]
[/@layout.page]
[/#if]
