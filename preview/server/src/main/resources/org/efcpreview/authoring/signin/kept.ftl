[#-- What a form sent that was not taken: for the eye, and as fields that send it once more. --]
[#macro hidden fields]
[#list fields as name, values]
[#list values as value]
<input type="hidden" name="${name}" value="${value}">
[/#list]
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
[#assign typed = fields?keys?filter(name -> !name?starts_with("_") && fields[name]?join("")?has_content) /]
[#if typed?has_content]
<details>
<summary>${ui.get("sign.typed")}</summary>
<dl class="typed">
[#list typed as name]
[#list fields[name]?filter(value -> value?has_content) as value]
<dt>${name}</dt>
<dd>${value}</dd>
[/#list]
[/#list]
</dl>
</details>
[/#if]
[/#macro]
