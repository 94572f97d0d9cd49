[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]

[#macro areas list level]
[#list list as area]
<section class="area" id="${area.id()}" tabindex="-1" aria-labelledby="${area.id()}.name" data-part="website:${area.path()}" data-kind="area">
<h${level} id="${area.id()}.name">${area.label()}</h${level}>
[#if !area.present()]
<p class="quiet-text">${ui.get("page.area.absent")}</p>
[#elseif !area.components()?has_content && (area.allows("add") || area.full())]
<p class="quiet-text">${ui.get("page.area.empty")}</p>
[/#if]
[#if area.components()?has_content]
<ol class="components">
[#list area.components() as component]
[@part component area component?counter level /]
[/#list]
</ol>
[/#if]
<div class="tools">
[#if area.allows("add")][@parts.go base + "/page/add?path=" + area.owner().path?url_path("UTF-8") + "&area=" + area.name()?url("UTF-8") ui.get("page.add") area.label() /][/#if]
[#if area.allows("area")][@parts.go base + "/page/area?path=" + area.owner().path?url_path("UTF-8") + "&area=" + area.name()?url("UTF-8") ui.get("page.area.edit") area.label() /][/#if]
[#if area.allows("area-add")][@parts.act "/page/area-add" ui.get("page.area-add") {"path": area.owner().path, "area": area.name()} area.label() /][/#if]
[#if area.allows("area-remove")][@parts.go base + "/page/area-remove?path=" + area.owner().path?url_path("UTF-8") + "&area=" + area.name()?url("UTF-8") ui.get("page.area-remove") area.label() "button danger" /][/#if]
[#if area.full() && area.components()?has_content]<p class="quiet-text">${ui.get("page.area.full", [area.components()?size])}</p>[/#if]
</div>
[@areas list=area.areas() level=[level + 1, 6]?min /]
</section>
[/#list]
[/#macro]

[#macro part component area number level]
[#local name = component.label() + component.summary()?has_content?then(" “" + component.summary() + "”", "") + ", " + number]
<li id="${component.node().identifier}" tabindex="-1" data-part="website:${component.node().path}" data-kind="component">
<p class="component"><strong>${component.label()}</strong>[#if component.summary()?has_content] <span class="quiet-text">${component.summary()}</span>[/#if]</p>
[#if !component.known()]<p class="problem">${ui.get("page.component.unknown", [component.template()])}</p>[/#if]
[#if !component.shown()]<p class="problem">${ui.get("page.component.not-shown", [area.label()])}</p>[/#if]
<div class="tools">
[#if component.allows("edit")][@parts.go parts.at("/page/edit", component.node().path) ui.get("page.edit") name /][/#if]
[#if component.beside("up").isPresent()][@parts.act "/page/up" ui.get("page.up") {"path": component.node().path, "beside": component.beside("up").get()} name /][/#if]
[#if component.beside("down").isPresent()][@parts.act "/page/down" ui.get("page.down") {"path": component.node().path, "beside": component.beside("down").get()} name /][/#if]
[#if component.allows("duplicate")][@parts.act "/page/duplicate" ui.get("page.duplicate") {"path": component.node().path} name /][/#if]
[#if component.allows("template")][@parts.go parts.at("/page/template", component.node().path) ui.get("page.template") name /][/#if]
[#if component.allows("remove")][@parts.go parts.at("/page/remove", component.node().path) ui.get("page.remove") name "button danger" /][/#if]
</div>
[@areas list=component.areas() level=[level + 1, 6]?min /]
</li>
[/#macro]

[@layout.page title=pageTitle nav=nav]
<p class="facts"><code>${page}</code> · ${templateTitle} · <span class="status ${status}">${ui.get("pages.status." + status)}</span></p>
<div class="tools">
[#if properties][@parts.go parts.at("/page/properties", page) ui.get("page.properties") "" /][/#if]
[#if writable][#if status != "published"][@parts.act "/page/publish" ui.get("pages.publish") {"path": page} "" /][/#if]
[#if status != "unpublished"][@parts.act "/page/unpublish" ui.get("pages.unpublish") {"path": page} "" /][/#if][/#if]
[@parts.go request.contextPath() + live?url_path("UTF-8") + "?mgnlPreview=true" ui.get("pages.preview") "" /]
[#if status != "unpublished"][@parts.go live?url_path("UTF-8") ui.get("pages.public") "" /][/#if]
</div>
[#if !writable]<p class="warning">${ui.get("page.read-only")}</p>[/#if]
[#if !known]<p class="problems" role="alert">${ui.get("page.no-template", [template])}</p>[/#if]
<div class="page-editor">
<div class="outline" role="region" aria-labelledby="outline">
<h2 id="outline">${ui.get("page.outline")}</h2>
[#if outline?has_content]
[@areas outline 3 /]
[#else]
<p class="quiet-text">${ui.get("page.no-areas")}</p>
[/#if]
</div>
<div class="live" role="region" aria-labelledby="live">
<h2 id="live">${ui.get("page.live")}</h2>
<nav class="tools" aria-label="${ui.get("page.language")}">
[#list languages as language]
<a class="button" lang="${language.toLanguageTag()}" hreflang="${language.toLanguageTag()}" href="${parts.at("/page", page)}&language=${language}"[#if language.toString() == pageLanguage] aria-current="true"[/#if]>${language.getDisplayName(language)?cap_first}</a>
[/#list]
</nav>
<iframe id="page" title="${ui.get("page.live.title", [pageTitle])}" src="${request.contextPath()}${live?url_path("UTF-8")}?mgnlPreview=false" sandbox="allow-same-origin"></iframe>
</div>
</div>
<script src="${base}${files.path("page.js")}" defer></script>
[/@layout.page]
