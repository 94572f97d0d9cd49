[#ftl output_format="HTML"]
[#-- What tells a screen reader, a browser and a search engine which language something is in. --]

[#-- The attribute of an element whose text is not in the page's language; nothing where it is. --]
[#macro lang fallbacks property][#local code = fallbacks.of(property)!"" /][#if code?has_content] lang="${code}"[/#if][/#macro]

[#-- A text among others: in an element of its own only where it is not in the page's language. --]
[#macro text fallbacks property text][#if (fallbacks.of(property)!"")?has_content]<span lang="${fallbacks.of(property)}">${text}</span>[#else]${text}[/#if][/#macro]

[#-- Formatted text, made safe by Java, and its links to what the visitor may see. --]
[#macro rich text base class="prose"]<div class="${class}"[#if (text.language()!"")?has_content] lang="${text.language()}"[/#if]>${linked(text, base).html()?no_esc}</div>[/#macro]

[#-- What an editor has put before a list, in the page's property "intro"; nothing where there is none. --]
[#macro intro page base]
[#local text = efcfn.richText(cmsfn.asJCRNode(page), "intro") /]
[#if text.html()?has_content]
[@rich text base "intro" /]
[/#if]
[/#macro]

[#-- Formatted text with the addresses of its links to pages, files and what is in the archive. --]
[#function linked text base]
[#local all = text /]
[#list text.links() as link]
[#local all = all.withAddress(link, addressOf(link, base)) /]
[/#list]
[#return all /]
[/#function]

[#-- Where a link leads to; empty where there is nothing, or nothing for this visitor. --]
[#function addressOf link base]
[#if link.workspace() == "efc-events"]
[#local path = efcfn.pagePath(cmsfn.nodeById(link.identifier(), "efc-events"))!"" /]
[#return path?has_content?then(base + path, "") /]
[#elseif link.workspace() == "dam"]
[#return damfn.getAssetLink("jcr:" + link.identifier())!"" /]
[/#if]
[#return cmsfn.link(link.workspace(), link.identifier())!"" /]
[/#function]

[#-- The absolute addresses of links to nodes, by workspace, colon and identifier: what a visitor may not see is absent. --]
[#function targets links base]
[#local found = {} /]
[#list links as link]
[#local address = addressOf(link, base) /]
[#if address?has_content][#local found = found + {link.workspace() + ":" + link.identifier(): anywhere(address)} /][/#if]
[/#list]
[#return found /]
[/#function]

[#-- An address of this site as others need it. --]
[#function anywhere address][#return address?starts_with("/")?then(origin() + address, address) /][/#function]

[#-- A place from the smallest to the largest. --]
[#macro place place language][#list place.parts(language) as part][#if (part.language()!"")?has_content]<span lang="${part.language()}">${part.text()}</span>[#else]${part.text()}[/#if][#sep], [/#sep][/#list][/#macro]

[#-- What an address to share begins with: as the site says, or as the visitor came. --]
[#function origin]
[#local site = def.parameters.siteAddress!"" /]
[#if site?has_content][#return site?remove_ending("/") /][/#if]
[#local request = ctx.request /]
[#local usual = (request.scheme == "http")?then(80, 443) /]
[#return request.scheme + "://" + request.serverName + (request.serverPort == usual)?then("", ":" + request.serverPort?c) /]
[/#function]

[#--
  The addresses of a page by language, in the site's order; empty where the site has one language only.
    path  what follows the language in an address that visitors read, such as /events/some-event.html: Magnolia itself
          knows the page by the address that the virtual URI leads to
--]
[#function addresses path]
[#local found = {} /]
[#local selector = ctx.aggregationState.selector!"" /]
[#local own = content.@path + selector?has_content?then("~" + selector + "~", "") + ".html" /]
[#local links = cmsfn.localizedLinks() /]
[#list links?keys as code]
[#local link = links[code] /]
[#local found = found + {efcfn.languageTag(code): link?ends_with(own)?then(link?remove_ending(own) + path, link)} /]
[/#list]
[#return found /]
[/#function]

[#-- The one address of a page, to be shared: that of the original where it is not translated. --]
[#function canonical language base path languages]
[#local original = (languages?has_content && !languages?seq_contains(language))?then(languages[0]!language, language) /]
[#return origin() + (addresses(path)[original]!(base + path)) /]
[/#function]

[#-- The absolute addresses of the site's pages, for what is read elsewhere. --]
[#function absolute language base]
[#local byLanguage = {} /]
[#local all = addresses("") /]
[#list all?keys as code]
[#local byLanguage = byLanguage + {code: origin() + all[code]} /]
[/#list]
[#return efcfn.addresses(language, origin() + base, byLanguage) /]
[/#function]

[#--
  The page's one address and those of its translations, for search engines. A page whose text is not translated is a copy
  of the original, and says so.
    path       as above; empty for a page that has no address of its own, such as an error
    query      the part of the query that makes it another page, with its question mark
    languages  the languages that its text is written in; empty: all of the site's
--]
[#macro head language base path query languages]
[#if path?has_content]
[#local all = addresses(path) /]
<link rel="canonical" href="${canonical(language, base, path, languages)}${query}">
[#local written = all?keys?filter(code -> !languages?has_content || languages?seq_contains(code)) /]
[#if written?size gt 1]
[#list written as code]
<link rel="alternate" hreflang="${code}" href="${origin()}${all[code]}${query}">
[/#list]
[#local default = efcfn.languageTag(def.parameters.defaultLanguage) /]
[#if written?seq_contains(default)]
<link rel="alternate" hreflang="x-default" href="${origin()}${all[default]}${query}">
[/#if]
[/#if]
[/#if]
[/#macro]

[#-- The same page in the site's other languages, with everything that was asked of it. --]
[#macro switch language path]
[#local all = addresses(path?has_content?then(path, "/events.html")) /]
[#local query = path?has_content?then(cmsfn.unescapeXss(ctx.request.queryString!""), "") /]
[#if all?has_content]
<nav class="languages" aria-label="${i18n['efc.languages']}">
<ul>
[#list all?keys as code]
[#local name = efcfn.locale(code).getDisplayLanguage(efcfn.locale(code))?cap_first /]
<li>[#if code == language]<span aria-current="true">${name}</span>[#else]<a href="${all[code]}${query?has_content?then("?" + query, "")}" lang="${code}" hreflang="${code}">${name}</a>[/#if]</li>
[/#list]
</ul>
</nav>
[/#if]
[/#macro]
