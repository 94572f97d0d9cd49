package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor reads on the event's page what is wrong in its date and in its address; a visitor never does. */
@Tag("server")
class EditorsNotesTest {

    @TempDir
    static Path scratch;

    /** Of an event that has the name of another one. */
    private static final String NAMESAKE = "00000000-0000-0000-0000-00000000a11e";

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        event(module, "backwards", "precision: day", "start: '2014-03-24'", "end: '<b>20'", "partialDate: '2014'");
        event(
                module,
                "every-field",
                "precision: time",
                "start: '2014-03-30'",
                "startTime: '02:30'",
                "endTime: '02:00'",
                "timeZone: Europe/Brussels",
                "partialDate: '2014'");
        event(module, "incomplete", "precision: month");
        event(module, "doubtful", "precision: day-and-month", "partialDate: '2014?'");
        event(module, "other-words", "precision: century", "start: '2014-03-24'", "timeZone: Brussels");
        event(module, "slip", "precision: day", "start: '0214-03-24'", "country: QQ");
        event(
                module,
                "typed",
                "precision: time",
                "start: '2014-03-24'",
                "startTime: 9h30",
                "timeZone: Europe/Brussels");
        event(module, "right", "precision: day", "start: '2014-03-24'");
        event(module, "hidden.right", "jcr:uuid: " + NAMESAKE, "precision: unknown");
        String draft = "00000000-0000-0000-0000-00000000d4af";
        event(module, "needs", "precision: day", "start: '2014-03-24'", "workPackages: ['" + draft + "']");
        Files.writeString(
                module.resolve("mgnl-bootstrap-samples/efc-events-content/efc-events.work-packages.draft.yaml"),
                "draft:\n  jcr:primaryType: efc:workPackage\n  jcr:uuid: " + draft
                        + "\n  code: WP99\n  title: Drafts\n");
        site = new Site(scratch.resolve("home"), module);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void anEditorReadsWhatIsWrongAndWhatBecomesOfIt() throws Exception {
        Element note = site.author("/events/backwards.html").selectFirst("main .editors-note");

        assertThat(note.select("#" + note.attr("aria-labelledby")).text())
                .isEqualTo("For editors: the date needs attention");
        assertThat(note.select("li").eachText())
                .containsExactly(
                        "Last day <b>20 – This cannot be read, and is left out.",
                        "Month or year 2014 – This is not shown, because it belongs to another precision.");
    }

    @Test
    void anEditorReadsThatAnotherPageHasTheAddress() throws Exception {
        assertThat(site.author("/events/" + NAMESAKE + ".html")
                        .select("#address-check ~ ul li")
                        .eachText())
                .containsExactly("/events/right");
        assertThat(site.author("/events/right.html").select("#address-check")).isEmpty();
    }

    @Test
    void everyKindOfProblemHasItsWordsInBothLanguages() throws Exception {
        for (String page : new String[] {"every-field", "incomplete", "doubtful", "other-words", "slip"}) {
            for (String language : new String[] {"", "/fr"}) {
                String address = language + "/events/" + page + ".html";
                assertThat(site.author(address).select("main .editors-note li").eachText())
                        .as(address)
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text).doesNotContain("efc.", "efc-events"));
            }
        }
        assertThat(site.author("/fr/events/incomplete.html")
                        .select(".editors-note li")
                        .eachText())
                .containsExactly("Mois ou année – Rien n’est saisi, alors que la précision le demande.");
    }

    @Test
    void nothingIsSaidOfADateThatIsRight() throws Exception {
        assertThat(site.author("/events/right.html").select(".editors-note")).isEmpty();
        assertThat(site.author("/events/typed.html").select(".editors-note")).isEmpty();
        assertThat(site.page("/events/typed.html").selectFirst("time").attr("datetime"))
                .isEqualTo("2014-03-24T09:30+01:00");
    }

    @Test
    void anEditorReadsOfACodeThatTheFormDoesNotOffer() throws Exception {
        assertThat(site.author("/events/slip.html")
                        .select("[aria-labelledby=offered] li")
                        .eachText())
                .containsExactly("Country QQ");
        assertThat(site.page("/events/slip.html").select("[aria-labelledby=offered]"))
                .isEmpty();
    }

    @Test
    void anEditorReadsWhatAnEventShowsOfOthersAndIsNotPublished() throws Exception {
        Element note = site.author("/events/needs.html").selectFirst("[aria-labelledby=needed] li");
        assertThat(note.text()).isEqualTo("Drafts");
        assertThat(note.select("a").attr("href"))
                .endsWith("/.magnolia/admincentral#app:efc-work-packages:detail;/work-packages/draft:edit");
        assertThat(site.page("/events/needs.html").select("[aria-labelledby=needed]"))
                .isEmpty();
        assertThat(site.author("/events/right.html").select("[aria-labelledby=needed]"))
                .isEmpty();
    }

    @Test
    void anEditorWhoAsksForThePreviewSeesWhatVisitorsSee() throws Exception {
        assertThat(site.author("/events/backwards.html?mgnlPreview=true").select(".editors-note"))
                .isEmpty();
        assertThat(site.author("/events/backwards.html?mgnlPreview=false").select(".editors-note"))
                .hasSize(1);
    }

    @Test
    void aVisitorReadsNothingOfIt() throws Exception {
        for (String parameter : new String[] {"", "?mgnlPreview=false"}) {
            assertThat(site.page("/events/backwards.html" + parameter).select(".editors-note, #check"))
                    .isEmpty();
        }
        assertThat(site.source("/events/backwards.html")).doesNotContain("For editors", "&lt;b&gt;20");
    }

    private static void event(Path module, String name, String... properties) throws IOException {
        Path file = module.resolve("mgnl-bootstrap-samples/efc-events-content/efc-events.events." + name + ".yaml");
        Files.writeString(
                file,
                name.substring(name.indexOf('.') + 1)
                        + ":\n  jcr:primaryType: efc:event\n  mgnl:activationStatus: 'true'\n  title: " + name + "\n  "
                        + String.join("\n  ", properties) + "\n");
    }
}
