[#-- What a form sent that was not taken: for the eye, and as fields that send it once more. --]
[#macro hidden fields]
[#list fields as field]
<input type="hidden" name="${field.name()}" value="${field.value()}">
[/#list]
[/#macro]
[#macro shown fields lost]
[#if lost?has_content]
<p>${ui.get("sign.lost")}</p>
<ul>
[#list lost as name]
<li>${name}</li>
[/#list]
</ul>
[/#if]
[#assign typed = fields?filter(field -> field.value()?has_content && !field.name()?starts_with("_")) /]
[#if typed?has_content]
<details>
<summary>${ui.get("sign.typed")}</summary>
<dl class="typed">
[#list typed as field]
<dt>${field.name()}</dt>
<dd>${field.value()}</dd>
[/#list]
</dl>
</details>
[/#if]
[/#macro]
