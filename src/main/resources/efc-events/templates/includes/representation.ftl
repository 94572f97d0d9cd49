[#ftl output_format="plainText"]
[#--
  Sends a text that Java made, and nothing if the client has it already. A template includes this as the last thing it does,
  having assigned
    representation  what efcfn.representation(…) gave
    mediaType       such as "text/calendar;charset=UTF-8"
    fileName        optional: the text is a file to be kept, under this name
    indexed         optional: true where search engines are to list the address
    status          optional: the status of HTTP, if it is not 200
  and none of the optional ones stays assigned for another text.

  Nothing keeps it without asking again: what the text says may change with the clock and with any change of content, and
  Magnolia's cache, which would keep it, knows no If-None-Match. setContentType would have no effect in that cache.
--]
[#assign typed = ctx.response.setHeader("Content-Type", mediaType)!"" /]
[#assign tagged = ctx.response.setHeader("ETag", representation.etag())!"" /]
[#if representation.lastModified()??][#assign dated = ctx.response.setHeader("Last-Modified", representation.lastModified())!"" /][/#if]
[#assign kept = ctx.response.setHeader("Cache-Control", (ctx.user.name == "anonymous")?then("public, no-cache", "private, no-cache"))!"" /]
[#if fileName?has_content][#assign named = ctx.response.setHeader("Content-Disposition", 'attachment; filename="' + fileName?replace('[^A-Za-z0-9._-]', '-', 'r') + '"')!"" /][/#if]
[#if !(indexed!false)][#assign unlisted = ctx.response.setHeader("X-Robots-Tag", "noindex")!"" /][/#if]
[#assign ifNoneMatch = ctx.request.getHeader("If-None-Match")!"" /]
[#if (status!200) != 200]
[#assign answered = ctx.response.setStatus(status)!"" /]
${representation.text()}[#t]
[#elseif representation.isKnown(cmsfn.unescapeXss(ifNoneMatch))]
[#assign answered = ctx.response.setStatus(304)!"" /]
[#else]
${representation.text()}[#t]
[/#if]
