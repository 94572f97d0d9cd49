package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.Contents;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate;
import org.efcevents.health.CheckedNode;
import org.efcevents.imports.KnownEvent.How;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.TextLanguage;

/**
 * Tells which events of a source the archive has already, and what would become of them. An event is known by its words, its key, or, if it was
 * imported, by its title and date. Each event of the archive is at most one of the source's.
 */
final class KnownEvents {

    private final Session session;
    private final ZoneId zone;
    private final SavedFiles files;
    private final EventChanges changes;
    private final Map<String, CheckedNode> there = new LinkedHashMap<>();
    private final Map<String, MadeEvent> made = new LinkedHashMap<>();
    private final Set<String> ofSource = new HashSet<>();

    /** What is not known yet, and what is. */
    private final List<StatedEvent> left = new ArrayList<>();

    private final Map<Integer, KnownEvent> known = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Looks up what is there.
     *
     * @param source the source that is imported
     * @param all all sources that are kept, that one among them
     * @param files what came with it
     * @param language in which it states its texts
     */
    KnownEvents(
            Session session,
            KeptPage source,
            Collection<KeptPage> all,
            SavedFiles files,
            Contents contents,
            ZoneId zone,
            TextLanguage language) {
        this.session = session;
        this.files = files;
        this.zone = zone;
        this.changes = new EventChanges(session, zone, language);
        for (CheckedNode node : contents.all(NodeType.EVENT)) {
            there.put(node.id(), node);
        }
        for (KeptPage page : all) {
            for (MadeEvent event : page.made()) {
                if (there.containsKey(event.id())) {
                    // The last that was made of it counts, and the source itself more than others.
                    if (page.isOf(source) && ofSource.add(event.id())) {
                        made.put(event.id(), event);
                    } else if (!ofSource.contains(event.id())) {
                        made.putIfAbsent(event.id(), event);
                    }
                }
            }
        }
    }

    /**
     * The known events among those of a source, by their positions in it.
     *
     * @param digests of the words of the events, by the same
     */
    Map<Integer, KnownEvent> among(List<StatedEvent> events, Map<Integer, String> digests) throws RepositoryException {
        left.addAll(events);
        Map<String, String> byDigest = new HashMap<>();
        made.values().forEach(event -> byDigest.putIfAbsent(event.digest(), event.id()));
        // What has a key may be moved by something that is not among its words, such as the time zone of its calendar.
        Map<String, String> byKey = keys(events);
        match(How.SAME_EVENT, event -> withKey(event.key(), byKey));
        match(How.SAME_WORDS, event -> byDigest.get(digests.get(event.position())));
        // What it stated before, whatever was corrected since.
        matchStated(EventField.TITLE, EventField.DATE);
        matchStated(EventField.TITLE);
        matchStated(EventField.FORMER_ADDRESSES);
        matchUnique(made.keySet(), How.SAME_EVENT, this::titleAndDate, node -> titleAndDate(node));
        matchUnique(ofSource, How.SAME_EVENT, this::title, node -> title(node));
        matchUnique(there.keySet(), How.PERHAPS, this::titleAndDate, node -> titleAndDate(node));
        matchUnique(
                there.keySet(),
                How.PERHAPS,
                event -> event.text(EventField.DATE).isEmpty() ? title(event) : "",
                node -> node.date().edtf().isEmpty() ? title(node) : "");
        matchChanged();
        return known;
    }

    /** What has another title and another date now may be known by something else, as long as most of the source is the same. */
    private void matchChanged() throws RepositoryException {
        matchUnique(
                ofSource,
                How.PERHAPS,
                event -> stated(event, EventField.REPORT),
                node -> stated(node, EventField.REPORT));
        matchUnique(
                ofSource,
                How.PERHAPS,
                event -> stated(event, EventField.DESCRIPTION),
                node -> stated(node, EventField.DESCRIPTION));
        if (left.size() <= known.size()) {
            for (EventField field : List.of(EventField.PEOPLE, EventField.LINKS, EventField.VENUE)) {
                matchUnique(ofSource, How.PERHAPS, event -> stated(event, field), node -> stated(node, field));
            }
            match(How.PERHAPS, event -> event.key().isEmpty() ? atItsPlace(event) : null);
        }
    }

    private static String stated(StatedEvent event, EventField field) {
        String text = event.finding(field).map(Finding::value).orElseGet(() -> StatedTexts.of(event)
                .getOrDefault(field.property(), ""));
        return MadeEvent.digestOf(text);
    }

    private String stated(CheckedNode node, EventField field) {
        return made.get(node.id()).stated(field);
    }

    /** The event that was made of what stood at the same place and says as much that is the same as is not; null if there is none. */
    private String atItsPlace(StatedEvent event) {
        String position = Integer.toString(event.position());
        Map<String, String> texts = StatedTexts.of(event);
        return ofSource.stream()
                .filter(id -> !taken.contains(id)
                        && position(id).equals(position)
                        && made.get(id).agreesWith(texts))
                .findFirst()
                .orElse(null);
    }

    private String position(String id) {
        try {
            Node event = session.getNodeByIdentifier(id);
            String position = EventField.SOURCE_POSITION.property();
            return event.hasProperty(position) ? event.getProperty(position).getString() : "";
        } catch (RepositoryException e) {
            throw new ContentException("The event " + id + " cannot be read", e);
        }
    }

    /**
     * The positions of what was written from events that are not there any more. Where none of a table is there, it is of another archive, or this one
     * was lost.
     */
    Set<Integer> deleted(List<StatedEvent> events) {
        boolean some = events.stream().anyMatch(event -> there.containsKey(event.key()));
        return events.stream()
                .filter(event -> some
                        && !event.key().isEmpty()
                        && !event.version().isEmpty()
                        && !known.containsKey(event.position()))
                .map(StatedEvent::position)
                .collect(Collectors.toSet());
    }

    /** The identifiers of events that were made of the source before, and are none of those that it states now. */
    List<String> gone() {
        return ofSource.stream().filter(id -> !taken.contains(id)).sorted().toList();
    }

    private void match(How how, Function<StatedEvent, String> finder) throws RepositoryException {
        for (StatedEvent event : List.copyOf(left)) {
            String id = finder.apply(event);
            if (id != null && !id.isEmpty() && taken.add(id)) {
                left.remove(event);
                known.put(
                        event.position(),
                        new KnownEvent(
                                id,
                                how,
                                how == How.SAME_EVENT ? changes(id, event) : List.of(),
                                how == How.PERHAPS ? List.of() : missing(id, event)));
            }
        }
    }

    /** Whoever has taken some of its files away, or put others there, wants no more of them. */
    private List<StatedFile> missing(String id, StatedEvent event) throws RepositoryException {
        List<StatedFile> here = event.files().stream()
                .filter(file -> files.state(file) == SavedFiles.State.HERE)
                .toList();
        if (here.isEmpty()) {
            return List.of();
        }
        Node node = session.getNodeByIdentifier(id);
        Set<StatedFile.Kind> there = EnumSet.noneOf(StatedFile.Kind.class);
        for (StatedFile.Kind kind : StatedFile.Kind.values()) {
            String list = FileImport.list(kind);
            if (node.hasNode(list) && node.getNode(list).hasNodes()) {
                there.add(kind);
            }
        }
        return here.stream().filter(file -> !there.contains(file.kind())).toList();
    }

    /** What a calendar has that the archive itself wrote is less than what is there, and says nothing of what somebody has changed. */
    private List<FieldChange> changes(String id, StatedEvent event) {
        boolean own = id.equals(event.key()) && event.version().isEmpty();
        return own ? List.of() : changes.of(id, event, given(id, event));
    }

    private void matchStated(EventField... fields) throws RepositoryException {
        matchUnique(
                ofSource,
                How.SAME_EVENT,
                event -> Stream.of(fields)
                        .map(field -> MadeEvent.digestOf(field == EventField.TITLE ? event.title() : event.text(field)))
                        .reduce((one, other) -> one.isEmpty() ? "" : one + " " + other)
                        .orElse(""),
                node -> made.get(node.id()).stated(fields));
    }

    /** What an event was given of the same source; null if nothing was. */
    private MadeEvent given(String id, StatedEvent event) {
        MadeEvent before = made.get(id);
        boolean same = before != null
                && (ofSource.contains(id)
                        || !event.key().isEmpty() && event.key().equals(before.key()));
        return same ? before : null;
    }

    /** What tells an event has to tell it from the others on both sides. */
    private void matchUnique(
            Collection<String> ids, How how, Function<StatedEvent, String> stated, Function<CheckedNode, String> stored)
            throws RepositoryException {
        Map<String, String> byWords = new HashMap<>();
        for (String id : ids) {
            if (!taken.contains(id)) {
                byWords.merge(stored.apply(there.get(id)), id, (one, other) -> "");
            }
        }
        Map<String, Integer> times = new HashMap<>();
        left.forEach(event -> times.merge(stated.apply(event), 1, Integer::sum));
        match(how, event -> {
            String words = stated.apply(event);
            return words.isEmpty() || times.get(words) > 1 ? null : byWords.get(words);
        });
    }

    private String title(StatedEvent event) {
        return WordForms.key(event.title());
    }

    private static String title(CheckedNode node) {
        return WordForms.key(node.title());
    }

    private String titleAndDate(StatedEvent event) {
        return DateText.parse(event.text(EventField.DATE), zone)
                .map(EventDate::of)
                .flatMap(EventDate::edtf)
                .map(date -> title(event) + "\n" + date)
                .orElse("");
    }

    private static String titleAndDate(CheckedNode node) {
        return node.date().edtf().map(date -> title(node) + "\n" + date).orElse("");
    }

    /** The events that have keys, by these: they know it themselves, or it was kept of their source, or it is their own identifier. */
    private Map<String, String> keys(List<StatedEvent> events) throws RepositoryException {
        Map<String, String> keys = new HashMap<>();
        if (events.stream().allMatch(event -> event.key().isEmpty())) {
            return keys;
        }
        for (String id : there.keySet()) {
            keys.put(id, id);
            Node event = session.getNodeByIdentifier(id);
            if (event.hasProperty(EventField.SOURCE_UID.property())) {
                keys.put(event.getProperty(EventField.SOURCE_UID.property()).getString(), id);
            }
        }
        // Calendars have keys that nobody else has; the numbers of a table are its own.
        made.values().stream()
                .filter(event -> !event.key().isEmpty() && ofSource.contains(event.id()))
                .forEach(event -> keys.put(event.key(), event.id()));
        return keys;
    }

    private static String withKey(String key, Map<String, String> keys) {
        return key.isEmpty() ? null : keys.get(key);
    }
}
