[#ftl output_format="HTML"]
[#-- What every page costs before it has printed anything: HTTP, session, address, node, the start of a template. --]
empty
