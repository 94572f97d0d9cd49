[#import "/layout.ftl" as layout]
[#import "/form/form.ftl" as form]
[@layout.page title=title nav=nav]
[#if remark == "conflict"]
<div class="warning" role="alert"><p>${ui.get("page.conflict")}</p></div>
[/#if]
<form class="edit" method="post" action="${request.here()}" novalidate data-edit[#if unsaved] data-unsaved[/#if]>
<input type="hidden" name="_token" value="${request.token()}">
[@form.fields view /]
<p class="buttons save">
<button class="main" name="_do" value="save">${ui.get("form.save")}</button>
<a class="button" href="${back}">${ui.get("form.cancel")}</a>
</p>
</form>
[/@layout.page]
