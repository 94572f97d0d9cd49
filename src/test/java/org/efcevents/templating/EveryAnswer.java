package org.efcevents.templating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.efcevents.address.PageKind;
import org.efcevents.channel.Channel;
import org.efcevents.channel.SiteDocument;
import org.efcevents.desk.DeskPage;
import org.efcevents.desk.DeskPages;
import org.efcevents.report.Grouping;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.xml.sax.InputSource;

/**
 * Everything that can be asked of a site, in all the lists that the module has of its own: kinds of pages, channels, documents, pages of
 * the desk and reports. Each answer has to be what its format says.
 */
final class EveryAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no document can have: XML 1.0 (2.2), RFC 5545 (3.1); HTML, "control-character-in-input-stream". */
    private static final Pattern IMPOSSIBLE =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\p{Cs}\\x{fffe}\\x{ffff}]");

    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "srcset", "action", "formaction", "poster", "data");

    private static final Pattern LIVE =
            Pattern.compile("(?i)^[\\s\\p{Cc}]*(javascript|data(?!:application/vnd\\.oasis\\.)|vbscript):");

    private final TemplateSite site;

    EveryAnswer(TemplateSite site) {
        this.site = site;
    }

    /**
     * What is asked.
     *
     * @param selector the name of what the page is about; empty if it is about many
     */
    record Question(String language, String page, String selector, String ending, String query, boolean byEditor) {

        @Override
        public String toString() {
            return language + " " + page + "~" + selector + "~." + ending + "?" + query;
        }
    }

    /** An answer to a question. */
    record Answer(Question question, int status, String text) {}

    Answer to(Question question) throws Exception {
        TemplateRequest request = new TemplateRequest(site, question.language(), question.selector(), question.ending())
                .with(question.query());
        String text = (question.byEditor() ? request.byEditor() : request).text(question.page());
        return new Answer(question, request.status(), text);
    }

    /** The questions after the archive as a whole, and what else goes into their queries. */
    static List<Question> ofAll(String... searches) {
        List<Question> all = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            for (Map.Entry<String, PageKind> page : pages().entrySet()) {
                if (!page.getValue().isSingle()) {
                    for (Channel channel : Channel.of(page.getValue())) {
                        all.add(new Question(language, page.getKey(), "", channel.ending(), "", false));
                    }
                }
            }
            for (String search : searches) {
                all.add(new Question(language, "archive", "", "html", search, false));
            }
            for (DeskPage page : DeskPages.ALL) {
                String selector = page.name().isEmpty() ? "desk" : "desk-" + page.name();
                all.add(new Question(language, "archive", selector, "html", "", true));
            }
            all.add(new Question(language, "archive", "changes", "json", "", false));
            all.add(new Question(language, "archive", "", "json", "size=100&expand=all&lang=all", false));
        }
        for (SiteDocument document : SiteDocument.values()) {
            String selector = document.name().toLowerCase(Locale.ROOT);
            Stream.of("xml", "txt", "json")
                    .filter(ending -> SiteDocument.of(selector, ending).isPresent())
                    .forEach(ending -> all.add(new Question("en", "archive", selector, ending, "", false)));
        }
        all.add(new Question("en", "archive", "desk", "csv", "", true));
        for (Grouping rows : Grouping.values()) {
            for (Grouping columns : Grouping.values()) {
                String query = "rows=" + rows.key() + (rows == columns ? "" : "&columns=" + columns.key());
                all.add(new Question("en", "archive", "desk-reports", "html", query, true));
                all.add(new Question("en", "archive", "desk-reports", "csv", query, true));
            }
        }
        return all;
    }

    /** The questions after one event, speaker or work package. */
    static List<Question> of(PageKind kind, String slug) {
        List<Question> all = new ArrayList<>();
        pages().forEach((page, there) -> {
            if (there == kind) {
                Channel.of(kind)
                        .forEach(channel -> all.add(new Question("en", page, slug, channel.ending(), "", false)));
                all.add(new Question("fr", page, slug, "html", "", false));
                all.add(new Question("en", page, slug, "html", "", true));
            }
        });
        if (kind == PageKind.EVENT) {
            String address = "url=https://events.example.org/en/events/" + slug + ".html";
            all.add(new Question("en", "archive", "oembed", "json", address, false));
        }
        return all;
    }

    /** The kinds of pages, by the names of their templates. */
    private static Map<String, PageKind> pages() {
        Map<String, PageKind> pages = new LinkedHashMap<>();
        for (String template :
                List.of("archive", "event", "speakers", "speaker", "workPackages", "workPackage", "page")) {
            pages.put(template, PageKind.of(template));
        }
        assertThat(pages.values()).containsExactlyInAnyOrder(PageKind.values());
        return pages;
    }

    /** That an answer is what its format says, and that nothing runs in it. */
    static void assertWellFormed(Answer answer) throws Exception {
        String as = answer.question().toString();
        assertThat(IMPOSSIBLE.matcher(answer.text()).find())
                .as("control characters in " + as)
                .isFalse();
        String ending = answer.question().ending();
        // What is not there is said in a page, or to programs in JSON (RFC 9457).
        switch (answer.status() == 200 ? ending : ending.equals("html") ? "html" : "json") {
            case "html" -> assertPage(as, answer.text());
            case "json", "jsonfeed" -> JSON.readTree(answer.text());
            case "atom", "xml" -> DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.text().strip())));
            case "ics" -> assertThat(new CalendarBuilder()
                            .build(new StringReader(answer.text().strip() + "\r\n"))
                            .validate(true)
                            .getEntries())
                    .as(as)
                    .isEmpty();
            case "csv" -> assertTable(as, answer.text().strip());
            case "txt" -> assertThat(answer.text()).as(as).isNotBlank();
            default -> throw new AssertionError("Nothing is known of ." + ending);
        }
    }

    private static void assertTable(String as, String text) throws IOException {
        try (CSVParser table = CSVFormat.RFC4180.parse(new StringReader(text.replace("\ufeff", "")))) {
            List<CSVRecord> rows = table.getRecords();
            assertThat(rows)
                    .as(as)
                    .isNotEmpty()
                    .allMatch(row -> row.size() == rows.get(0).size());
        }
    }

    private static void assertPage(String as, String text) throws IOException {
        assertThat(text.contains("</main>") && text.strip().endsWith("</html>"))
                .as("whole: " + as)
                .isTrue();
        Document page = Jsoup.parse(text);
        for (Element script : page.select("script")) {
            if (script.attr("type").equals("application/ld+json")) {
                JSON.readTree(script.data());
            } else {
                assertThat(script.attr("src")).as(as).startsWith("/.resources/efc-events/");
            }
        }
        assertThat(page.select("iframe, object, embed, base, math, style, form[action*=:]")
                        .outerHtml())
                .as(as)
                .isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                boolean runs = attribute.getKey().startsWith("on")
                        || ADDRESSES.contains(attribute.getKey())
                                && LIVE.matcher(attribute.getValue()).find();
                assertThat(runs).as(as + ": " + attribute).isFalse();
            }
        }
    }
}
