[#import "/layout.ftl" as layout]
[@layout.page title=label nav=[{"href": base, "label": ui.get("launcher.title")}]]
<iframe class="embedded" src="${url}" title="${label}"></iframe>
[/@layout.page]
