[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("pages.rename.title", [pageTitle]) nav=nav]
[@parts.summary wrong /]
[#if public]<p class="warning">${ui.get("pages.rename.public")}</p>[/#if]
<form method="post" action="${parts.at("/pages/rename", page)}" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
<div class="field">
<label for="name">${ui.get("pages.field.name")}</label>
<p class="hint" id="name.hint">${ui.get("pages.rename.hint")}</p>
[@parts.fault wrong "name" /]
<input id="name" name="name" value="${name}" required autocomplete="off" spellcheck="false"[@parts.faulty wrong "name" "name.hint" /]>
</div>
<p class="buttons">
<button class="main">${ui.get("pages.rename")}</button>
<a class="button" href="${parts.at("/pages", page)}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
