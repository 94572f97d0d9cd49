package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AdminCentral as its server has it after somebody has opened it: all but the browser. What it is asked runs in a request
 * of that user's, as a click does.
 */
final class AdminCentral {

    private static final String ADDRESS = "/.magnolia/admincentral";

    private final Magnolia magnolia;
    private final String user;
    private final Map<String, Object> work = new LinkedHashMap<>();

    /** Opens it. */
    AdminCentral(Magnolia magnolia, String user) {
        this.magnolia = magnolia;
        this.user = user;
        assertThat(magnolia.open(user, ADDRESS).statusCode()).isEqualTo(200);
        // What a browser sends first; AdminCentral's UI is made of it.
        HttpResponse<String> opened = magnolia.post(
                user,
                ADDRESS + "?v-1",
                Map.ofEntries(
                        Map.entry("v-browserDetails", "1"),
                        Map.entry("theme", "resurface-admincentral"),
                        Map.entry("v-sh", "1080"),
                        Map.entry("v-sw", "1920"),
                        Map.entry("v-cw", "1920"),
                        Map.entry("v-ch", "1000"),
                        Map.entry("v-vw", "1920"),
                        Map.entry("v-vh", "1000"),
                        Map.entry("v-curdate", "1764547200000"),
                        Map.entry("v-tzo", "0"),
                        Map.entry("v-rtzo", "0"),
                        Map.entry("v-dstd", "0"),
                        Map.entry("v-dston", "false"),
                        Map.entry("v-tzid", "UTC"),
                        Map.entry("v-wn", "tests"),
                        Map.entry("v-loc", magnolia.base() + ADDRESS)),
                magnolia.origin());
        assertThat(opened.body())
                .as("AdminCentral's UI; it needs the jars of Magnolia's widgets in WEB-INF/lib")
                .startsWith("{\"v-uiId\"")
                .doesNotContain("Exception");
        Object sessions =
                magnolia.inside().evaluate("admincentral.groovy", Map.of("kept", magnolia.kept(), "work", work));
        assertThat(sessions).isNotEqualTo(0);
    }

    /**
     * Carries out a script of {@code src/magnolia/groovy}.
     *
     * @param variables what it knows by name, besides {@code ui}
     * @return what it gives
     */
    Object evaluate(String script, Map<String, Object> variables) {
        work.clear();
        work.put("script", InsideMagnolia.script(script).getAbsoluteFile());
        work.put("variables", variables);
        // Vaadin asks the session's own handlers for addresses that nothing else is at.
        magnolia.open(user, ADDRESS + "/APP/" + script);
        assertThat(work.get("failure")).as(script).isNull();
        assertThat(work).as(script).containsKey("result");
        return work.get("result");
    }
}
