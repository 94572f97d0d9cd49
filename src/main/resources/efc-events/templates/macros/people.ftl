[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- Whether role or organisation is known of a person, or of their part in an event. --]
[#function hasCapacity of][#return of.role()?has_content || of.organisation()?has_content /][/#function]

[#-- Role and organisation, whichever are known, in the order in which they are spoken. --]
[#macro capacity of][#if of.role()?has_content][@languages.text of.fallbacks() "role" of.role() /][#if of.organisation()?has_content], [/#if][/#if][#if of.organisation()?has_content][@languages.text of.fallbacks() "organisation" of.organisation() /][/#if][/#macro]

[#--
  What somebody did at an event.
    level   the element of the name: a heading, or p where those around are none
    nested  what follows who they are
--]
[#macro participation participation base level]
<${level}[#if level == "p"] class="person"[/#if]>[#if participation.speaker()??]<a href="${base}/speakers/${participation.speaker().slug()}.html">${participation.speaker().fullName()}</a>[#else]${i18n['efc.event.person.unknown']}[/#if]</${level}>
<p><span class="part">${i18n['efc.part.' + participation.part()]}</span>[#if hasCapacity(participation)] · [@capacity participation /][/#if]</p>
[#nested /]
[#if participation.talkTitle()?has_content]
<p class="talk"[@languages.lang participation.fallbacks() "talkTitle" /]>${participation.talkTitle()}</p>
[/#if]
[#if participation.summary()??]
<details><summary>${i18n['efc.event.talk']}[#if participation.speaker()??]<span class="hidden"> – ${participation.speaker().fullName()}</span>[/#if]</summary>
[@languages.rich participation.summary() base /]
</details>
[/#if]
[/#macro]
