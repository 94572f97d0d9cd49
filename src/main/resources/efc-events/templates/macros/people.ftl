[#ftl output_format="HTML"]
[#-- Role and organisation, whichever are known, in the order in which they are spoken. --]
[#macro capacity role organisation][#if role?has_content]${role}[#if organisation?has_content], [/#if][/#if]${organisation!""}[/#macro]
