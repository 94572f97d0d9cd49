[#import "/layout.ftl" as layout]
[#import "parts.ftl" as parts]
[@layout.page title=title nav=nav]
[#if problem?has_content][@parts.problem problem /][/#if]
<p>${ui.get("browser.import.into", [into])}</p>
<form method="post" action="${address}/import" enctype="multipart/form-data">
[@parts.token /]
<input type="hidden" name="query" value="${query}">
<input type="hidden" name="action" value="${action}">
[@parts.sent items /]
<p class="field">
<label for="file">${ui.get("browser.import.file")}</label>
<input type="file" id="file" name="file" required accept=".yaml" aria-describedby="file-help">
</p>
<p class="description" id="file-help">${ui.get("browser.import.help")}</p>
<fieldset>
<legend>${ui.get("browser.import.existing")}</legend>
<p><input type="radio" id="refuse" name="existing" value="refuse"[#if !replace] checked[/#if]> <label for="refuse">${ui.get("browser.import.refuse")}</label></p>
<p><input type="radio" id="replace" name="existing" value="replace"[#if replace] checked[/#if]> <label for="replace">${ui.get("browser.import.replace")}</label></p>
</fieldset>
<p class="browser-bar">
<button>${ui.get("browser.import.go")}</button>
<a class="button" href="${nav[0].href}">${ui.get("browser.cancel")}</a>
</p>
</form>
[/@layout.page]
