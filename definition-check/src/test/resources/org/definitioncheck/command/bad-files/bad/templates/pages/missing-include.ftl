[#include "missing-text.ftl"]
[#import "/bad/templates/macros/nowhere.ftl" as macros]
[#include "/bad/" + content.kind + ".ftl"]
[#include "/bad/templates/perhaps.ftl" ignore_missing=true]
