package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The date that an editor stored is the date on the page, in each {@code <time>} and over REST, in both languages, before,
 * during and after the event, whatever zone the server runs in.
 */
@Tag("server")
class DatesOnPagesTest {

    /**
     * A stored date and what it has to become.
     *
     * @param stored the event's properties
     * @param section the identifier of the archive's heading that it stands under
     */
    private record Row(
            String name,
            Map<String, String> stored,
            String section,
            List<String> datetimes,
            String english,
            String french) {}

    private static final List<Row> ROWS = List.of(
            new Row(
                    "time-before",
                    Map.of(
                            "precision",
                            "time",
                            "start",
                            "2093-10-15",
                            "startTime",
                            "09:30",
                            "endTime",
                            "12:00",
                            "timeZone",
                            "Europe/Brussels"),
                    "upcoming",
                    List.of("2093-10-15T09:30+02:00", "2093-10-15T12:00+02:00"),
                    "15 October 2093, 09:30–12:00 (Central European Summer Time, UTC+2)",
                    "15 octobre 2093, de 9 h 30 à 12 h (heure d’été d’Europe centrale, UTC+2)"),
            new Row(
                    "time-during",
                    Map.of(
                            "precision",
                            "time",
                            "start",
                            "2013-01-15",
                            "startTime",
                            "23:30",
                            "end",
                            "2093-10-15",
                            "endTime",
                            "00:15",
                            "timeZone",
                            "America/New_York"),
                    "ongoing",
                    List.of("2013-01-15T23:30-05:00", "2093-10-15T00:15-04:00"),
                    "15 January 2013, 23:30 (Eastern Standard Time, UTC−5) – 15 October 2093, 00:15"
                            + " (Eastern Daylight Time, UTC−4)",
                    "du 15 janvier 2013 à 23 h 30 (heure normale de l’Est nord-américain, UTC−5) au 15 octobre 2093"
                            + " à 0 h 15 (heure d’été de l’Est, UTC−4)"),
            new Row(
                    "time-after",
                    Map.of(
                            "precision",
                            "time",
                            "start",
                            "2013-10-15",
                            "startTime",
                            "00:00",
                            "timeZone",
                            "Pacific/Auckland"),
                    "year-2013",
                    List.of("2013-10-15T00:00+13:00"),
                    "15 October 2013, 00:00 (New Zealand Daylight Time, UTC+13)",
                    "15 octobre 2013 à 0 h (heure d’été de la Nouvelle-Zélande, UTC+13)"),
            new Row(
                    "day-before",
                    Map.of("precision", "day", "start", "2093-01-01"),
                    "upcoming",
                    List.of("2093-01-01"),
                    "1 January 2093",
                    "1er janvier 2093"),
            new Row(
                    "day-during",
                    Map.of("precision", "day", "start", "2013-10-15", "end", "2093-12-31"),
                    "ongoing",
                    List.of("2013-10-15", "2093-12-31"),
                    "15 October 2013 – 31 December 2093",
                    "du 15 octobre 2013 au 31 décembre 2093"),
            new Row(
                    "day-after",
                    Map.of("precision", "day", "start", "2012-12-31"),
                    "year-2012",
                    List.of("2012-12-31"),
                    "31 December 2012",
                    "31 décembre 2012"),
            new Row(
                    "month-before",
                    Map.of("precision", "month", "partialDate", "2093-01"),
                    "upcoming",
                    List.of("2093-01"),
                    "January 2093",
                    "janvier 2093"),
            new Row(
                    "month-during",
                    Map.of("precision", "month", "partialDate", "2013-01/2093-12"),
                    "ongoing",
                    List.of("2013-01", "2093-12"),
                    "January 2013 – December 2093",
                    "janvier 2013 – décembre 2093"),
            new Row(
                    "month-after",
                    Map.of("precision", "month", "partialDate", "2013-01"),
                    "year-2013",
                    List.of("2013-01"),
                    "January 2013",
                    "janvier 2013"),
            new Row(
                    "year-before",
                    Map.of("precision", "year", "partialDate", "2093"),
                    "upcoming",
                    List.of("2093"),
                    "2093",
                    "2093"),
            new Row(
                    "year-during",
                    Map.of("precision", "year", "partialDate", "2013/2093"),
                    "ongoing",
                    List.of("2013", "2093"),
                    "2013–2093",
                    "2013–2093"),
            new Row(
                    "year-after",
                    Map.of("precision", "year", "partialDate", "2011"),
                    "year-2011",
                    List.of("2011"),
                    "2011",
                    "2011"),
            new Row(
                    "yearless",
                    Map.of("precision", "day-and-month", "partialDate", "XXXX-02-29"),
                    "undated",
                    List.of("02-29"),
                    "29 February (year not recorded)",
                    "29 février (année non indiquée)"),
            new Row(
                    "unknown",
                    Map.of("precision", "unknown"),
                    "undated",
                    List.of(),
                    "Date not recorded",
                    "Date non indiquée"));

    @TempDir
    Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Auckland"})
    void areTheStoredOnes(String zone) throws Exception {
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        Path samples = module.resolve("mgnl-bootstrap-samples/efc-events-content");
        for (Row row : ROWS) {
            Files.writeString(samples.resolve("efc-events.events.date-" + row.name() + ".yaml"), yaml(row));
        }
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (Site site = new Site(scratch.resolve("home"), module)) {
            for (Row row : ROWS) {
                String address = "/events/date-" + row.name() + ".html";
                assertThat(heading(site.page(address))).as("%s en", row.name()).isEqualTo(row.english());
                assertThat(heading(site.page("/fr" + address)))
                        .as("%s fr", row.name())
                        .isEqualTo(row.french());
                for (String prefix : List.of("", "/fr")) {
                    assertThat(site.page(prefix + address).select("h1 time").eachAttr("datetime"))
                            .as("%s %s", row.name(), prefix)
                            .isEqualTo(row.datetimes());
                }
                assertThat(overRest(site, row)).isEqualTo(new LinkedHashMap<>(row.stored()));
            }
            for (String prefix : List.of("", "/fr")) {
                assertListed(site, prefix);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Whichever page of the archive it is on. */
    private static void assertListed(Site site, String prefix) throws Exception {
        Map<String, String> sections = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        String next = prefix + "/events.html";
        while (next != null) {
            Document page = site.page(next);
            for (Element entry : page.select(".events article a[href*=/events/date-]")) {
                String name = entry.attr("href").replaceAll(".*/events/date-(.*)\\.html", "$1");
                sections.put(name, entry.closest("section").attr("aria-labelledby"));
                words.put(name, seen(entry.selectFirst(".when")));
            }
            Element link = page.selectFirst("a[rel=next]");
            next = link == null ? null : link.attr("href");
        }
        for (Row row : ROWS) {
            assertThat(sections).as(prefix).containsEntry(row.name(), row.section());
            assertThat(words).as(prefix).containsEntry(row.name(), prefix.isEmpty() ? row.english() : row.french());
        }
    }

    private static Map<String, String> overRest(Site site, Row row) throws Exception {
        JsonNode event = site.json("/.rest/delivery/efc-events/v1/date-" + row.name());
        Map<String, String> dates = new LinkedHashMap<>();
        for (String property :
                List.of("precision", "start", "end", "startTime", "endTime", "timeZone", "partialDate")) {
            if (event.has(property)) {
                dates.put(property, event.get(property).asText());
            }
        }
        return dates;
    }

    private static String heading(Document page) {
        return seen(page.selectFirst("h1 .when"));
    }

    /** What is to be seen, with plain spaces. */
    private static String seen(Element date) {
        Element eyes = date.clone();
        eyes.select(".hidden").remove();
        return eyes.text().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String yaml(Row row) {
        StringBuilder yaml = new StringBuilder("date-" + row.name() + ":\n"
                + "  'jcr:primaryType': efc:event\n"
                + "  'jcr:uuid': 0d6f2b1c-5a51-4c3e-8f39-7f1b2c3d5e" + (10 + ROWS.indexOf(row)) + "\n"
                + "  'mgnl:activationStatus': 'true'\n"
                + "  title: " + row.name() + "\n");
        row.stored().forEach((name, value) -> yaml.append("  " + name + ": '" + value + "'\n"));
        return yaml.toString();
    }
}
