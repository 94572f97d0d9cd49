[#--
  The frame of every screen.
  title: what the screen is, in the window's title and as its heading
  nav: the way here, each with href (absolute, as request.address gives it) and label; without the screen itself
--]
[#macro page title nav=[]]
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – ${ui.get("product")}</title>
<link rel="stylesheet" href="${base}${files.path("authoring.css")}">
<script src="${base}${files.path("authoring.js")}" defer></script>
</head>
<body>
<a class="skip" href="#content">${ui.get("frame.skip")}</a>
<header class="frame">
<p class="product"><a href="${base}">${ui.get("product")}</a></p>
[#if request??]
<div class="who">
<a class="button quiet" href="${base}">${ui.get("launcher.title")}</a>
<form method="post" action="${base}/language">
<input type="hidden" name="_token" value="${request.token()}">
<input type="hidden" name="to" value="${request.here()}">
[#if language == "fr"]
<button class="quiet" name="language" value="en" lang="en">English</button>
[#else]
<button class="quiet" name="language" value="fr" lang="fr">Français</button>
[/#if]
</form>
<form method="post" action="${base}/sign-out">
<input type="hidden" name="_token" value="${request.token()}">
<span class="name">${request.user().name()}</span>
<button class="quiet">${ui.get("frame.sign-out")}</button>
</form>
</div>
[/#if]
</header>
[#if nav?has_content]
<nav class="way" aria-label="${ui.get("frame.way")}">
<ol>
[#list nav as step]
<li><a href="${step.href}">${step.label}</a></li>
[/#list]
</ol>
</nav>
[/#if]
<main id="content" tabindex="-1">
<div role="status" class="notices">
[#if request??]
[#list request.told() as notice]
<p class="notice">${notice.text()}[#if notice.href()?has_content] <a href="${notice.href()}">${ui.get("notice.show")}</a>[/#if]</p>
[/#list]
[/#if]
</div>
<h1>${title}</h1>
[#nested]
</main>
</body>
</html>
[/#macro]
