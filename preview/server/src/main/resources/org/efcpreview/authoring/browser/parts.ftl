[#-- What several screens of the browser share. --]
[#macro token]<input type="hidden" name="_token" value="${request.token()}">[/#macro]

[#macro cell cell]
[#if cell.kind() == "status"][#if cell.text()?has_content]<span class="status ${cell.detail()}">${cell.text()}</span>[/#if]
[#elseif cell.kind() == "date" && cell.detail()?has_content]<time datetime="${cell.detail()}">${cell.text()}</time>
[#else]${cell.text()}[/#if]
[/#macro]

[#macro command action]
[#local description = here.labels().find(action.settings().at("description")).orElse("")]
<button name="action" value="${action.name()}"[#if description?has_content] title="${description}"[/#if][#if action.careful()] class="danger"[/#if]>${here.labels().of(action.settings())}</button>
[/#macro]

[#macro problem text]
<div class="problems" role="alert"><p>${text}</p>[#nested]</div>
[/#macro]

[#-- The items that a screen is about, as the user reads them, and as its form sends them back. --]
[#macro listed items]
<ul class="browser-items">
[#list items as item]
<li>${here.app().source().title(item)} <span class="path">${item.path}</span></li>
[/#list]
</ul>
[/#macro]

[#-- What refers to something. --]
[#macro used uses]
<ul class="browser-items">
[#list uses as use]<li>${use.title()} <span class="path">${use.workspace()}: ${use.path()}</span></li>
[/#list]
</ul>
[/#macro]

[#macro sent items]
[#list items as item]<input type="hidden" name="item" value="${item.path}">[/#list]
[/#macro]
