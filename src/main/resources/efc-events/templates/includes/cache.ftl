[#ftl output_format="HTML"]
[#--
  What is past and what is to come changes with the clock, and Magnolia's page cache knows no clock of its own: it keeps a
  page until content changes, but no longer than the page itself says (BrowserTtlVoter). Browsers always ask again. A page for
  somebody who has signed in is in no shared cache (RFC 9111, 5.2.2.7).
--]
[#assign kept = ctx.response.setHeader("Cache-Control", (ctx.user.name == "anonymous")?then("max-age=0, s-maxage=" + archive.secondsUntilChange()?c, "private, no-cache"))!"" /]
