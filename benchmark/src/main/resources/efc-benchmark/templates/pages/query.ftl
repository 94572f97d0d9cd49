[#ftl output_format="HTML"]
[#-- The archive's newest events by a query that is ordered and limited, without any facet. --]
[#include "/efc-events/templates/includes/base.ftl"]
[#import "/efc-benchmark/templates/includes/naive.ftl" as naive]
[#import def.parameters.layout as layout]
[@layout.page title=content.title language=cmsfn.language() base=base current="events"]
<h1>${content.title}</h1>
[@naive.list cmsfn.asContentMapList(benchmarkfn.newest(cmsfn.nodeByPath("/events", "efc-events"), 30)) /]
[/@layout.page]
