[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=below?then(ui.get("pages.add.title-below", [pageTitle]), ui.get("pages.add.title")) nav=nav]
[@parts.summary wrong /]
<form class="narrow" method="post" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
<div class="field">
<label for="title">${ui.get("pages.field.title")}</label>
[@parts.fault wrong "title" /]
<input id="title" name="title" value="${titleText}" required autocomplete="off"[@parts.faulty wrong "title" /]>
</div>
<div class="field">
<label for="name">${ui.get("pages.field.name")}</label>
<p class="description" id="name.hint">${ui.get("pages.field.name.hint")}</p>
[@parts.fault wrong "name" /]
<input id="name" name="name" value="${name}" autocomplete="off" spellcheck="false"[@parts.faulty wrong "name" "name.hint" /]>
</div>
[@parts.choose "template" offered template ui.get("pages.template.which") wrong?filter(one -> one.field() == "template-1")?has_content /]
<p class="buttons">
<button class="main">${ui.get("page.add.submit")}</button>
<a class="button" href="${base}${back}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
