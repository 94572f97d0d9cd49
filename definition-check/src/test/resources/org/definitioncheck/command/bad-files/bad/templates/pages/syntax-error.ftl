<h1>${content.title}</h1>
[#if content.text?has_content]
<p>${content.text</p>
[/#if]
