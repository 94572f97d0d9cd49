[#ftl output_format="HTML"]
[#-- Prints events as who knows Magnolia's templating functions prints them, and nothing else. --]
[#macro list events]
<ul class="events">
[#list events as event]
<li>
<article>
<h3><a href="${ctx.contextPath}/events/${event.@name}.html"><span class="title">${event.title}</span> <span class="when">${event.start!event.partialDate!}</span></a></h3>
[#if event.teaser?has_content]<p>${event.teaser}</p>[/#if]
<ul class="facts">
[#if event.kind?has_content]<li class="kind">${i18n['efc.kind.' + event.kind]}</li>[/#if]
[#if event.city?has_content]<li class="place">${event.city}, ${event.country!}</li>[/#if]
[#if event.workPackages?has_content]
<li class="work-packages">[#list event.workPackages as id][#assign group = cmsfn.contentById(id, "efc-events") /]<a href="${ctx.contextPath}/work-packages/${group.@name}.html">${group.code}</a>[#sep], [/#sep][/#list]</li>
[/#if]
[#if event.closed!false]<li class="closed">${i18n['efc.closed']}</li>[/#if]
</ul>
</article>
</li>
[/#list]
</ul>
[/#macro]

[#-- How often each value occurs, in order of the values. --]
[#function counts values]
[#local counted = [] /]
[#local last = "" /]
[#local count = 0 /]
[#list values?sort as value]
[#if value != last]
[#if count > 0][#local counted = counted + [{"name": last, "count": count}] /][/#if]
[#local last = value /]
[#local count = 0 /]
[/#if]
[#local count = count + 1 /]
[/#list]
[#if count > 0][#local counted = counted + [{"name": last, "count": count}] /][/#if]
[#return counted /]
[/#function]

[#macro choices name counted labels={}]
<select name="${name}">
<option value=""></option>
[#list counted as choice]
<option value="${choice.name}">${labels[choice.name]!choice.name} (${choice.count?c})</option>
[/#list]
</select>
[/#macro]
