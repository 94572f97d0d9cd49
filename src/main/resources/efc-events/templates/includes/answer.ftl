[#ftl output_format="HTML"]
[#--
  Answers the request for one of the archive's pages. Java decides what with; this carries it out: status and headers, and the body
  where there is one, or a notice where the page cannot be shown. Otherwise it assigns "pageModel" (org.efcevents.page.PageModel), and the
  template that includes this prints the page. It also assigns what includes/archive.ftl does, and the namespaces layout and languages.
--]
[#include "/efc-events/templates/includes/archive.ftl"]
[#import "/efc-events/templates/macros/files.ftl" as files]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#import def.parameters.layout as layout]
[#-- What a form has sent, as typed: ctx.parameters has it escaped, which cannot be undone. Names need no escaping. --]
[#assign fields = (ctx.request.method == "POST")?then(ctx.parameters?keys, []) /]
[#-- What Magnolia has read of a form with files: info.magnolia.cms.beans.runtime.MultipartForm. --]
[#assign sentFiles = (ctx.request.method == "POST")?then(ctx.getAttribute("multipartform", 1)!"", "") /]
[#assign sentFile = sentFiles?is_hash?then(sentFiles.getDocument("file")!"", "") /]
[#assign facts = {
  "page": def.parameters.page,
  "selector": ctx.aggregationState.selector!"",
  "extension": ctx.aggregationState.extension!"",
  "query": cmsfn.unescapeXss(ctx.request.queryString!""),
  "method": ctx.request.method,
  "ifNoneMatch": cmsfn.unescapeXss(ctx.request.getHeader("If-None-Match")!""),
  "anonymous": ctx.user.name == "anonymous",
  "said": ctx.response.headerNames?map(name -> name),
  "author": cmsfn.isAuthorInstance(),
  "user": ctx.user.name,
  "token": ctx.getAttribute("csrf", 2)!"",
  "sentFrom": cmsfn.unescapeXss(ctx.request.getHeader("Origin")!""),
  "fetchSite": cmsfn.unescapeXss(ctx.request.getHeader("Sec-Fetch-Site")!""),
  "hosts": [cmsfn.unescapeXss(ctx.request.getHeader("Host")!""), cmsfn.unescapeXss(ctx.request.getHeader("X-Forwarded-Host")!"")],
  "fields": fields,
  "values": fields?map(name -> ctx.getAttribute(name, 1)!""),
  "commands": (efccommands)!"",
  "receivers": (efcreceivers)!"",
  "files": (cmsfn.isAuthorInstance())?then((efcfn.session((cmsfn.nodeByPath("/", "dam"))!))!"", ""),
  "sentFile": sentFile?is_hash?then(sentFile.stream, ""),
  "sentFileName": sentFile?is_hash?then(sentFile.fileNameWithExtension!"", ""),
  "addresses": languages.absolute(language, base),
  "base": base,
  "origin": languages.origin(),
  "contextPath": ctx.contextPath!"",
  "timeZone": def.parameters.timeZone,
  "policy": def.parameters.contentSecurityPolicy!"",
  "license": def.parameters.license!"",
  "pageSize": def.parameters.pageSize,
  "feedSize": def.parameters.feedSize,
  "relatedEvents": def.parameters.relatedEvents
} /]
[#assign resource = (archive??)?then(efcfn.resource(facts, archive!), efcfn.closed(facts)) /]
[#assign messages = {} /]
[#list resource.messages() as key][#assign messages = messages + {key: i18n[key]} /][/#list]
[#assign response = resource.respond(messages, languages.targets(resource.links(), base), files.addresses(resource.files())) /]
[#if resource.replacesToken()][#assign sent = ctx.removeAttribute("csrf", 2)!"" /][/#if]
[#list response.headers() as header][#assign sent = header.isAdded()?then(ctx.response.addHeader(header.name(), header.value())!"", ctx.response.setHeader(header.name(), header.value())!"") /][/#list]
[#if response.status() != 200][#assign sent = ctx.response.setStatus(response.status())!"" /][/#if]
[#if response.body()??]
[#list response.body() as part]${part?no_esc}[/#list][#t]
[#elseif response.page().notice()??]
[#assign notice = response.page().notice() /]
[@layout.page title=i18n[notice.title()] language=language base=base current=response.page().subject().kind().section() path=""]
<h1>${i18n[notice.title()]}</h1>
<p>[#if notice.text()??]${i18n[notice.text()]}[#if notice.link()??] [/#if][/#if][#if notice.link()??]<a href="${notice.link()}">${i18n[notice.linkText()]}</a>[/#if]</p>
[/@layout.page]
[#else]
[#assign pageModel = response.page() /]
[/#if]
