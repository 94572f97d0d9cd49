[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[@parts.problems problems /]
<form class="asset-search" method="get" action="${base}/assets" role="search">
<label for="q">${ui.get("asset.search")}</label>
<input type="search" id="q" name="q" value="${words}">
<button>${ui.get("asset.search.submit")}</button>
</form>
[#if words?has_content]
<p>${ui.get("asset.search.found", [assets?size, words])}. <a href="${base}/assets">${ui.get("asset.search.end")}</a></p>
[/#if]
[#if folders?has_content]
<section class="tiles" aria-labelledby="folders">
<h2 id="folders">${ui.get("asset.folders")}</h2>
<ul>
[#list folders as folder]
<li><a href="${request.address(folder.screen())}"><span class="sign" aria-hidden="true">${folder.files()}</span><span>${folder.name()}<br>[@parts.status folder.status() /]</span></a></li>
[/#list]
</ul>
</section>
[/#if]
<section aria-labelledby="all-files">
<h2 id="all-files">${ui.get("asset.files")}</h2>
[#if assets?has_content]
<ul class="asset-list">
[#list assets as asset]
<li><a href="${base}${asset.screen()}">
[#if asset.isImage()]<img src="${request.http().contextPath()}${asset.address()}" alt="" loading="lazy">[#else]<span class="sign" aria-hidden="true">${asset.sign()}</span>[/#if]
<span class="title">${asset.title()}</span></a>
<p class="quiet-text">${asset.type()}[#if asset.width() > 0], ${ui.get("asset.pixels", [asset.width(), asset.height()])}[/#if], ${ui.get("asset.size", [asset.kilobytes()])}</p>
<p>[@parts.status asset.status() /]</p>
</li>
[/#list]
</ul>
[#elseif !words?has_content]
<p>${ui.get("asset.nothing")}</p>
[/#if]
</section>
[#if mayAdd]
<div class="asset-forms">
<section aria-labelledby="upload">
<h2 id="upload">${ui.get("asset.upload")}</h2>
<form class="narrow" method="post" action="${here}" enctype="multipart/form-data">
[@parts.start "upload" /]
<div class="field">
<label for="files">${ui.get("asset.upload.files")}</label>
<p class="description" id="files.hint">${ui.get("asset.upload.hint", [most])}</p>
<input type="file" id="files" name="files" multiple aria-describedby="files.hint"[#if parts.wrong(problems, "files")] aria-invalid="true"[/#if]>
</div>
<button class="main">${ui.get("asset.upload.submit")}</button>
</form>
</section>
<section aria-labelledby="add">
<h2 id="add">${ui.get("asset.folder.add")}</h2>
<form class="narrow" method="post" action="${here}">
[@parts.start "add" /]
<div class="field">
<label for="name">${ui.get("asset.folder.name")}</label>
<input type="text" id="name" name="name" value="${typed}" autocomplete="off"[#if parts.wrong(problems, "name")] aria-invalid="true"[/#if]>
</div>
<button>${ui.get("asset.folder.submit")}</button>
</form>
</section>
</div>
[/#if]
[#if mayChange]
[@parts.publication here folder.status() ui.get("asset.unpublish.folder") /]
[#if !folders?has_content && !assets?has_content]
<form method="post" action="${here}">[@parts.start "delete" /]<button class="danger" id="delete">${ui.get("asset.delete")}</button></form>
[/#if]
[/#if]
[/@layout.page]
