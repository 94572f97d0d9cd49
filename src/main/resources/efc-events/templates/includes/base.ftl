[#ftl output_format="HTML"]
[#--
  What precedes /events.html in this language. Where the pages lie below another root that is mapped to the site's, a page's
  own link does not end with its path: then it is the context path, and the language where the address has one.
--]
[#assign ownPage = cmsfn.page(content)!content /]
[#assign ownLink = cmsfn.link(ownPage) /]
[#assign ownPath = ownPage.@path + ".html" /]
[#assign root = ctx.contextPath!"" /]
[#assign rootOfLanguage = root + "/" + cmsfn.language() /]
[#assign base = ownLink?ends_with(ownPath)?then(ownLink?remove_ending(ownPath), ownLink?starts_with(rootOfLanguage + "/")?then(rootOfLanguage, root)) /]
