[#--
  A dialog of the assets app: for files, another file, or a new folder.
  name: of the texts; about: the folder or the asset
--]
[#import "/layout.ftl" as layout]
[#assign field = {"upload": "files", "replace": "file", "folder": "name"}[name]]
[@layout.page title=ui.get("asset." + name + ".title", [about]) nav=nav]
[#if problems?has_content]
<div class="problems" role="alert" id="problems" tabindex="-1">
<h2>${ui.get("asset.errors", [problems?size])}</h2>
<ul>
[#list problems as problem]
<li><a href="#${field}">${ui.get(problem.key(), problem.arguments())}</a></li>
[/#list]
</ul>
</div>
[/#if]
<form class="narrow" method="post"[#if name != "folder"] enctype="multipart/form-data"[/#if]>
<input type="hidden" name="_token" value="${request.token()}">
<div class="field">
<label for="${field}">${ui.get("asset." + name + "." + field)}</label>
[#if name == "folder"]
<input type="text" id="name" name="name" value="${typed}" autocomplete="off"[#if problems?has_content] aria-invalid="true"[#else] autofocus[/#if]>
[#else]
<p class="description" id="hint">[#if name == "replace"]${ui.get("asset.replace.hint")} [/#if]${ui.get("asset.upload.hint")}</p>
<input type="file" id="${field}" name="${field}"[#if name == "upload"] multiple[/#if] aria-describedby="hint"[#if problems?has_content] aria-invalid="true"[/#if]>
[/#if]
</div>
<p class="buttons">
<button class="main">${ui.get("asset." + name + ".submit")}</button>
<a class="button" href="${nav[0].href}">${ui.get("browser.cancel")}</a>
</p>
</form>
[/@layout.page]
