[#ftl output_format="HTML"]
[#--
  Instead of a page that cannot be shown: what was asked for is not there, or the whole archive is closed to the reader.
  Not a 403 even then: Magnolia puts its login form below any page that answers 401 or 403 (SecurityCallbackFilter).
--]
[#assign answered = ctx.response.setStatus(404)!"" /]
[#if archive??]
<h1>${i18n['efc.missing.title']}</h1>
<p>${i18n['efc.missing.text']} <a href="${base}/events.html">${i18n['efc.missing.link']}</a></p>
[#else]
<h1>${i18n['efc.forbidden.title']}</h1>
<p>${i18n['efc.forbidden.text']}</p>
[/#if]
