[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- Whether role or organisation is known of a person, or of their part in an event. --]
[#function hasCapacity of][#return of.role()?has_content || of.organisation()?has_content /][/#function]

[#-- Role and organisation, whichever are known, in the order in which they are spoken. --]
[#macro capacity of][#if of.role()?has_content][@languages.text of.fallbacks() "role" of.role() /][#if of.organisation()?has_content], [/#if][/#if][#if of.organisation()?has_content][@languages.text of.fallbacks() "organisation" of.organisation() /][/#if][/#macro]
