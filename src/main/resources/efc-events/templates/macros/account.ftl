[#ftl output_format="HTML"]
[#-- The way in and out for members; editors have their own. --]
[#macro signInOrOut]
[#if cmsfn.isPublicInstance()]
<p class="account">[#if ctx.user.name == "anonymous"][@wayIn /][#else]${i18n.get('efc.account.signedIn', [ctx.user.name])} <a href="?mgnlLogout=" rel="nofollow">${i18n['efc.account.signOut']}</a>[/#if]</p>
[/#if]
[/#macro]

[#-- A link for those who have not signed in. --]
[#macro signIn]
[#if cmsfn.isPublicInstance() && ctx.user.name == "anonymous"] [@wayIn /][/#if]
[/#macro]

[#macro wayIn]<a href="?signIn=" rel="nofollow">${i18n['efc.account.signIn']}</a>[/#macro]
