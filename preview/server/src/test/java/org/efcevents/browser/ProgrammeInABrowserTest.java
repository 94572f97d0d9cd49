package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a communications officer enters a programme and those who take part in it, and what becomes of it. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class ProgrammeInABrowserTest {

    private static final String FOLD_FIRST =
            "document.getElementById('f.programme').querySelector(':scope > .entry .fold').click()";

    private static Chromium browser;
    private static Officer officer;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        browser.signIn(preview);
        officer = new Officer(browser, preview);
    }

    @BeforeEach
    void newEvent() {
        browser.width(1280);
        officer.open("/app/efc-events/detail?parent=/events");
    }

    private static List<?> legends(String field) {
        return (List<?>) browser.evaluate(
                "return [...document.getElementById('f.' + arguments[0]).querySelectorAll(':scope > .entry > legend')]"
                        + ".map(legend => legend.textContent.trim())",
                field);
    }

    private static long folded(String field) {
        return (long) browser.evaluate(
                "return document.getElementById('f.' + arguments[0]).querySelectorAll(':scope > .folded').length",
                field);
    }

    private static void conference(String title) {
        officer.type("Title", title);
        officer.choose("How exactly is the date known?", "Day");
        officer.type("First day", "2016-05-12");
        officer.type("Last day", "2016-05-13");
        officer.tab("Programme and people");
    }

    @Test
    void people_stand_in_the_item_that_they_name() {
        conference("Two days of finance");
        Officer item = officer.add("Add programme item");
        item.type("Day", "1");
        item.type("Starts at", "9h30");
        item.type("Title", "Welcome");
        item = officer.add("Add programme item");
        item.choose("Kind", "Panel");
        item.type("Title", "Panel 1: Following the money");
        item = officer.add("Add programme item");
        item.type("Day", "13 May");
        item.choose("Kind", "Break");
        officer.add("Add programme item").type("Title", "The last word");
        Officer person = officer.add("Add participation");
        person.choose("Speaker", "Oerting");
        person.choose("Part", "Chair");
        person.type("Programme item", "panel 1");
        person = officer.add("Add participation");
        person.choose("Speaker", "Dalli");
        person.type("Programme item", "The last word");
        person = officer.add("Add participation");
        person.choose("Speaker", "Pancini");
        person.type("Programme item", "Panel 3");

        officer.press("Save");

        assertThat(officer.mistakes()).isEmpty();
        officer.open("/app/efc-events/detail?path=/events/two-days-of-finance");
        officer.press("Its page, as editors see it");
        assertThat(officer.text("main")).contains("something in the programme finds no place", "Pancini: Panel 3");
        assertThat(officer.text("main").replaceAll("\\s+", " "))
                .containsSubsequence(
                        "12 May 2016",
                        "09:30 Welcome",
                        "Panel 1: Following the money Panel",
                        "Oerting",
                        "Chair",
                        "13 May 2016",
                        "Break",
                        "The last word",
                        "Dalli",
                        "People",
                        "Pancini",
                        "Panel 3");
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) width);
            assertThat(browser.violations()).as("at " + width).isEmpty();
        }
    }

    @Test
    void blocks_have_the_names_of_what_is_in_them_and_fold() {
        conference("Blocks");
        for (String title : List.of("One", "Two", "Three", "Four")) {
            officer.add("Add programme item").type("Title", title);
        }
        officer.add("Add participation").choose("Speaker", "Oerting");
        officer.type("Number of participants", "120");
        assertThat(legends("programme")).element(1).isEqualTo("Programme item 2: Two");
        assertThat(legends("participations")).singleElement().isEqualTo("Participation 1: Troels Oerting");
        browser.evaluate(FOLD_FIRST);
        assertThat(folded("programme")).isEqualTo(1);
        officer.add("Add programme item").type("Day", "someday");
        assertThat(folded("programme")).as("what is folded stays so").isEqualTo(1);
        browser.evaluate(FOLD_FIRST);

        officer.press("Save");

        assertThat(officer.mistakes()).singleElement().asString().startsWith("Day");
        assertThat(folded("programme")).as("all that are right").isEqualTo(4);
        assertThat(browser.violations()).isEmpty();
        officer.in("Programme item 5").type("Day", "2");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        officer.open("/app/efc-events/detail?path=/events/blocks");
        officer.tab("Programme and people");
        assertThat(legends("programme")).element(3).isEqualTo("Programme item 4: Four");
        assertThat(legends("participations")).singleElement().isEqualTo("Participation 1: Troels Oerting");
        assertThat(folded("programme")).isEqualTo(5);
        assertThat(folded("participations")).isZero();

        officer.type("Number of participants", "");
        officer.press("Save");
        assertThat(officer.mistakes()).as("a number may be empty").isEmpty();
        officer.open("/app/efc-events/detail?path=/events/blocks");
        assertThat(browser.evaluate("return document.getElementById('f.participantCount').value"))
                .isEqualTo("");
    }
}
