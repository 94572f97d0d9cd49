[#import "/layout.ftl" as layout]
[#import "/page/parts.ftl" as parts]
[@layout.page title=ui.get("pages.move.title", [pageTitle]) nav=nav]
[@parts.summary wrong /]
<form method="post" action="${parts.at("/pages/move", page)}" novalidate>
<input type="hidden" name="_token" value="${request.token()}">
<fieldset>
<legend>${ui.get("pages.move.place")}</legend>
[#list ["before", "after", "in"] as one]
<div class="choice"><input type="radio" name="place" id="place-${one}" value="${one}"[#if one == place] checked[/#if]> <label for="place-${one}">${ui.get("pages.move.place." + one)}</label></div>
[/#list]
</fieldset>
<div class="field">
<label for="to">${ui.get("pages.move.to")}</label>
[@parts.fault wrong "to" /]
<select id="to" name="to"[@parts.faulty wrong "to" /]>
<option value="/"[#if to == "/"] selected[/#if]>${ui.get("pages.root")}</option>
[#list rows as row]
<option value="${row.path()}"[#if row.path() == to] selected[/#if]>${""?left_pad((row.level() - 1) * 2, "–")} ${row.title()} (${row.path()})</option>
[/#list]
</select>
</div>
<p class="buttons">
<button class="main">${ui.get("pages.move")}</button>
<a class="button" href="${parts.at("/pages", page)}">${ui.get("page.cancel")}</a>
</p>
</form>
[/@layout.page]
