[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import "/efc-events/templates/macros/feeds.ftl" as feeds]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#import def.parameters.layout as layout]
[#if extension == "json" && archive??]
[#include "/efc-events/templates/includes/api.ftl"]
[#assign answer = api.workPackages() /]
[#include "/efc-events/templates/channels/json.ftl"]
[/#if]
[#if representation??]
[#include "/efc-events/templates/includes/representation.ftl"]
[#else]
[#assign title = page.title!i18n['efc.nav.work-packages'] /]
[@layout.page title=title language=language base=base current="work-packages" description=page.description!"" feeds=[feeds.of("json", base + "/work-packages.json", title)]]
[#if archive??]
<h1>${title}</h1>
[@languages.intro page base /]
[@cms.area name="before" /]
<ul class="work-packages">
[#list archive.workPackages() as workPackage]
<li>
<h2><a href="${base}/work-packages/${workPackage.slug()}.html"[@languages.lang workPackage.fallbacks() "title" /]>${workPackage.label()}</a></h2>
[#if workPackage.description()??]
<p[#if workPackage.description().language()?has_content] lang="${workPackage.description().language()}"[/#if]>${workPackage.description().text()}</p>
[/#if]
</li>
[/#list]
</ul>
[@cms.area name="after" /]
[#else]
[#include "/efc-events/templates/includes/missing.ftl"]
[/#if]
[/@layout.page]
[/#if]
