package org.efcevents.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.efcevents.archive.Archive;
import org.efcevents.archive.Highlights;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.http.Response;
import org.efcevents.index.IndexedEvent;
import org.xml.sax.InputSource;

/**
 * Everything that the channels tell of some of an archive's events, by where it stands. What they tell of others is read too, and
 * must be as easy to read for the programs that it is meant for.
 */
final class Channels {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;
    private final Archive archive;
    private final Highlights highlights;
    private final Set<String> slugs;
    private final Map<String, Object> told = new LinkedHashMap<>();

    private Channels(Visitor visitor, Highlights highlights, Set<String> slugs) {
        this.visitor = visitor;
        this.archive = visitor.archive();
        this.highlights = highlights;
        this.slugs = slugs;
    }

    /** @param slugs the events that are asked after */
    static Map<String, Object> tell(Visitor visitor, Highlights highlights, Set<String> slugs) throws Exception {
        Channels channels = new Channels(visitor, highlights, slugs);
        channels.readAll();
        return channels.told;
    }

    private void readAll() throws Exception {
        List<EventSummary> all = archive.events().all();
        told.put("list", chosen(all));
        json("");
        json("&sort=changed&q=quorum");
        calendar(text("archive", "", "ics"));
        atom(text("archive", "", "atom"));
        table(text("archive", "", "csv"));
        sitemap(text("archive", "sitemap", "xml"));
        found(visitor.answer("archive", "", "html", ""), "page");
        found(visitor.answer("archive", "", "html", "q=quorum"), "search");
        told.put("ongoing", chosen(highlights.upcoming("10").ongoing()));
        told.put("upcoming", chosen(highlights.upcoming("10").upcoming()));
        told.put("latest", chosen(highlights.latest("10")));
        all.forEach(this::single);
        people();
    }

    private List<EventSummary> chosen(List<EventSummary> events) {
        return events.stream().filter(event -> slugs.contains(event.slug())).toList();
    }

    private String text(String page, String selector, String extension) {
        Response response = visitor.answer(page, selector, extension, "");
        return response.status() == 200 ? Visitor.text(response) : "";
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(Visitor.text(response));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void json(String query) {
        for (int page = 1, pages = 1; page <= pages; page++) {
            JsonNode answer = json(visitor.answer(
                    "archive", "", "json", "size=100&expand=speakers,workPackages&page=" + page + query));
            pages = (answer.get("total").asInt() + 99) / 100;
            items(answer.get("items"), "json " + query);
        }
    }

    private void items(JsonNode items, String where) {
        items.forEach(item -> {
            if (slugs.contains(item.get("slug").asText())) {
                told.put(where + " " + item.get("slug").asText(), item);
            }
        });
    }

    private void calendar(String text) throws Exception {
        if (text.isEmpty()) {
            return;
        }
        if (!new CalendarBuilder()
                .build(new StringReader(text))
                .validate(true)
                .getEntries()
                .isEmpty()) {
            throw new AssertionError("Not a calendar: " + text);
        }
        blocks(text, "(?s)BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", "calendar");
    }

    private void atom(String text) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        blocks(text, "(?s)<entry>.*?</entry>", "atom");
    }

    private void sitemap(String text) throws Exception {
        javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        blocks(text, "(?s)<url>.*?</url>", "sitemap");
    }

    private void table(String text) {
        blocks(text, "(?m)^.*$", "table");
    }

    private void blocks(String text, String pattern, String where) {
        List<String> blocks = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
        for (String slug : slugs) {
            told.put(
                    where + " " + slug,
                    blocks.stream()
                            .filter(block -> block.replace("\r\n ", "").contains("/events/" + slug + ".html"))
                            .toList());
        }
    }

    private void found(Response response, String where) {
        ArchivePage page = (ArchivePage) ((PageModel) response.page()).subject();
        told.put(where, chosen(summaries(page.found().all())));
        slugs.forEach(slug -> chosen(summaries(page.found().all()))
                .forEach(event ->
                        told.put(where + " excerpts " + slug, page.found().excerpts(event.id()))));
        Stream.of("year", "workPackage", "kind", "place", "session")
                .flatMap(facet -> page.found().facet(facet).choices().stream())
                .filter(choice -> choice.name().equals("2014") || choice.name().equals("hackathon"))
                .forEach(choice -> told.put(where + " facet " + choice.name(), choice.label()));
    }

    private void single(EventSummary summary) {
        Event event = archive.event(summary.slug());
        if (event == null) {
            return;
        }
        PageModel page =
                (PageModel) visitor.answer("event", summary.slug(), "html", "").page();
        JsonNode json = json(visitor.answer("event", summary.slug(), "json", ""));
        List<EventSummary> related = archive.related(event, 5);
        archive.neighbours(event);
        archive.desk().addresses().lessVisibleTargets(event);
        if (slugs.contains(summary.slug())) {
            told.put("event " + summary.slug(), event);
            told.put("event.json " + summary.slug(), json);
            told.put("event.ics " + summary.slug(), text("event", summary.slug(), "ics"));
            told.put("event data " + summary.slug(), page.data());
            told.put("event related " + summary.slug(), chosen(related));
            told.put("event brief " + summary.slug(), Objects.requireNonNullElse(event.brief(), ""));
        }
    }

    /** The lists of people and work packages, and the pages of those that the events have. */
    private void people() {
        told.put(
                "speakers",
                archive.speakers().stream().filter(one -> isGood(one.slug())).toList());
        told.put(
                "work packages",
                archive.workPackages().stream()
                        .filter(one -> isGood(one.slug()))
                        .toList());
        items(json(visitor.answer("speakers", "", "json", "")).get("items"), "speakers.json");
        items(json(visitor.answer("workPackages", "", "json", "")).get("items"), "work-packages.json");
        archive.speakers().forEach(speaker -> {
            PageModel page = (PageModel)
                    visitor.answer("speaker", speaker.slug(), "html", "").page();
            JsonNode json = json(visitor.answer("speaker", speaker.slug(), "json", ""));
            if (isGood(speaker.slug())) {
                told.put("speaker data " + speaker.slug(), page.data());
                told.put("speaker.json " + speaker.slug(), appearances(json));
                told.put("speaker events", chosen(summaries(archive.eventsOf(speaker))));
            }
        });
        archive.workPackages().forEach(group -> {
            PageModel page = (PageModel)
                    visitor.answer("workPackage", group.slug(), "html", "").page();
            JsonNode json = json(visitor.answer("workPackage", group.slug(), "json", ""));
            archive.workOf(group, 1, 30);
            if (isGood(group.slug())) {
                told.put("work package data " + group.slug(), page.data());
                told.put("work-package.json " + group.slug(), json);
                told.put("work package events", chosen(summaries(archive.eventsOf(group))));
                told.put("work package highlights", chosen(highlights.eventsOf(group, "3")));
            }
        });
    }

    private List<EventSummary> summaries(List<IndexedEvent> events) {
        return archive.read(events).stream().map(Event::summary).toList();
    }

    private static boolean isGood(String slug) {
        return slug.startsWith("good");
    }

    private List<JsonNode> appearances(JsonNode speaker) {
        return StreamSupport.stream(speaker.get("appearances").spliterator(), false)
                .filter(appearance -> slugs.contains(appearance.get("event").asText()))
                .collect(Collectors.toList());
    }
}
