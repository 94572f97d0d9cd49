[#--
  The frame of the server's own pages outside of the authoring UI. A style sheet of its own would be one more file that a
  public instance has to let through.
  title: in the window's title and as the heading
  The style is let through by its hash, in Views.POLICY: who changes the one changes the other.
--]
[#macro page title]
<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root{color-scheme:light dark}
body{font:1.1em/1.5 system-ui,sans-serif;max-width:50em;margin:3em auto;padding:0 1em}
label{display:block;margin-top:1em}
input{font:inherit;width:100%;max-width:24em;box-sizing:border-box}
button{font:inherit;margin-top:1.5em;padding:.3em 1em}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;padding:1em}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
[#nested]
</main>
</body>
</html>
[/#macro]
