[#ftl output_format="HTML"]
[#-- What every page starts from. The session belongs to whoever reads the page; archive is missing where it may not read. --]
[#assign language = cmsfn.language() /]
[#assign locale = efcfn.locale(language) /]
[#if cmsfn.nodeByPath("/events", "efc-events")??]
  [#assign archive = efcfn.archive(cmsfn.nodeByPath("/events", "efc-events"), language, def.parameters.defaultLanguage, def.parameters.timeZone) /]
[/#if]
[#--
  What precedes /events.html in this language. Where the pages lie below another root that is mapped to the site's, a page's
  own link does not end with its path: then it is the context path, and the language where the address has one.
--]
[#assign ownLink = cmsfn.link(content) /]
[#assign ownPath = content.@path + ".html" /]
[#assign root = ctx.contextPath!"" /]
[#assign rootOfLanguage = root + "/" + language /]
[#assign base = ownLink?ends_with(ownPath)?then(ownLink?remove_ending(ownPath), ownLink?starts_with(rootOfLanguage + "/")?then(rootOfLanguage, root)) /]
[#-- The page as typed: what a template is given is escaped already, and is escaped again when it is printed here. --]
[#assign page = cmsfn.decode(content) /]
