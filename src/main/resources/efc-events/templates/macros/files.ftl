[#ftl output_format="HTML"]
[#import "/efc-events/templates/macros/brief.ftl" as brief]
[#import "/efc-events/templates/macros/language.ftl" as languages]

[#-- Those documents whose files the reader may have. --]
[#function of documents][#return documents?filter(document -> (damfn.getAsset(document.asset())!)?has_content) /][/#function]

[#-- Those pictures whose files the reader may have. --]
[#function pictures gallery][#return gallery?filter(picture -> (damfn.getAssetLink(picture.asset())!)?has_content) /][/#function]

[#-- The size of a picture; nothing where it is not known. --]
[#function sizeOf asset][#return efcfn.imageSize(cmsfn.nodeById(asset?remove_beginning("jcr:"), "dam"))! /][/#function]

[#-- The size of a picture, where it is known, as attributes: its place is kept before it is there. --]
[#macro size asset][#local size = sizeOf(asset)! /][#if size?has_content] width="${size.width()}" height="${size.height()}"[/#if][/#macro]

[#-- Documents, each with the type and size of its file. --]
[#macro list documents locale]
<ul>
[#list documents as document]
<li>[@file document damfn.getAsset(document.asset()) locale /]</li>
[/#list]
</ul>
[/#macro]

[#macro file document asset locale]
[#local type = cmsfn.fileExtension(asset.fileName)?upper_case /]
<a href="${asset.link}"[#if document.language()?has_content] hreflang="${document.language()}"[/#if]>[#if document.title()?has_content]<span[@languages.lang document.fallbacks() "title" /]>${document.title()}</span>[#else]${cmsfn.unescapeXss(asset.title?has_content?then(asset.title, asset.fileName))}[/#if] <span class="file">(${type?has_content?then(type, asset.mimeType)}[#if asset.fileSize gt 0], ${efcfn.fileSize(asset.fileSize, locale)}[/#if])</span></a>[#t]
[/#macro]

[#-- Those of several events, each with a link to its own; nothing where the reader may have none. --]
[#macro outputs title outputs locale base]
[#local seen = outputs?filter(output -> (damfn.getAsset(output.document().asset())!)?has_content) /]
[#if seen?has_content]
<section aria-labelledby="outputs">
<h2 id="outputs">${title}</h2>
<ul class="brief">
[#list seen as output]
<li>[@file output.document() damfn.getAsset(output.document().asset()) locale /] – [@brief.link output.event() locale base /]</li>
[/#list]
</ul>
</section>
[/#if]
[/#macro]

[#-- Files by their keys, with absolute addresses; those that the reader may not have are absent. --]
[#function addresses keys]
[#local found = {} /]
[#list keys as key]
[#local asset = damfn.getAsset(key)! /]
[#if asset?has_content][#local found = found + {key: efcfn.file(languages.anywhere(asset.link), cmsfn.nodeById(key?remove_beginning("jcr:"), "dam"))} /][/#if]
[/#list]
[#return found /]
[/#function]
