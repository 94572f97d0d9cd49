<h1>${i18n['bad.heading']}</h1>
[#-- ${i18n['bad.comment']} --]
<p>${i18n['bad.nowhere']} ${i18n['bad.kind.' + content.kind]}</p>
