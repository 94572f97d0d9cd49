package org.efcevents.templating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.address.PageKind;
import org.efcevents.archive.BrokenValue;
import org.efcevents.archive.ContentModel;
import org.efcevents.archive.ContentModel.Place;
import org.efcevents.archive.TestArchive;
import org.efcevents.templating.EveryAnswer.Answer;
import org.efcevents.templating.EveryAnswer.Question;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Events, speakers and work packages of which each property has a value that it should not have: whatever is asked, it is answered, in
 * the form that it says it has; what is good is told as before, and the lists have it.
 *
 * <p>In the first round each property has each value once. {@code -Dbroken.seeds=20} adds twenty in which they come together by chance, and the
 * answers alone are looked at.
 */
class BrokenContentInEveryAnswerTest {

    private static final Instant NOW = Instant.parse("2015-06-01T12:00:00Z");
    private static final List<BrokenValue> VALUES =
            List.copyOf(BrokenValue.all().values());
    private static final Map<PageKind, String> GOOD =
            Map.of(PageKind.EVENT, "good-event", PageKind.SPEAKER, "good-speaker", PageKind.WORK_PACKAGE, "good-group");

    @TempDir
    static Path home;

    private static TestArchive content;

    @BeforeAll
    static void fill() throws Exception {
        content = new TestArchive(home);
        Session session = content.session();
        for (String template :
                List.of("archive", "event", "speakers", "speaker", "workPackages", "workPackage", "page")) {
            session.getRootNode().addNode(template, "mgnl:contentNode");
        }
        // What broken references lead to is told of what refers to it.
        for (String type : List.of("efcEvent", "efcSpeaker", "efcWorkPackage")) {
            ContentModel.node(type, session, "first");
        }
        Node group = content.workPackage("good-group", Map.of("code", "WP1", "title", "Good group", "position", "1"));
        Node speaker = content.speaker("good-speaker", Map.of("fullName", "Good Person", "biography", "<p>Chair.</p>"));
        Node event = content.event(
                "good-event", Map.of("title", "A good event", "start", "2014-05-20", "report", "<p>It was.</p>"));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        content.participation(event, speaker, Map.of("part", "keynote", "summary", "<p>Said.</p>"));
        session.save();
    }

    @AfterAll
    static void close() {
        content.close();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(0, Integer.getInteger("broken.seeds", 0));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAnsweredAndTheOthersAreThere(int seed) throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<Question, String> before = good(new EveryAnswer(new TemplateSite(content.session(), NOW)));
        assertThat(before).hasSizeGreaterThan(15);
        spoil(seed);
        try {
            EveryAnswer site = new EveryAnswer(new TemplateSite(content.session(), NOW));
            for (Question question : EveryAnswer.ofAll("q=word", "year=undated", "year=2014", "page=2")) {
                ask(site, question, wrong);
            }
            for (int copy = 0; copy < VALUES.size(); copy++) {
                for (PageKind kind : GOOD.keySet()) {
                    for (Question question : EveryAnswer.of(kind, "bad-" + copy)) {
                        ask(site, question, wrong);
                    }
                }
            }
            assertThat(wrong).isEmpty();
            if (seed > 0) {
                return;
            }
            good(site)
                    .forEach((question, told) ->
                            assertThat(told).as(question.toString()).isEqualTo(before.get(question)));
            for (Question list : List.of(
                    new Question("en", "archive", "", "html", "year=2014&size=100", false),
                    new Question("en", "archive", "", "ics", "", false),
                    new Question("en", "archive", "", "atom", "year=2014", false),
                    new Question("en", "archive", "", "jsonfeed", "year=2014", false),
                    new Question("en", "archive", "", "json", "size=100", false),
                    new Question("en", "archive", "", "csv", "", false),
                    new Question("en", "archive", "sitemap", "xml", "", false))) {
                assertThat(site.to(list).text().replace("\r\n ", ""))
                        .as(list.toString())
                        .contains("events/good-event");
            }
        } finally {
            remove();
        }
    }

    /** In each copy, every property is broken in another way: in the first round in order, later by chance. */
    private static void spoil(int seed) throws RepositoryException {
        Random chance = new Random(seed);
        List<Place> places = ContentModel.places().toList();
        for (int copy = 0; copy < VALUES.size(); copy++) {
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                int value = seed == 0 ? (copy + i) % VALUES.size() : chance.nextInt(VALUES.size());
                place.put(VALUES.get(value), content.session(), "bad-" + copy);
                if (place.isTranslated()) {
                    place.in("fr").put(VALUES.get((value + 7) % VALUES.size()), content.session(), "bad-" + copy);
                }
            }
        }
        content.session().save();
    }

    private static void ask(EveryAnswer site, Question question, List<String> wrong) {
        try {
            Answer answer = site.to(question);
            if (answer.status() >= 500) {
                wrong.add(question + ": " + answer.status());
            }
            EveryAnswer.assertWellFormed(answer);
        } catch (Exception | AssertionError | StackOverflowError e) {
            String what = e.toString();
            wrong.add(question + ": " + what.substring(0, Math.min(500, what.length())));
        }
    }

    /** What is told of what is good, each on its own. */
    private static Map<Question, String> good(EveryAnswer site) throws Exception {
        Map<Question, String> told = new LinkedHashMap<>();
        for (Map.Entry<PageKind, String> one : GOOD.entrySet()) {
            for (Question question : EveryAnswer.of(one.getKey(), one.getValue())) {
                Answer answer = site.to(question);
                assertThat(answer.status()).as(question.toString()).isEqualTo(200);
                EveryAnswer.assertWellFormed(answer);
                told.put(question, withoutNeighbours(answer));
            }
        }
        return told;
    }

    /** Which events come before and after is another matter. */
    private static String withoutNeighbours(Answer answer) {
        if (!answer.question().ending().equals("html")) {
            return answer.text();
        }
        Document page = Jsoup.parse(answer.text());
        page.select("main nav").remove();
        return page.outerHtml();
    }

    private static void remove() throws RepositoryException {
        for (String folder : List.of("/events", "/speakers", "/work-packages")) {
            for (NodeIterator nodes = content.session().getNode(folder).getNodes("bad-*"); nodes.hasNext(); ) {
                nodes.nextNode().remove();
            }
        }
        content.session().save();
    }
}
