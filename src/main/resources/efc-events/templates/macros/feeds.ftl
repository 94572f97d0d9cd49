[#ftl output_format="HTML"]
[#-- The same in other channels. "model" is "pageModel" of includes/answer.ftl. --]

[#-- The channels as the head of a page names them; "title" is what the page is called. --]
[#function of model title]
[#local all = [] /]
[#list model.alternates() as alternate]
[#local name = alternate.title()!title /]
[#local all = all + [{"href": alternate.href(), "type": alternate.type(), "title": (alternate.message()??)?then(i18n.get(alternate.message()!"", [name]), name)}] /]
[/#list]
[#return all /]
[/#function]

[#-- Whether there is one of a media type. --]
[#function has model type][#return model.alternates()?filter(alternate -> alternate.type() == type)?has_content /][/#function]

[#-- Links to subscribe with, and what subscribers should know. --]
[#macro subscribe model]
[#if model.subscription()??]
[#local subscription = model.subscription() /]
<section class="subscribe" aria-labelledby="subscribe">
<h2 id="subscribe">${i18n['efc.feeds.title']}</h2>
<ul class="brief">
[#list subscription.offers() as offer]
<li><a href="${offer.href()}"[#if offer.type()??] type="${offer.type()}"[/#if]>${i18n[offer.message()]}</a></li>
[/#list]
</ul>
<p>[#if subscription.calendar()]${i18n['efc.feeds.how']} [/#if][#if subscription.undated() > 0]${i18n.get('efc.feeds.left', [subscription.undated()])}[/#if]</p>
</section>
[/#if]
[/#macro]
