[#import "/layout.ftl" as layout]
[#import "/signin/kept.ftl" as kept]
[@layout.page title=ui.get("sign.send.title")]
<p>${ui.get("sign.send." + why)}</p>
<form method="post" action="${action}" enctype="multipart/form-data">
<input type="hidden" name="_token" value="${request.token()}">
<input type="hidden" name="_again" value="true">
[@kept.hidden fields /]
<p><button class="main">${ui.get("sign.send.submit")}</button> <a class="button" href="${base}">${ui.get("sign.send.leave")}</a></p>
</form>
[@kept.shown fields lost /]
[/@layout.page]
