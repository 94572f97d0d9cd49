[#--
  The form of an entry or of a dialog about one.
  view: of EditForm; detail: whether it is the entry itself; title; nav; cancel: where it leads back
  node: the identifier of what is edited, empty if there is none yet
  page: the address of the entry's page, empty if it has none, and whether the entry is published; describedBy: the field that an address is made of; unsaved: whether what it holds is stored nowhere yet
  remark: what went otherwise, empty for nothing; changed: by whom the entry was changed last, and when; gone: whether nothing can be saved
--]
[#import "/layout.ftl" as layout]
[#import "form.ftl" as form]
[@layout.page title=title nav=nav]
[#if page?has_content]
<p class="pages">
<a href="${request.contextPath()}${page}">${ui.get("form.page.author")}</a>
[#if published]
<a href="${page}">${ui.get("form.page.public")}</a>
[/#if]
</p>
[/#if]
[#if remark?has_content]
<div class="warning" role="alert">
<h2>${ui.get("form." + remark)}</h2>
<p>${ui.get("form." + remark + ".text", changed)}</p>
</div>
[/#if]
<form class="edit" method="post" novalidate data-edit data-described-by="${describedBy}"[#if detail && !node?has_content] data-new[/#if][#if unsaved] data-unsaved[/#if]>
<input type="hidden" name="_token" value="${request.token()}">
[#if node?has_content]
<input type="hidden" name="_node" value="${node}">
[/#if]
<p class="hint">${ui.get("form.all-required")}</p>
[@form.fields view /]
<p class="buttons save">
[#if !gone]
<button class="main" name="_do" value="save">${ui.get("form.save")}</button>
[#if detail]
<button name="_do" value="go-on">${ui.get("form.save-go-on")}</button>
[/#if]
[/#if]
<a class="button" href="${cancel}">${ui.get("form.cancel")}</a>
</p>
</form>
[/@layout.page]
