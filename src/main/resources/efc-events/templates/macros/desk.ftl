[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/language.ftl" as languages]
[#-- The pages of the Archive desk, which editors have in a frame of the authoring UI: org.efcevents.desk. --]

[#-- Where Magnolia's own forms are. --]
[#function admincentral][#return (ctx.contextPath!"") + "/.magnolia/admincentral" /][/#function]

[#--
  A page around its content.
    subject  org.efcevents.desk.DeskSubject
    title    what the page is called
    intro    what it is for, in a sentence
--]
[#macro page subject title intro language base]
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
[#if subject.token()?has_content]<meta name="csrf" content="${subject.token()}">[/#if]
<link rel="stylesheet" href="${ctx.contextPath!""}/.resources/efc-events/webresources/css/desk.css">
<script src="${ctx.contextPath!""}/.resources/efc-events/webresources/js/desk.js" defer></script>
</head>
<body>
<header>
[@languages.switch language subject.path() + ".html" /]
<nav class="pages" aria-label="${i18n['efc.desk.title']}">
<ul>
[#list subject.navigation() as step]
<li><a href="${base}${step.path()}"[#if step.current()] aria-current="page"[/#if]>${i18n[step.label()]}</a></li>
[/#list]
</ul>
</nav>
<h1>${title}</h1>
<p>${intro}</p>
</header>
<main id="content">
[#nested]
</main>
</body>
</html>
[/#macro]

[#-- A form that changes something. It is sent to the page that it is on. --]
[#macro form subject base class=""]
<form method="post" action="${base}${subject.path()}.html"[#if class?has_content] class="${class}"[/#if]>
[#if subject.token()?has_content]<input type="hidden" name="csrf" value="${subject.token()}">[/#if]
[#nested]
</form>
[/#macro]

[#--
  What is wrong with what was sent, before the form: org.efcevents.desk.Problem. The nested content is the address of the page that has a field,
  its loop variable, if that is another one.
--]
[#macro problems all]
[#if all?has_content]
<section class="wrong" role="alert" aria-labelledby="problems" tabindex="-1">
<h2 id="problems">${i18n['efc.desk.problems']}</h2>
<ul>
[#list all as problem]
<li>[#if problem.field()?has_content]<a href="[#nested problem.field()]#${problem.field()}">[/#if][@words problem /][#if problem.field()?has_content]</a>[/#if][@obstacles problem.entries() /]</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#-- What is in the way of something, with links to where it is: org.efcevents.desk.StepView.Entry. --]
[#macro obstacles all]
[#if all?has_content]
<ul class="places">
[#list all as one]<li><a href="${admincentral()}${one.form()}" target="_top">${one.title()}</a> <span class="path">[#if one.published()]${i18n['efc.desk.step.in-public']}[#elseif one.there()]${i18n['efc.desk.step.touched']}[#else]${i18n['efc.desk.step.not-there']}[/#if]</span></li>
[/#list]
</ul>
[/#if]
[/#macro]

[#-- Marks a field that is not right, within its tag. --]
[#macro wrong problems field][#if problems?filter(problem -> problem.field() == field)?has_content] aria-invalid="true"[/#if][/#macro]

[#macro words problem]${i18n.get(problem.message(), problem.about())}[/#macro]
