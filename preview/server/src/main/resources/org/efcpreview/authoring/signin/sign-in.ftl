[#import "/layout.ftl" as layout]
[#import "/signin/kept.ftl" as kept]
[#assign over = action?? /]
[@layout.page title=over?then(ui.get("sign.again.title"), ui.get("sign.title"))]
[#if over]
<p class="notice">${ui.get("sign.over")}</p>
[#elseif out]
<p class="notice" role="status">${ui.get("sign.out")}</p>
[/#if]
[#if problem?has_content]
<div class="problems" role="alert">
<p id="problem">${problem}</p>
</div>
[/#if]
<form class="narrow" method="post" action="${over?then(action!"", base + "/sign-in")}"[#if over] enctype="multipart/form-data"[/#if]>
[#if over]
[@kept.hidden fields /]
[#else]
<input type="hidden" name="to" value="${to}">
[/#if]
<p class="field">
<label for="name">${ui.get("sign.name")}</label>
<input id="name" name="${over?then("_sign-in-name", "name")}" value="${name}" autocomplete="username" autocapitalize="none" spellcheck="false" required[#if problem?has_content] aria-describedby="problem"[/#if][#if !name?has_content] autofocus[/#if]>
</p>
<p class="field">
<label for="password">${ui.get("sign.password")}</label>
<input id="password" type="password" name="${over?then("_sign-in-password", "password")}" autocomplete="current-password" required[#if problem?has_content] aria-describedby="problem"[/#if][#if name?has_content] autofocus[/#if]>
</p>
[#if !over]
<p class="field">
<label for="language">${ui.get("sign.language")}</label>
<select id="language" name="language">
<option value="">${ui.get("sign.language.own")}</option>
<option value="en" lang="en">English</option>
<option value="fr" lang="fr">Français</option>
</select>
</p>
[/#if]
<p><button class="main">${ui.get("sign.submit")}</button></p>
</form>
[#if over]
[@kept.shown fields lost /]
[/#if]
[/@layout.page]
