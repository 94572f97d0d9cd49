[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if message?has_content]<p>${message}</p>[/#if]
<ul class="browser-items">
[#list items as item]
<li>${item.title()} <span class="path">${item.path()}</span></li>
[/#list]
</ul>
<form class="browser-bar" method="post" action="${address}">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
[#list items as item]<input type="hidden" name="item" value="${item.path()}">[/#list]
<button class="danger" name="action" value="${action}">${proceed}</button>
<a class="button" href="${back}">${cancel}</a>
</form>
[/@layout.page]
