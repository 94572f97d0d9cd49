[#ftl output_format="HTML"]
[#-- Finding words in all texts, and putting others in their place: org.efcevents.desk.ReplacePage. --]
[#import "/efc-events/templates/macros/desk.ftl" as desk]
[#import "/efc-events/templates/macros/desk-steps.ftl" as steps]
[#assign subject = pageModel.subject() /]
[#assign model = subject.model() /]
[#assign asked = model.asked() /]
[@desk.page subject i18n['efc.desk.replace.title'] i18n['efc.desk.replace.intro'] language base]
[@desk.problems model.problems() /]
[#if model.done()??]
[@steps.result model.done() subject base]${i18n.get(model.done().takenBack()?then('efc.desk.replace.back', 'efc.desk.replace.done'), model.done().words())}[/@steps.result]
[#else]
<form class="step" action="${base}/desk/replace.html">
<p><label for="find">${i18n['efc.desk.replace.find']}</label>
<input id="find" name="find" value="${asked.find()}" required maxlength="200" autocomplete="off"[@desk.wrong model.problems() "find" /]></p>
[#if !model.found()??]<p><label for="with">${i18n['efc.desk.replace.with']}</label>
<input id="with" name="with" value="${asked.with()}" maxlength="200" autocomplete="off"[@desk.wrong model.problems() "with" /]></p>[/#if]
<p><label><input type="checkbox" name="whole" value="yes"[#if asked.whole() || asked.find() == ""] checked[/#if]> ${i18n['efc.desk.replace.whole']}</label></p>
<p><label><input type="checkbox" name="exact" value="yes"[#if asked.exact() || asked.find() == ""] checked[/#if]> ${i18n['efc.desk.replace.exact']}</label></p>
[#if model.languages()?size gt 1]
<p><label for="language">${i18n['efc.desk.replace.language']}</label>
<select id="language" name="language">
<option value="">${i18n['efc.desk.replace.all']}</option>
[#list model.languages() as tag]
<option value="${tag}"[#if tag == asked.language()] selected[/#if]>${efcfn.locale(tag).getDisplayLanguage(locale)}</option>
[/#list]
</select></p>
[/#if]
<p><button>${i18n['efc.desk.replace.search']}</button></p>
</form>
[/#if]
[#if model.found()??]
[#assign found = model.found() /]
<section class="question" aria-labelledby="places">
<h2 id="places">${i18n['efc.desk.replace.places']} <span class="count">${found.count()}</span></h2>
[#if found.count() == 0]
<p>${i18n.get('efc.desk.replace.none', [asked.find()])}</p>
[#else]
[#if found.shown() != found.count()]
<p><strong>${i18n.get('efc.desk.replace.cut', [found.shown()])}</strong></p>
[/#if]
[@desk.form subject base "step"]
<input type="hidden" name="find" value="${asked.find()}">
[#if asked.whole()]<input type="hidden" name="whole" value="yes">[/#if]
[#if asked.exact()]<input type="hidden" name="exact" value="yes">[/#if]
<input type="hidden" name="language" value="${asked.language()}">
[#list found.entries() as entry]
<fieldset>
<legend>${entry.node().title()} <span class="path">${entry.node().path()}</span></legend>
<ul class="places">
[#list entry.places() as place]
[#assign field][#if place.field().listLabel()??]${i18n[place.field().listLabel()]}: [/#if]${i18n[place.field().label(entry.node().type())]}[/#assign]
<li>[#if place.changeable()]<label><input type="checkbox" name="place.${place.key().text()}" value="yes"[#if model.isTicked(place)] checked[/#if]> [/#if]<span class="path">${field}, ${efcfn.locale(place.language()).getDisplayLanguage(locale)}</span> <span lang="${place.language()}">${place.before()}<mark>${place.words()}</mark>${place.after()}</span>[#if place.changeable()]</label>[#else] – ${i18n['efc.desk.replace.formatted']}[/#if]</li>
[/#list]
</ul>
<p><a href="${desk.admincentral()}${entry.node().form()}" target="_top">${i18n['efc.desk.replace.form']}<span class="visually-hidden">: ${entry.node().title()}</span></a></p>
</fieldset>
[/#list]
[#if model.isAnyChangeable()]
<p><label for="with">${i18n['efc.desk.replace.with']}</label>
<input id="with" name="with" value="${asked.with()}" required maxlength="200" autocomplete="off"[@desk.wrong model.problems() "with" /]></p>
<p><button class="main">${i18n['efc.desk.replace.carry-out']}</button> <a class="other" href="${base}/desk/replace.html">${i18n['efc.desk.replace.cancel']}</a></p>
[/#if]
[/@desk.form]
[/#if]
</section>
[/#if]
[@steps.latest model.latest() subject base; step]${i18n.get('efc.desk.replace.done', step.words())}[/@steps.latest]
[/@desk.page]
