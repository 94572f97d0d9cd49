[#-- What can be said of an asset beside what its columns say. --]
[#macro facts asset]
[#local address = request.contextPath() + asset.address()]
[#if asset.isImage()]<p class="asset-picture"><img src="${address}" alt="${asset.title()}"[#if asset.width() > 0] width="${asset.width()}" height="${asset.height()}"[/#if]></p>[/#if]
<dl class="browser-facts">
<div><dt>${ui.get("asset.fact.file")}</dt><dd>${asset.fileName()}</dd></div>
<div><dt>${ui.get("asset.fact.size")}</dt><dd>${ui.get("asset.size", [asset.kilobytes()])}</dd></div>
[#if asset.width() > 0]<div><dt>${ui.get("asset.fact.pixels")}</dt><dd>${ui.get("asset.pixels", [asset.width(), asset.height()])}</dd></div>[/#if]
<div><dt>${ui.get("asset.fact.key")}</dt><dd>${asset.key()}</dd></div>
</dl>
<p><a class="button" href="${address}" download>${ui.get("asset.download")}</a></p>
[/#macro]
