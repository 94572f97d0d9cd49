package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From Magnolia 6.2.55 and 6.3.5 on, the nodes that {@code cmsfn} looks up are escaped, and so is everything that their
 * session gives but what a query finds. A light module that escapes the node itself shows what the pages read there.
 */
@Tag("server")
class EscapedLookupTest {

    @TempDir
    Path scratch;

    @Test
    void pagesReadTheSameWhetherALookedUpNodeIsEscapedOrNot() throws Exception {
        Path light = scratch.resolve("light");
        Path include = light.resolve("efc-events/templates/includes/archive.ftl");
        Files.createDirectories(include.getParent());
        String script = Files.readString(Path.of("src/main/resources/efc-events/templates/includes/archive.ftl"));
        String escaping = script.replace(
                "efcfn.archive(cmsfn.nodeByPath(\"/events\", \"efc-events\"),",
                "efcfn.archive(cmsfn.encode(cmsfn.nodeByPath(\"/events\", \"efc-events\")),");
        assertThat(escaping).isNotEqualTo(script);
        Files.writeString(include, escaping);

        try (Site later = new Site(scratch.resolve("home"), Path.of("target/classes"), light)) {
            for (String address : new String[] {
                "/events/joint-wp1-wp4-meeting-operations-training.html",
                "/events.html",
                "/speakers/troels-oerting.html"
            }) {
                assertThat(later.source(address)).as(address).doesNotContain("&amp;amp;");
            }
            assertThat(later.page("/events/joint-wp1-wp4-meeting-operations-training.html")
                            .selectFirst("h1 .title")
                            .text())
                    .isEqualTo("Joint WP1-WP4 Meeting - Operations & Training");
        }
    }
}
