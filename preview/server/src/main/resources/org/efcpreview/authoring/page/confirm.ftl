[#import "/layout.ftl" as layout]
[@layout.page title=title nav=nav]
<p>${text}</p>
<form method="post">
<input type="hidden" name="_token" value="${request.token()}">
<p class="buttons">
<button class="danger">${ui.get("page.remove.submit")}</button>
<a class="button" href="${base}${back}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
