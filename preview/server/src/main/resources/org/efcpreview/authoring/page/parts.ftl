[#-- What the screens of pages share. --]

[#-- A button that changes something at once. fields: what is sent, by name; about: what it is about, for those who hear it. --]
[#macro act screen label fields about class=""]
<form method="post" action="${base}${screen}">
<input type="hidden" name="_token" value="${request.token()}">
[#list fields as name, value]
<input type="hidden" name="${name}" value="${value}">
[/#list]
<button[#if class?has_content] class="${class}"[/#if]>${label}[@hidden about /]</button>
</form>
[/#macro]

[#macro go href label about class="button"]
<a class="${class}" href="${href}">${label}[@hidden about /]</a>
[/#macro]

[#macro hidden about][#if about?has_content]<span class="unseen">: ${about}</span>[/#if][/#macro]

[#function at screen path]
[#return base + screen + "?path=" + path?url_path("UTF-8")]
[/#function]

[#-- A choice of one, as radio buttons. --]
[#macro choose name offered chosen legend wrong]
<fieldset[#if wrong] aria-describedby="wrong-${name}"[/#if]>
<legend>${legend}</legend>
[#if wrong]<p class="problem" id="wrong-${name}">${ui.get("page.choose")}</p>[/#if]
[#list offered as id, title]
<div class="choice"><input type="radio" name="${name}" id="${name}-${id?counter}" value="${id}" required[#if id == chosen || offered?size == 1] checked[/#if]> <label for="${name}-${id?counter}">${title}</label></div>
[/#list]
</fieldset>
[/#macro]

[#-- What is wrong with a form, with links to the fields. --]
[#macro summary wrong]
[#if wrong?has_content]
<div class="problems" role="alert">
<h2>${ui.get("page.wrong")}</h2>
<ul>
[#list wrong as one]<li><a href="#${one.field()}">${ui.get(one.key(), one.arguments())}</a></li>
[/#list]
</ul>
</div>
[/#if]
[/#macro]

[#-- The attributes of a control that say what is wrong with it, and the sentence itself. --]
[#macro faulty wrong field hint=""]
[#local ids = []]
[#if hint?has_content][#local ids = ids + [hint]][/#if]
[#list wrong as one][#if one.field() == field][#local ids = ids + [field + ".wrong"]] aria-invalid="true"[/#if][/#list]
[#if ids?has_content] aria-describedby="${ids?join(" ")}"[/#if][#t]
[/#macro]

[#macro fault wrong field]
[#list wrong as one][#if one.field() == field]<p class="problem" id="${field}.wrong">${ui.get(one.key(), one.arguments())}</p>[/#if][/#list]
[/#macro]
