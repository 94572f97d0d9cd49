[#--
  The frame of every screen.
  title: what the screen is, in the window's title and as its heading
--]
[#macro page title]
<!DOCTYPE html>
<html lang="${visit.language().toLanguageTag()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – ${ui.get("product")}</title>
</head>
<body>
<main>
<h1>${title}</h1>
[#nested]
</main>
</body>
</html>
[/#macro]
