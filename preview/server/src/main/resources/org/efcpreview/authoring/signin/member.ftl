[#import "/bare.ftl" as bare]
[@bare.page title=ui.get("sign.title")]
[#if problem?has_content]
<p role="alert">${problem}</p>
[/#if]
<form method="post">
<label for="name">${ui.get("sign.name")}</label>
<input id="name" name="mgnlUserId" autocomplete="username" value="${name}" required>
<label for="password">${ui.get("sign.password")}</label>
<input id="password" name="mgnlUserPSWD" type="password" autocomplete="current-password" required>
<button>${ui.get("sign.submit")}</button>
</form>
[/@bare.page]
