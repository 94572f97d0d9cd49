package org.efccommand.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;

/** What was read, for scripts: each value with the words that it came from, their lines and offsets, the rule, and how sure it is. */
public final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source source;
    private final Lines lines;

    private JsonReport(Source source) {
        this.source = source;
        this.lines = new Lines(source.text());
    }

    /** All of it. */
    public static ObjectNode of(Source source) {
        return new JsonReport(source).whole();
    }

    private ObjectNode whole() {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("title", source.title());
        ArrayNode events = whole.putArray("events");
        source.events().forEach(event -> events.add(event(event)));
        ArrayNode maybeOne = whole.putArray("maybeOne");
        source.maybeOne().forEach(pair -> pair.forEach(maybeOne.addArray()::add));
        ArrayNode parts = whole.putArray("account");
        for (AccountedPart part : source.account()) {
            parts.add(words(part.passage())
                    .put("use", part.use().key())
                    .put("event", part.event() == 0 ? null : Integer.valueOf(part.event())));
        }
        return whole;
    }

    private ObjectNode event(StatedEvent event) {
        ObjectNode node = words(event.words());
        node.remove("text");
        node.put("position", event.position());
        node.put("key", event.key());
        ObjectNode fields = node.putObject("fields");
        for (Map.Entry<String, Finding<String>> field : event.fields().entrySet()) {
            fields.set(field.getKey(), finding(field.getValue()));
        }
        node.set("offeredDate", event.offered().map(this::finding).orElse(null));
        ArrayNode people = node.putArray("people");
        for (StatedPerson person : event.people() == null ? List.<StatedPerson>of() : event.people()) {
            people.addObject()
                    .put("name", person.name())
                    .put("part", person.part())
                    .put("role", person.role())
                    .put("organisation", person.organisation())
                    .put("panel", person.panel())
                    .put("talkTitle", person.talkTitle())
                    .put("summary", person.summary())
                    .put("sure", person.sure())
                    .set("words", words(person.words()));
        }
        ArrayNode links = node.putArray("links");
        for (StatedLink link : event.links() == null ? List.<StatedLink>of() : event.links()) {
            links.addObject()
                    .put("title", link.title())
                    .put("address", link.address())
                    .set("words", words(link.words()));
        }
        ArrayNode files = node.putArray("files");
        for (StatedFile file : event.files()) {
            files.addObject()
                    .put("kind", file.kind().name().toLowerCase(Locale.ROOT))
                    .put("title", file.title())
                    .put("address", file.address())
                    .set("words", words(file.words()));
        }
        return node;
    }

    private ObjectNode finding(Finding<String> found) {
        ObjectNode node = JSON.createObjectNode()
                .put("value", found.value())
                .put("rule", found.rule())
                .put("certainty", found.certainty().name().toLowerCase(Locale.ROOT));
        ArrayNode words = node.putArray("words");
        found.words().forEach(passage -> words.add(words(passage)));
        return node;
    }

    /** Offsets are in UTF-16 code units of the source's text, lines from 1. */
    private ObjectNode words(Passage passage) {
        return JSON.createObjectNode()
                .put("line", lines.at(passage.from()))
                .put("from", passage.from())
                .put("to", passage.to())
                .put("text", passage.in(source.text()));
    }
}
