[#--
  The fields of a form: [@form.fields view /] within a <form method="post" novalidate>, with a hidden _token beside it.
  view, of EditForm: base: what the form was opened with; sections: its tabs, one without a label where it has none, in which so many
  controls are wrong; errors: of Editing, in the order of the fields
  Of an item everything is told by its type. Items lie in lists: more than one where a field has several languages.
--]
[#macro fields view]
<input type="hidden" name="_base" value="${view.base}">
[#-- What Enter does in a line: save, and not what the first button of an entry says. --]
<button type="submit" class="default" tabindex="-1" aria-hidden="true">${ui.get("form.save")}</button>
[@errors view /]
[#if view.sections?size > 1]
<nav class="contents" aria-label="${ui.get("form.contents")}">
<ul>
[#list view.sections as section]
<li><a href="#${section.id}">${section.label}</a>[#if section.wrong > 0] <span class="wrong">${ui.get("form.wrong", [section.wrong])}</span>[/#if]</li>
[/#list]
</ul>
</nav>
[/#if]
<div class="fields"[#if view.sections?size > 1] data-tabs[/#if]>
[#list view.sections as section]
<section id="${section.id}"[#if section.label?has_content] aria-labelledby="${section.id}.label"[/#if]>
[#if section.label?has_content]<h2 id="${section.id}.label">${section.label}</h2>[/#if]
[@all section.items /]
</section>
[/#list]
</div>
[@comfort /]
[/#macro]

[#-- What form.js needs: the script itself, and its words. --]
[#macro comfort]
<template class="form-words"
 data-choices="${ui.get("comfort.choices")}"
 data-filter="${ui.get("comfort.filter")}"
 data-matches="${ui.get("comfort.matches")}"
 data-no-match="${ui.get("comfort.no-match")}"
 data-added="${ui.get("comfort.added")}"
 data-removed="${ui.get("comfort.removed")}"
 data-moved="${ui.get("comfort.moved")}"
 data-toolbar="${ui.get("comfort.toolbar")}"
 data-bold="${ui.get("comfort.bold")}"
 data-italic="${ui.get("comfort.italic")}"
 data-subscript="${ui.get("comfort.subscript")}"
 data-superscript="${ui.get("comfort.superscript")}"
 data-heading="${ui.get("comfort.heading")}"
 data-subheading="${ui.get("comfort.subheading")}"
 data-bullets="${ui.get("comfort.bullets")}"
 data-numbers="${ui.get("comfort.numbers")}"
 data-quotation="${ui.get("comfort.quotation")}"
 data-link="${ui.get("comfort.link")}"
 data-undo="${ui.get("comfort.undo")}"
 data-redo="${ui.get("comfort.redo")}"
 data-address="${ui.get("comfort.address")}"
 data-apply="${ui.get("comfort.apply")}"
 data-unlink="${ui.get("comfort.unlink")}"
 data-cancel="${ui.get("comfort.cancel")}"
 data-no-address="${ui.get("comfort.no-address")}"
 data-tables="${ui.get("comfort.tables")}"
 data-pictures="${ui.get("comfort.pictures")}"
 data-odd="${ui.get("comfort.odd")}"></template>
<script type="module" src="${base}${files.path("form.js")}"></script>
[/#macro]

[#-- What is wrong, with links to the fields; nothing if nothing is. --]
[#macro errors view]
[#if view.errors?has_content]
<div class="errors" role="alert" id="errors" tabindex="-1">
<h2>${ui.get("form.errors", [view.errors?size])}</h2>
<ul>
[#list view.errors as error]
<li><a href="#${error.id}">${error.label}</a>: ${error.message}</li>
[/#list]
</ul>
</div>
[/#if]
[/#macro]

[#macro all items]
[#list items as beside]
[#if beside?size > 1]
<div class="languages">
[#list beside as line][@control line /][/#list]
</div>
[#else]
[#local item = beside[0]]
[#switch item.type]
[#case "note"]<div class="note">${item.text?no_esc}</div>[#break]
[#case "group"]
<fieldset id="${item.id}"[@described item /]>
<legend>${item.label}</legend>
[@hint item /]
[@all item.items /]
</fieldset>
[#break]
[#case "switch"][@switchable item /][#break]
[#case "repeat"][@repeatable item /][#break]
[#default][@control item /]
[/#switch]
[/#if]
[/#list]
[/#macro]

[#macro hint item]
[#if item.description?has_content]<p class="hint" id="${item.id}.hint">${item.description}</p>[/#if]
[/#macro]

[#macro described item][#if item.description?has_content] aria-describedby="${item.id}.hint"[/#if][/#macro]

[#-- The label's words: the field, its language, and that it must be filled. --]
[#macro words line]${line.label}[#if line.languageName?has_content] <span class="language">${line.languageName}</span>[/#if][#if line.required] <span class="required">${ui.get("form.required-mark")}</span>[/#if][/#macro]

[#macro state line]
[#local ids = []]
[#if line.description?has_content][#local ids = ids + [line.id + ".hint"]][/#if]
[#if line.error?has_content][#local ids = ids + [line.id + ".error"]][/#if]
[#if line.theirs?has_content][#local ids = ids + [line.id + ".theirs"]][/#if]
[#if ids?has_content] aria-describedby="${ids?join(" ")}"[/#if][#if line.error?has_content] aria-invalid="true"[/#if][#rt]
[/#macro]

[#macro remarks line]
[@hint line /]
[#if line.error?has_content]<p class="error" id="${line.id}.error">${line.error}</p>[/#if]
[#if line.theirs?has_content]
<div class="theirs" id="${line.id}.theirs"><p>${ui.get("form.theirs")}</p>
[#list line.theirs as text]<p class="value">${text}</p>[/#list]
</div>
[/#if]
[/#macro]

[#macro control line]
[#local lang][#if line.language?has_content] lang="${line.language}"[/#if][/#local]
<div class="field field-${line.type}[#if line.error?has_content] invalid[/#if][#if line.theirs?has_content] differs[/#if]">
[#switch line.type]
[#case "box"]
<label><input type="checkbox" name="${line.control}" id="${line.id}" value="true"[#if line.value == "true"] checked[/#if][#if line.readOnly] disabled[/#if][@state line /]> [@words line /]</label>
[@remarks line /]
[#break]
[#case "radio"]
<fieldset id="${line.id}"[@state line /]>
<legend>[@words line /]</legend>
[@remarks line /]
[#if line.none]
<label><input type="radio" name="${line.control}" value=""[#if !line.value?has_content] checked[/#if]> ${line.noneLabel}</label>
[/#if]
[#list line.choices as choice, label]
<label><input type="radio" name="${line.control}" value="${choice}" data-form="${choice?counter}"[#if line.chosen?seq_contains(choice)] checked[/#if]> ${label}</label>
[/#list]
</fieldset>
[#break]
[#case "boxes"]
<fieldset id="${line.id}"[@state line /]>
<legend>[@words line /]</legend>
[@remarks line /]
[#list line.choices as choice, label]
<label><input type="checkbox" name="${line.control}" value="${choice}"[#if line.chosen?seq_contains(choice)] checked[/#if]> ${label}</label>
[/#list]
</fieldset>
[#break]
[#default]
<label for="${line.id}">[@words line /]</label>
[@remarks line /]
[#switch line.type]
[#case "select"]
[#case "asset"]
<select name="${line.control}" id="${line.id}"[#if line.readOnly] disabled[/#if][#if line.filter || line.type == "asset"] data-filter[/#if][#if line.type == "asset"] data-files="${request.contextPath()}/dam/"[/#if][@state line /]>
[#if line.none]<option value="">${line.noneLabel}</option>[/#if]
[#list line.choices as choice, label]
<option value="${choice}" data-form="${choice?counter}"[#if line.chosen?seq_contains(choice)] selected[/#if]>${label}</option>
[/#list]
</select>
[#if line.file??][@file line.file /][/#if]
[#break]
[#case "area"]
[#case "rich"]
<textarea name="${line.control}" id="${line.id}" rows="${line.rows}"[#if line.type == "rich"] data-rich[/#if][#if line.most > 0] maxlength="${line.most}"[/#if][#if line.placeholder?has_content] placeholder="${line.placeholder}"[/#if][#if line.readOnly] readonly[/#if]${lang}[@state line /]>
${line.value}</textarea>
[#break]
[#default]
[#local types = {"date": "date", "date-time": "datetime-local", "password": "password"}]
<input type="${types[line.type]!"text"}" name="${line.control}" id="${line.id}" value="${line.value}"[#if line.type == "number"] inputmode="numeric"[/#if][#if line.most > 0] maxlength="${line.most}"[/#if][#if line.placeholder?has_content] placeholder="${line.placeholder}"[/#if][#if line.readOnly] readonly[/#if]${lang}[@state line /]>
[/#switch]
[/#switch]
</div>
[/#macro]

[#-- What is chosen, to be seen; the name is in the field above. --]
[#macro file asset]
<div class="chosen-file" data-key="${asset.key()}">
[#if asset.isImage()]<img src="${request.contextPath()}${asset.address()}" alt="" loading="lazy"[#if asset.width() > 0] width="${asset.width()?c}" height="${asset.height()?c}"[/#if]>[/#if]
<p><a href="${base}/app/assets/item?path=${asset.node().path?url_path("UTF-8")}">${ui.get("form.file", [asset.title()])}</a></p>
[#if asset.status().name() == "UNPUBLISHED"]<p><span class="status unpublished">${ui.get("form.file.unpublished")}</span></p>[/#if]
</div>
[/#macro]

[#macro switchable item]
<fieldset class="switch" id="${item.id}"[@described item /]>
<legend>${item.label}</legend>
[@hint item /]
[@control item.selector /]
[#list item.forms as form]
[#if form.items?has_content]
<div class="form" data-form="${form?counter}" role="group" aria-label="${ui.get("form.only-for", [form.label])}">
<p class="only">${ui.get("form.only-for", [form.label])}</p>
[@all form.items /]
</div>
[/#if]
[/#list]
</fieldset>
[/#macro]

[#-- What an entry is called by, the better first: its title, the first that is chosen in it, the first that is in it. --]
[#function naming items]
[#local lines = items?map(beside -> beside[0])?filter(item -> item.value??)]
[#return lines?filter(item -> item.control?ends_with("/title")) + lines?filter(item -> item.choices??)[0..*1] + lines[0..*1]]
[/#function]

[#-- What an editor reads in a control. --]
[#function shown item][#return item.choices???then((item.choices!{})[item.value]!"", item.value)][/#function]

[#macro repeatable item]
<fieldset class="repeat" id="${item.id}"[@described item /]>
<legend>${item.label}[#if item.required] <span class="required">${ui.get("form.required-mark")}</span>[/#if]</legend>
[@hint item /]
[#if item.error?has_content]<p class="error">${item.error}</p>[/#if]
[#if item.theirs?has_content]<div class="theirs"><p>${ui.get("form.theirs")}</p><p class="value">${item.theirs}</p></div>[/#if]
[#list item.entries as entry]
[#local label = ui.get("form.entry", [item.entryLabel, entry?counter])]
[#local named = naming(entry.items)]
<fieldset class="entry" id="${entry.id}">
<legend data-title="${named?map(item -> item.control)?join(" ")}">${label}[#list named?map(item -> shown(item))?filter(text -> text?has_content) as text][#if text?is_first]: ${text}[/#if][/#list]</legend>
<input type="hidden" name="${entry.control}/_id" value="${entry.key}">
[@all entry.items /]
<p class="buttons">
[#if item.ordered && !entry?is_first]<button name="_do" value="up:${entry.control}" aria-label="${ui.get("form.up")}: ${label}">${ui.get("form.up")}</button>[/#if]
[#if item.ordered && entry?has_next]<button name="_do" value="down:${entry.control}" aria-label="${ui.get("form.down")}: ${label}">${ui.get("form.down")}</button>[/#if]
[#if item.removable]<button name="_do" value="remove:${entry.control}" aria-label="${ui.get("form.remove")}: ${label}">${ui.get("form.remove")}</button>[/#if]
</p>
</fieldset>
[/#list]
[#if item.addLabel?has_content]
<p class="buttons"><button name="_do" value="add:${item.control}">${item.addLabel}</button></p>
[/#if]
</fieldset>
[/#macro]
