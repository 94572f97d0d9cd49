[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=asset.title() nav=nav]
[@parts.problems problems /]
[#assign address = request.http().contextPath() + asset.address()]
<div class="asset-page">
<div>
[#if asset.isImage()]<p class="asset-picture"><img src="${address}" alt="${asset.title()}"[#if asset.width() > 0] width="${asset.width()}" height="${asset.height()}"[/#if]></p>[/#if]
<dl class="typed">
<dt>${ui.get("asset.fact.file")}</dt><dd>${asset.fileName()}</dd>
<dt>${ui.get("asset.fact.type")}</dt><dd>${asset.type()}</dd>
<dt>${ui.get("asset.fact.size")}</dt><dd>${ui.get("asset.size", [asset.kilobytes()])}</dd>
[#if asset.width() > 0]<dt>${ui.get("asset.fact.pixels")}</dt><dd>${ui.get("asset.pixels", [asset.width(), asset.height()])}</dd>[/#if]
<dt>${ui.get("asset.fact.key")}</dt><dd>${asset.key()}</dd>
</dl>
<p><a class="button" href="${address}" download>${ui.get("asset.download")}</a></p>
<section aria-labelledby="used">
<h2 id="used">${ui.get("asset.used")}</h2>
[#if uses?has_content]
<ul>
[#list uses as use]<li>${use.title()} <span class="quiet-text">(${use.workspace()}: ${use.path()})</span></li>[/#list]
</ul>
[#else]
<p>${ui.get("asset.used.not")}</p>
[/#if]
</section>
</div>
<div>
[#if mayChange]
<section aria-labelledby="texts">
<h2 id="texts">${ui.get("asset.texts")}</h2>
<form class="narrow" method="post" action="${here}">
[@parts.start "save" /]
<input type="hidden" name="_base" value="${base_}">
[#list texts as name, text]
<div class="field">
<label for="${name}">${ui.get("asset.text." + name)}</label>
[#if name == "description"]
<textarea id="${name}" name="${name}" rows="4">
${text}</textarea>
[#else]
<input type="text" id="${name}" name="${name}" value="${text}">
[/#if]
</div>
[/#list]
[#if asset.isImage()]<p class="description">${ui.get("asset.text.hint")}</p>[/#if]
<button class="main">${ui.get("asset.save")}</button>
</form>
</section>
<section aria-labelledby="replace">
<h2 id="replace">${ui.get("asset.replace")}</h2>
<form class="narrow" method="post" action="${here}" enctype="multipart/form-data">
[@parts.start "replace" /]
<div class="field">
<label for="file">${ui.get("asset.replace.file")}</label>
<p class="description" id="file.hint">${ui.get("asset.replace.hint")} ${ui.get("asset.upload.hint", [most])}</p>
<input type="file" id="file" name="file" aria-describedby="file.hint"[#if parts.wrong(problems, "file")] aria-invalid="true"[/#if]>
</div>
<button>${ui.get("asset.replace.submit")}</button>
</form>
</section>
[@parts.publication here asset.status() /]
[#else]
<dl class="typed">
[#list texts as name, text]
[#if text?has_content]<dt>${ui.get("asset.text." + name)}</dt><dd>${text}</dd>[/#if]
[/#list]
<dt>${ui.get("asset.fact.status")}</dt><dd>[@parts.status asset.status() /]</dd>
</dl>
[/#if]
[#if mayRemove]
<section aria-labelledby="delete">
<h2 id="delete" tabindex="-1">${ui.get("asset.delete")}</h2>
[#if uses?has_content]
<p class="warning">${ui.get("asset.delete.used")}</p>
<ul>
[#list uses as use]<li>${use.title()}</li>[/#list]
</ul>
[#else]
<details>
<summary>${ui.get("asset.delete")}…</summary>
<form method="post" action="${here}">[@parts.start "delete" /]<button class="danger">${ui.get("asset.delete.confirm")}</button></form>
</details>
[/#if]
</section>
[/#if]
</div>
</div>
[/@layout.page]
