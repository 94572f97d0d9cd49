[#ftl output_format="plainText"]
[#-- What search engines are told there is (sitemaps.org). --]
[#assign representation = efcfn.representation(efcfn.sitemap(archive, languages.absolute(language, base)).text()) /]
[#assign mediaType = "application/xml;charset=UTF-8" /]
