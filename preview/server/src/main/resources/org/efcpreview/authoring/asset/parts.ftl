[#-- What went wrong with what was sent. --]
[#macro problems list]
[#if list?has_content]
<div class="problems" role="alert" id="problems" tabindex="-1">
<h2>${ui.get("asset.errors", [list?size])}</h2>
<ul>
[#list list as problem]
<li><a href="#${problem.field()}">${ui.get(problem.key(), problem.arguments())}</a></li>
[/#list]
</ul>
</div>
[/#if]
[/#macro]

[#function wrong list field]
[#list list as problem][#if problem.field() == field][#return true][/#if][/#list]
[#return false]
[/#function]

[#macro status of]<span class="status ${of?lower_case}">${ui.get("browser.status." + of?lower_case)}</span>[/#macro]

[#macro start what]
<input type="hidden" name="_token" value="${request.token()}">
<input type="hidden" name="do" value="${what}">
[/#macro]

[#-- Publish, unpublish. --]
[#macro publication here state note=""]
<section aria-labelledby="publication">
<h2 id="publication" tabindex="-1">${ui.get("asset.publication")}</h2>
<p>[@status state /]</p>
<div class="asset-buttons">
[#if state != "PUBLISHED"]
<form method="post" action="${here}">[@start "publish" /]<button class="main">${ui.get("asset.publish")}</button></form>
[/#if]
[#if state != "UNPUBLISHED"]
<form method="post" action="${here}">[@start "unpublish" /]<button[#if note?has_content] aria-describedby="unpublish-note"[/#if]>${ui.get("asset.unpublish")}</button></form>
[/#if]
</div>
[#if note?has_content && state != "UNPUBLISHED"]<p class="description" id="unpublish-note">${note}</p>[/#if]
</section>
[/#macro]
