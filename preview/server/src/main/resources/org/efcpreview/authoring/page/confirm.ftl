[#import "/layout.ftl" as layout]
[@layout.page title=title nav=nav]
<p>${text}</p>
<form method="post" action="${address}">
<input type="hidden" name="_token" value="${request.token()}">
<p class="buttons">
<button class="danger">${submit}</button>
<a class="button" href="${back}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
