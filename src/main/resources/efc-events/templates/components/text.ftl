[#ftl output_format="HTML"]
[#include "/efc-events/templates/includes/component.ftl"]
[#macro body]
[#if component.text?has_content]
<div class="prose"[@lang "text" /]>${efcfn.richText(component.text).html()?no_esc}</div>
[/#if]
[/#macro]
[#if component.heading?has_content]
[@section kind="text" usual=""]
[@body /]
[/@section]
[#elseif component.text?has_content]
<div class="component text">
[@body /]
</div>
[#else]
[@hint i18n['efc.component.text.missing'] /]
[/#if]
