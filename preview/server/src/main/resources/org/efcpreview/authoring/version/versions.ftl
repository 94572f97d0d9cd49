[#import "/layout.ftl" as layout]
[#import "/browser/parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if chosen?has_content]
<h2>${ui.get("version.held", [chosen])}</h2>
[#if differences?has_content]
<div class="scroll" tabindex="0" role="region" aria-label="${ui.get("version.held", [chosen])}">
<table class="browser-table">
<thead><tr><th scope="col">${ui.get("version.property")}</th><th scope="col">${ui.get("version.then")}</th><th scope="col">${ui.get("version.now")}</th></tr></thead>
<tbody>
[#list differences as difference]
<tr><th scope="row">${difference.label()}</th><td>[#if difference.then()?has_content]${difference.then()}[#else]<span class="none">${ui.get("version.none")}</span>[/#if]</td><td>[#if difference.now()?has_content]${difference.now()}[#else]<span class="none">${ui.get("version.none")}</span>[/#if]</td></tr>
[/#list]
</tbody>
</table>
</div>
[#else]
<p>${ui.get("version.same")}</p>
[/#if]
[#if mayRestore]
<form class="browser-bar" method="post" action="${address}/versions">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="item" value="${path}">
<button name="version" value="${chosen}">${ui.get("version.restore", [chosen])}</button>
<p class="description">${ui.get("version.restoreHelp")}</p>
</form>
[/#if]
<h2>${ui.get("version.all")}</h2>
[/#if]
[#if versions?has_content]
<ul class="version-list">
[#list versions as version]
<li[#if version.name() == chosen] aria-current="true"[/#if]>
<a href="${address}/versions?path=${path?url('UTF-8')}&amp;version=${version.name()?url('UTF-8')}">${ui.get("version.name", [version.name()])}</a>
<time datetime="${ui.machine(version.made())}">${ui.moment(version.made())}</time>
<span>${version.user()}</span>
[#if version.comment()?has_content]<span class="comment">${ui.find(version.comment()).orElse(version.comment())}</span>[/#if]
</li>
[/#list]
</ul>
[#else]
<p>${ui.get("version.nothing")}</p>
[/#if]
<p><a href="${nav[0].href}">${ui.get("browser.back")}</a></p>
[/@layout.page]
