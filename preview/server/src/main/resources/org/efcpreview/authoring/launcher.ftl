[#import "/layout.ftl" as layout]
[@layout.page title=ui.get("launcher.title")]
[#list groups as group]
<section class="tiles" aria-labelledby="group-${group.name()}">
<h2 id="group-${group.name()}">${group.label()}</h2>
<ul>
[#list group.apps() as app, label]
<li><a href="${base}/app/${app}"><span class="sign" aria-hidden="true">${label?substring(0, 1)}</span>${label}</a></li>
[/#list]
</ul>
</section>
[#else]
<p>${ui.get("launcher.none")}</p>
[/#list]
[/@layout.page]
