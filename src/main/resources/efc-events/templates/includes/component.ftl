[#ftl output_format="HTML"]
[#--
  What every component starts from. The session belongs to whoever reads the page; highlights is missing where it may not
  read the archive. The page's template says in which zone days end and which language stands in for others; where it does
  not, because it is another module's, the component's own says so.
--]
[#assign language = efcfn.languageTag(cmsfn.language()) /]
[#assign locale = efcfn.locale(language) /]
[#assign parameters = (model.root.definition.parameters)!{} /]
[#assign defaultLanguage = efcfn.languageTag(parameters.defaultLanguage!def.parameters.defaultLanguage) /]
[#if cmsfn.nodeByPath("/events", "efc-events")??]
  [#include "/efc-events/templates/includes/rights.ftl"]
  [#assign highlights = efcfn.highlights(cmsfn.nodeByPath("/events", "efc-events"), language, defaultLanguage, parameters.timeZone!def.parameters.timeZone, rights) /]
[/#if]
[#include "/efc-events/templates/includes/base.ftl"]
[#-- The component as typed: what a template is given is escaped already, and is escaped again when it is printed here. --]
[#assign component = cmsfn.decode(content) /]
[#--
  A part of a page under a heading of its own, which is the name that a screen reader lists it by.
    kind     its class
    usual    the heading where the editor typed none
--]
[#macro section kind usual]
[#local typed = component.heading!"" /]
<section class="component ${kind}" aria-labelledby="component-${content.@id}">
<h2 id="component-${content.@id}"[#if typed?has_content][@lang "heading" /][/#if]>${typed?has_content?then(typed, usual)}</h2>
[#nested]
</section>
[/#macro]

[#-- The attribute of an element whose text the editor typed in the default language only; nothing where it is. --]
[#macro lang property][#if language != defaultLanguage && !(component[property + "_" + cmsfn.language()]!"")?has_content] lang="${defaultLanguage}"[/#if][/#macro]

[#-- For the editor alone, in place of what cannot be shown. --]
[#macro hint text]
[#if cmsfn.isEditMode()]
<p class="editors-note">${text}</p>
[/#if]
[/#macro]

[#-- On to the page that has more. --]
[#macro more address text]
<p class="more"><a href="${address}">${text}</a></p>
[/#macro]
