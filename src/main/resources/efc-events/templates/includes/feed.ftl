[#ftl output_format="plainText"]
[#--
  The same events for machines, if the address asks for that: makes "representation" for includes/representation.ftl, unless
  there is nothing to send. What is followed is in "feed":
    events  all of them
    part    which part of the archive they are, in words; empty if they are the whole
    path    what precedes the extension in the address, after the language
    query   the filters that it follows, with the question mark; may be empty
--]
[#assign channel = {"ics": "calendarFeed", "atom": "atomFeed"}[extension]!"" /]
[#if channel?has_content]
[#assign followed = archive.read(feed.events) /]
[#assign addresses = languages.absolute(language, base) /]
[#assign kinds = {} /]
[#list followed as event]
[#assign kind = event.summary().kind()!"" /]
[#if kind?has_content && !(kinds[kind]??)][#assign kinds = kinds + {kind: i18n['efc.kind.' + kind]} /][/#if]
[/#list]
[#include "/efc-events/templates/channels/" + channel + ".ftl"]
[/#if]
