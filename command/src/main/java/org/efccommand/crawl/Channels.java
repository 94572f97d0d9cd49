package org.efccommand.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.BagWriter;

/** What a site gives to programs: its lists as JSON, each whole and in one file, all events as one calendar and as one table. */
public final class Channels {

    /** All of it: see docs/integrators.md, “All of it” and “Whole, in part, in every language”. */
    private static final String EVENTS = "events.json?cursor=&size=100&expand=all&lang=all";

    private static final List<String> OTHERS = List.of("events.ics", "events.csv");

    private final ObjectMapper json = new ObjectMapper();
    private final Site site;
    private final BagWriter bag;
    private final Progress progress;

    /** Begins. */
    public Channels(Site site, BagWriter bag, Progress progress) {
        this.site = site;
        this.bag = bag;
        this.progress = progress;
    }

    /** Copies them, and tells the copy of the pages where they are. */
    public void copy(Crawl crawl) throws Failure, IOException {
        ObjectNode events = object(site.address().resolve(EVENTS));
        ArrayNode items = events.withArray("items");
        URI next = next(events);
        while (next != null) {
            JsonNode page = object(next);
            page.path("items").forEach(items::add);
            progress.step();
            next = next(page);
        }
        events.retain("language", "license", "total", "items");
        add("events.json", events, crawl);
        for (String list : List.of("speakers.json", "work-packages.json")) {
            add(list, object(site.address().resolve(list + "?expand=all&lang=all")), crawl);
        }
        for (String file : OTHERS) {
            URI address = site.address().resolve(file);
            Site.Answer answer = site.get(address);
            if (answer.status() != 200) {
                throw new Failure(Failure.REFUSED, address + " answers " + answer.status());
            }
            bag.add(file, answer.body());
            crawl.known(address, file);
        }
    }

    private void add(String file, ObjectNode content, Crawl crawl) throws IOException {
        bag.add(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        crawl.known(site.address().resolve(file), file);
    }

    private ObjectNode object(URI address) throws Failure, IOException {
        Site.Answer answer = site.get(address);
        if (answer.status() != 200) {
            throw new Failure(Failure.REFUSED, address + " answers " + answer.status());
        }
        if (json.readTree(answer.body()) instanceof ObjectNode object) {
            return object;
        }
        throw new Failure(Failure.REFUSED, address + " gives no JSON of this archive");
    }

    private static URI next(JsonNode page) {
        return page.path("next").isTextual() ? URI.create(page.path("next").asText()) : null;
    }
}
