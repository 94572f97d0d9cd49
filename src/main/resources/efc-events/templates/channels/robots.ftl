[#ftl output_format="plainText"]
[#--
  What crawlers may ask for (RFC 9309): every page, but not all combinations of filters, of which there are more than pages.
  One filter at a time leads to every event.
--]
[#assign addresses = languages.absolute(language, base) /]
[#assign bases = addresses.byLanguage()?values /]
[#if !bases?has_content][#assign bases = [addresses.own()] /][/#if]
[#assign text]
User-agent: *
[#list bases as address]
[#list ["html", "ics", "atom", "json"] as kind]
Disallow: ${address?remove_beginning(languages.origin())}/events.${kind}?*&
Disallow: ${address?remove_beginning(languages.origin())}/events.${kind}?*q=
[/#list]
[/#list]

Sitemap: ${languages.origin()}${ctx.contextPath!""}/sitemap.xml
[/#assign]
[#assign representation = efcfn.representation(text) /]
[#assign mediaType = "text/plain;charset=UTF-8" /]
