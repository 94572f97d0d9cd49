[#ftl output_format="HTML"]
[#-- Bringing the events of an old page into the archive: org.efcevents.desk.ImportPage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-steps.ftl" as steps]
[#assign subject = pageModel.subject() /]
[#assign screen = subject.model() /]
[@desk.page subject i18n['efc.desk.import.title'] i18n['efc.desk.import.intro'] language base]
[#switch screen.step()]
[#case "choose"][@choose screen /][#break]
[#case "columns"][@columns screen /][#break]
[#case "look"][@look screen screen.review() /][#break]
[#case "remove"][@removing screen.source() screen.kind() /][#break]
[#case "done"][#if screen.before()]<p class="done" role="status">${i18n['efc.desk.import.before']}</p>[/#if][@steps.result screen.done() subject base i18n['efc.desk.import.take-back'] i18n['efc.desk.import.again']]${i18n.get(screen.done().takenBack()?then("efc.desk.import.back", "efc.desk.import.done"), screen.done().words())}[/@steps.result][#if screen.files()]<p class="files">${i18n.get(screen.done().takenBack()?then("efc.desk.import.files.stay", "efc.desk.import.files.lie"), screen.done().words())} <a href="${desk.admincentral()}${screen.folder()}" target="_top">${i18n['efc.desk.import.files.folder']}</a></p>[/#if][#break]
[/#switch]
[/@desk.page]

[#macro choose screen]
[@desk.problems screen.problems() /]
[#if screen.removed()]<p class="done" role="status">${i18n['efc.desk.import.remove.done']}</p>[/#if]
<form method="post" action="${base}${subject.path()}.html" enctype="multipart/form-data" class="step">
[#if subject.token()?has_content]<input type="hidden" name="csrf" value="${subject.token()}">[/#if]
<p><label for="file">${i18n['efc.desk.import.file']}</label> <input type="file" id="file" name="file" accept=".html,.htm,.txt,.zip,.csv,.tsv,.xlsx,.ods,.ics,text/html,text/plain,text/csv,text/calendar,application/zip" aria-describedby="file-help"[@desk.wrong screen.problems() "file" /]> <span class="hint" id="file-help">${i18n['efc.desk.import.file.hint']}</span></p>
<p><label for="text">${i18n['efc.desk.import.text']}</label> <textarea id="text" name="text" rows="8">${screen.text()}</textarea></p>
<p><label for="title">${i18n['efc.desk.import.name']}</label> <input id="title" name="title" required value="${screen.title()}" aria-describedby="title-help"[@desk.wrong screen.problems() "title" /]> <span class="hint" id="title-help">${i18n['efc.desk.import.name.hint']}</span></p>
<p><label for="address">${i18n['efc.desk.import.address']}</label> <input id="address" name="address" type="url" value="${screen.address()}" aria-describedby="address-help"[@desk.wrong screen.problems() "address" /]> <span class="hint" id="address-help">${i18n['efc.desk.import.address.hint']}</span></p>
<p><button class="main">${i18n['efc.desk.import.read']}</button></p>
<p role="status" data-waiting="${i18n['efc.desk.import.waiting']}"></p>
</form>
[#if screen.pages()?has_content]
<section class="question" aria-labelledby="pages">
<h2 id="pages">${i18n['efc.desk.import.pages']}</h2>
<ul>
[#list screen.pages() as source]
<li><a href="${base}${subject.path()}.html?page=${source.page().id()}">${source.page().title()}</a> <a href="${base}${subject.path()}.html?remove=${source.page().id()}">${i18n['efc.desk.import.remove']}<span class="visually-hidden"> ${source.page().title()}, ${source.when()}</span></a> <span class="path">[@kept source /]</span></li>
[/#list]
</ul>
</section>
[/#if]
<section class="question" aria-labelledby="out">
<h2 id="out">${i18n['efc.desk.import.out']}</h2>
<p>${i18n['efc.desk.import.out.hint']}</p>
<p><a href="${base}${subject.path()}.csv">${i18n['efc.desk.import.out.download']}</a></p>
</section>
[@steps.latest screen.latest() subject base i18n['efc.desk.import.take-back']; step]${i18n.get("efc.desk.import.done", step.words())}[/@steps.latest]
[/#macro]

[#macro kept source][#if source.page().name()?has_content]${source.page().name()}, [/#if]${source.when()}, ${source.page().by()}[#if source.page().count() != 0] – ${i18n.get('efc.desk.import.made', [source.page().count()])}[/#if][/#macro]

[#macro removing source kind]
<section class="question" aria-labelledby="removing">
<h2 id="removing">${i18n.get('efc.desk.import.remove.title', [source.page().title()])}</h2>
<p class="path">[@kept source /]</p>
<p>${i18n['efc.desk.import.remove.hint']}</p>
<p>${i18n['efc.desk.import.remove.again.' + kind]}</p>
[@desk.form subject base "step"]
<p><button class="destroys" name="remove" value="${source.page().id()}">${i18n['efc.desk.import.remove.do']}</button> <a class="other" href="${base}${subject.path()}.html">${i18n['efc.desk.import.remove.keep']}</a></p>
[/@desk.form]
</section>
[/#macro]

[#macro columns screen]
[@desk.problems screen.problems() /]
<h2>${screen.page().title()}</h2>
<p role="status">${i18n.get('efc.desk.import.columns.found', [screen.total(), screen.columns()?size])}[#if screen.remembered()] ${i18n['efc.desk.import.columns.remembered']}[/#if]</p>
<p>${i18n['efc.desk.import.columns.intro']}</p>
[@desk.form subject base]
<input type="hidden" name="page" value="${screen.page().id()}">
<input type="hidden" name="columns" value="yes">
[#-- What the key Enter presses: the first button of a form. --]
<button class="visually-hidden" tabindex="-1" aria-hidden="true">${i18n['efc.desk.import.columns.look']}</button>
[#if screen.open()]
<fieldset id="order">
<legend>[#if screen.mixed()?has_content]${i18n.get('efc.desk.import.columns.order.mixed', [screen.mixed()[0], screen.mixed()[1], screen.dates()?join(", ")])}[#else]${i18n.get('efc.desk.import.columns.order', [screen.dates()?join(", ")])}[/#if]</legend>
<label><input type="radio" name="order" value="day"[#if screen.order() == "day"] checked[/#if][@desk.wrong screen.problems() "order" /]> ${i18n['efc.desk.import.columns.order.day']}</label>
<label><input type="radio" name="order" value="month"[#if screen.order() == "month"] checked[/#if][@desk.wrong screen.problems() "order" /]> ${i18n['efc.desk.import.columns.order.month']}</label>
</fieldset>
[/#if]
<p>[#if screen.sheets()?size > 1]<label for="sheet">${i18n['efc.desk.import.columns.sheet']}</label> <select id="sheet" name="sheet">[#list screen.sheets() as sheet]<option value="${sheet.value()}"[#if sheet.chosen()] selected[/#if]>${sheet.label()}</option>[/#list]</select> [/#if]<label for="heading">${i18n['efc.desk.import.columns.row']}</label> <select id="heading" name="heading">[#list screen.rows() as row]<option value="${row.value()}"[#if row.chosen()] selected[/#if]>[#if row.label()?has_content]${row.label()}[#else]${i18n['efc.desk.import.columns.row.none']}[/#if]</option>[/#list]</select> <button name="again" value="yes">${i18n['efc.desk.import.columns.again']}</button></p>
<ul class="columns">
[#list screen.columns() as column]
<li[#if !column.sure()] class="unsure"[/#if]>
<p><label for="${column.field()}">${i18n.get('efc.desk.import.columns.column', [column.letters()])} <strong>${column.heading()}</strong></label>
<select id="${column.field()}" name="${column.field()}"[@desk.wrong screen.problems() column.field() /]><option value="">${i18n['efc.desk.import.columns.none']}</option>[#list column.options() as option]<option value="${option.value()}"[#if option.chosen()] selected[/#if]>${i18n['efc.desk.import.field.' + option.label()]}[#if option.language()?has_content] (${option.language()})[/#if]</option>[/#list]</select>[#if !column.sure()] <strong>${i18n['efc.desk.import.columns.unsure']}</strong>[/#if]</p>
<p class="path">[#list column.examples() as example]${example}[#sep] · [/#list]</p>
</li>
[/#list]
</ul>
<p><button class="main">${i18n['efc.desk.import.columns.look']}</button></p>
[/@desk.form]
[/#macro]

[#macro look screen review]
[#assign here = base + subject.path() + ".html?page=" + review.page().id() /]
[@desk.problems screen.problems(); field][#if review.elsewhere()[field]??]${here}&amp;from=${review.elsewhere()[field]?c}[/#if][/@desk.problems]
<h2>${review.page().title()}</h2>
[#if review.kept()]<p class="done" role="status">${i18n['efc.desk.import.kept']}</p>[/#if]
<p>${i18n.get('efc.desk.import.found', [review.total(), review.taken()])}[#if review.changing() != 0] ${i18n.get('efc.desk.import.changing', [review.changing()])}[/#if]</p>
[#if review.total() != 0]
<nav class="years" aria-labelledby="show">
<p id="show">${i18n['efc.desk.import.show']}</p>
<ul>
<li><a href="${here}"[#if !review.only()?has_content] aria-current="true"[/#if]>${i18n['efc.desk.import.show.all']} (${review.total()})</a></li>
[#list review.filters() as filter]<li><a href="${here}&amp;only=${filter.key()}"[#if filter.chosen()] aria-current="true"[/#if]>${i18n['efc.desk.import.show.' + filter.key()]} (${filter.count()})</a></li>
[/#list]
</ul>
<p class="hint">${i18n['efc.desk.import.show.hint']}</p>
</nav>
[/#if]
[#if review.isTable() || review.unread()?has_content || review.gone()?has_content]
<ul class="places">
[#if review.isTable()]<li><a href="${here}&amp;columns=yes">${i18n['efc.desk.import.columns.change']}</a></li>[/#if]
[#if review.gone()?has_content]<li><a href="#gone">${i18n['efc.desk.import.gone']} (${review.gone()?size})</a></li>[/#if]
[#if review.unread()?has_content]<li><a href="#unread">${i18n['efc.desk.import.unread']} (${review.unread()?size})</a></li>[/#if]
</ul>
[/#if]
[#if review.total() == 0]
<p>${i18n['efc.desk.import.none']}</p>
[#elseif !review.rows()?has_content]
<p>${i18n['efc.desk.import.none.such']}</p>
[#else]
<p><a href="#make">${i18n['efc.desk.import.to-make']}</a></p>
[@desk.form subject base]
<input type="hidden" name="page" value="${review.page().id()}">
<input type="hidden" name="from" value="${review.shown().from()?c}">
[#if review.only()?has_content]<input type="hidden" name="only" value="${review.only()}">[/#if]
[#if review.languages()?has_content]<p><label for="language">${i18n['efc.desk.import.language']}</label> <select id="language" name="language">[#list review.languages() as language]<option value="${language.value()}"[#if language.chosen()] selected[/#if]>${language.label()}</option>[/#list]</select> <span class="path">${i18n['efc.desk.import.language.says']}</span></p>
[/#if][#if review.missing()?has_content]<p>${i18n.get('efc.desk.import.language.missing', [review.missing()])}</p>
[/#if][#if review.shown().isPart()]<p>${i18n.get('efc.desk.import.part', [review.shown().first(), review.shown().last(), review.shown().all()])}</p>[/#if]
[#-- What the key Enter presses: the first button of a form. --]
<button class="visually-hidden" tabindex="-1" aria-hidden="true">${i18n['efc.desk.import.keep']}</button>
<datalist id="countries">[#list review.countries() as country]<option value="${country}">[/#list]</datalist>
[#list review.rows() as row][@entry row review.kind() /][/#list]
[#if review.files().here() != 0]
[#if review.files().permitted()]
<p><label><input type="checkbox" name="files"[#if review.files().taken()] checked[/#if]> ${i18n.get('efc.desk.import.files.take', [review.files().here()])}</label></p>
[#else]
<p class="files">${i18n.get('efc.desk.import.files.forbidden', [review.files().here()])}</p>
[/#if]
[/#if]
[#if review.shown().isPart() || review.only()?has_content]<p>${i18n.get('efc.desk.import.make.all', [review.taken(), review.total()])}</p>[/#if]
<p id="make"><button class="main" name="import" value="yes">${i18n.get('efc.desk.import.make', [review.taken(), review.total()])}</button>
<button>${i18n['efc.desk.import.keep']}</button>[#if review.shown().previous() != 0] <button name="next" value="${review.shown().previous()?c}">${i18n['efc.desk.import.previous']}</button>[/#if][#if review.shown().next() != 0] <button name="next" value="${review.shown().next()?c}">${i18n['efc.desk.import.next']}</button>[/#if]</p>
<p class="hint">${i18n['efc.desk.import.make.hint']}</p>
<p role="status" data-waiting="${i18n['efc.desk.import.making']}" data-counting="${i18n.get('efc.desk.import.counting', ['{0}', '{1}'])}"></p>
[/@desk.form]
[/#if]
[#if review.files().isAny()][@files review.files() review.kind() /][/#if]
[#if review.gone()?has_content]
<section class="question" aria-labelledby="gone">
<h2 id="gone">${i18n['efc.desk.import.gone']}</h2>
<p>${i18n['efc.desk.import.gone.hint']}</p>
<ul>
[#list review.gone() as event]<li>[@steps.entry event /] <span class="path">${event.when()}</span></li>[/#list]
</ul>
</section>
[/#if]
[#if review.maybeOne()?has_content]
<section class="question" aria-labelledby="maybe">
<h2 id="maybe">${i18n['efc.desk.import.maybe']}</h2>
<p>${i18n['efc.desk.import.maybe.hint']}</p>
<ul>
[#list review.maybeOne() as pair]<li>[#list pair as person]${person.name()} <span class="path">[#list person.events() as event]${event}[#sep]; [/#list][#if person.others() != 0] ${i18n.get('efc.desk.import.maybe.others', [person.others()])}[/#if]</span>[/#list]</li>[/#list]
</ul>
</section>
[/#if]
[#if review.unread()?has_content]
<section class="question" aria-labelledby="unread">
<h2 id="unread">${i18n['efc.desk.import.unread']}</h2>
<p>${i18n['efc.desk.import.unread.hint']}</p>
<ul class="places">
[#list review.unread() as words]<li class="words">${words}</li>[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#macro files of kind]
<section class="question" aria-labelledby="files">
<h2 id="files">${i18n['efc.desk.import.files']}</h2>
<p>${i18n.get('efc.desk.import.files.count', [of.here(), of.unusable()?size, of.missing()?size])}[#if !of.packed() && kind == "page"] ${i18n['efc.desk.import.files.zip']}[/#if]</p>
[#if of.undescribed() != 0]<p>${i18n.get('efc.desk.import.files.undescribed', [of.undescribed()])}</p>[/#if]
[#if of.unusable()?has_content][@lacking of.unusable() i18n['efc.desk.import.files.unusable'] /][/#if]
[#if of.missing()?has_content][@lacking of.missing() i18n['efc.desk.import.files.missing'] /][/#if]
</section>
[/#macro]

[#macro lacking all title]
<details>
<summary>${title} (${all?size})</summary>
<ul>
[#list all as lack]<li class="words">${i18n.get('efc.desk.import.files.one', [i18n['efc.desk.import.field.' + lack.kind()], lack.address()])} <span class="path">${lack.event()}</span></li>[/#list]
</ul>
</details>
[/#macro]

[#macro entry row kind]
[#assign proposal = row.proposal() /]
[#assign number = proposal.position()?c /]
[#assign name = "row." + proposal.at()?c /]
<section class="entry" aria-labelledby="entry-${number}">
<h3 id="entry-${number}"><span[#if row.title()?has_content] class="visually-hidden"[/#if]>${i18n.get('efc.desk.import.entry', [number])} </span>${row.title()}</h3>
<div class="fields">
[#if row.there()??]
<p><strong>${i18n['efc.desk.import.state.' + row.state()]}</strong> [@steps.entry row.there() /][#if row.there().when()?has_content] <span class="path">${row.there().when()}</span>[/#if]</p>
[/#if]
[#if proposal.remarks()?has_content]
<ul class="remarks">
[#list proposal.remarks() as remark]<li>${i18n.get('efc.desk.import.remark.' + remark.type().key(), [remark.words()])}</li>[/#list]
</ul>
[/#if]
[#if row.isOpen()]
<p><label><input type="checkbox" name="${name}.take"[#if proposal.taken()] checked[/#if]> [#if proposal.isChange()]${i18n['efc.desk.import.change']}[#else]${i18n['efc.desk.import.take']}[/#if]<span class="visually-hidden"> ${row.title()}</span></label></p>
[/#if]
[#if row.changes()?has_content]
<dl class="changes">
[#list row.changes() as change]
<div><dt>[@label change /]</dt><dd>[#if change.before()?has_content]<del>${change.before()}</del>[#else]${i18n['efc.desk.import.change.none']}[/#if] → [#if change.after()?has_content]<ins>${change.after()}</ins>[#else]${i18n['efc.desk.import.change.none']}[/#if][#if change.kept()] <strong>${i18n['efc.desk.import.stays.' + change.stays()]}</strong>[/#if]</dd></div>
[/#list]
</dl>
[/#if]
[#if row.missingFiles() != 0]<p>${i18n.get('efc.desk.import.files.added', [row.missingFiles()])}</p>[/#if]
[#if row.isCorrected()]
[@field row "title" row.title() proposal.title()?has_content i18n['efc.desk.import.title.none'] "" /]
[@field row "date" proposal.date() proposal.stored().isPresent() i18n.get('efc.desk.import.date.unreadable', [proposal.date()]) + " " + i18n['efc.desk.import.date.form'] row.when()?has_content?then(row.when(), i18n['efc.desk.import.undated']) /]
<p><label for="${name}.kind">${i18n['efc.desk.import.field.kind']}</label> <select id="${name}.kind" name="${name}.kind"[#if row.doubts().kind??] aria-describedby="${name}.kind.says"[/#if]><option value="">${i18n['efc.desk.import.kind.none']}</option>[#list row.kinds() as kind]<option value="${kind.value()}"[#if kind.chosen()] selected[/#if]>${kind.label()}</option>[/#list]</select>[#if row.doubts().kind??] <span class="path" id="${name}.kind.says">[@doubt row.doubts().kind /]</span>[/#if]</p>
[@field row "venue" proposal.place().venue() true "" "" /]
[@field row "city" proposal.place().city() true "" "" /]
[@field row "country" proposal.place().country() proposal.place().code().isPresent() i18n.get('efc.desk.import.country.unknown', [proposal.place().country()]) "" /]
[#else]
<input type="hidden" name="${name}.seen" value="yes">
[/#if]
[#if row.facts()?has_content]
<dl>
[#list row.facts() as fact]
<div[#if !fact.sure()] class="unsure"[/#if]><dt>[@label fact /]</dt><dd><a href="#words-${number}-${fact.piece()?c}">${fact.value()}</a>[#if !fact.sure()] [@doubt fact.doubt() /][/#if][#if fact.file()?has_content] – ${i18n['efc.desk.import.file.' + fact.file()]}[/#if][#if fact.person()?has_content] <label><input type="checkbox" name="${name}.without.${fact?index}" value="${fact.person()}"[#if row.isWithout(fact.person())] checked[/#if]> ${i18n['efc.desk.import.without']}<span class="visually-hidden"> ${fact.person()}, ${row.title()}</span></label>[/#if]</dd></div>
[/#list]
</dl>
[/#if]
</div>
<details[#if row.isShort() && kind != "calendar"] open[/#if]>
<summary>${i18n['efc.desk.import.words.' + kind]}<span class="visually-hidden"> ${row.title()}</span></summary>
<p class="words">[#list row.pieces() as piece][#if piece.use()?has_content]<span id="words-${number}-${piece.number()?c}" class="${piece.use()}" title="${i18n['efc.desk.import.use.' + piece.use()]}">${piece.text()}</span>[#else]${piece.text()}[/#if][/#list]</p>
[#if row.beginnings()?has_content]
<p><label for="${name}.divide">${i18n['efc.desk.import.divide']}</label> <select id="${name}.divide" name="${name}.divide"><option value=""></option>[#list row.beginnings() as beginning]<option value="${beginning.at()?c}">${beginning.words()}</option>[/#list]</select>
<button name="divide" value="${proposal.at()?c}.${number}">${i18n['efc.desk.import.divide.do']}<span class="visually-hidden"> ${row.title()}</span></button></p>
[/#if]
[#if row.isJoinable()]
<p><button name="join" value="${proposal.at()?c}.${number}">${i18n['efc.desk.import.join']}<span class="visually-hidden"> ${row.title()}</span></button></p>
[/#if]
</details>
</section>
[/#macro]

[#-- A field that can be put right, with what is wrong with it, or what it says, or why it is not sure. --]
[#macro field row of value right wrong says]
<p><label for="${name}.${of}">${i18n['efc.desk.import.field.' + of]}</label> <input class="address" id="${name}.${of}" name="${name}.${of}" value="${value}"[#if !right] aria-invalid="true"[/#if][#if !right || says?has_content || row.doubts()[of]??] aria-describedby="${name}.${of}.says"[/#if][#if of == "country"] list="countries"[/#if]>[#if !right || says?has_content || row.doubts()[of]??] <span class="path" id="${name}.${of}.says">[#if right]${says}[#if row.doubts()[of]??] [@doubt row.doubts()[of] /][/#if][#else]<strong>${wrong}</strong>[/#if]</span>[/#if]</p>
[/#macro]

[#macro doubt key]<strong>${i18n['efc.desk.import.unsure']}</strong> – ${i18n['efc.desk.import.doubt.' + key]}[/#macro]

[#macro label of]${i18n['efc.desk.import.field.' + of.label()]}[#if of.language()?has_content] (${of.language()})[/#if][/#macro]
