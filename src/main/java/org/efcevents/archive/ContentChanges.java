package org.efcevents.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;
import org.efcevents.http.Digest;
import org.efcevents.index.Rights;
import org.efcevents.journal.Journal;
import org.efcevents.journal.JournalEntry;
import org.efcevents.journal.SyncToken;

/**
 * What has changed in the archive, as one reader may know it: each event, speaker and work package once, as it is now, in the order
 * of the last changes.
 *
 * <p>Of what the reader may not read it is told that it is gone, by its identifier alone, if they may have known of it; else nothing.
 */
public final class ContentChanges {

    /** So many changes of which the reader may know nothing are passed over in one answer. */
    private static final int MOST_PASSED = 5_000;

    private static final int AT_ONCE = 200;

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final String copy;
    private final Instant now;
    private Map<String, String> listed;
    private Set<String> withdrawn;

    /** What happened to something since the reader asked last. */
    public enum What {
        /** It was not there, or not for this reader. */
        ADDED,
        /** It is for members only now, or for everybody again. */
        MOVED,
        /** It has another slug, and perhaps other content. */
        RENAMED,
        /** Its content changed, or that of what it shows. */
        CHANGED,
        /** It was taken back, which everybody may know. */
        WITHDRAWN,
        /** It is not there any more, or not for this reader. */
        GONE
    }

    /**
     * A change.
     *
     * @param id the identifier of what changed
     * @param type {@link NodeType#EVENT}, {@link NodeType#SPEAKER} or {@link NodeType#WORK_PACKAGE}
     * @param what what happened
     * @param when when this instance saw it
     * @param slug its present slug; null if it is gone
     * @param successor what it has become part of; null if it has not, or the reader may not know
     */
    public record Change(String id, NodeType type, What what, Instant when, String slug, Successor successor) {

        /** Whether it is there for this reader. */
        public boolean isThere() {
            return what != What.GONE && what != What.WITHDRAWN;
        }
    }

    /**
     * What something has become part of.
     *
     * @param id its identifier
     * @param slug its present slug
     */
    public record Successor(String id, String slug) {}

    /**
     * Some changes.
     *
     * @param time the time of the answer
     * @param changes the changes, oldest first
     * @param token tells what has been read: {@link SyncToken#text}
     * @param more whether there are more already
     */
    public record Changes(Instant time, List<Change> changes, String token, boolean more) {}

    /** @param languages the site's, in which and from which texts are told */
    ContentChanges(
            ArchiveQueries queries, VisibleEvents visible, Rights rights, Collection<String> languages, Instant now) {
        this.queries = queries;
        this.visible = visible;
        // Where the rights are not known, all that is known is that they are not.
        this.copy = Digest.of((rights == null ? "" : rights.key()) + "\n\n" + String.join(" ", languages))
                .text()
                .substring(0, 16);
        this.now = now;
    }

    /** Everything that is there, for a reader who has nothing yet. */
    public Answer fromTheBeginning(int most) {
        return answer(journal -> Optional.of(journal.beginning()), most);
    }

    /** No changes, and a token for those from now on. */
    public Answer fromNow() {
        return answer(journal -> Optional.of(journal.end()), 0);
    }

    /** The changes after those that the bearer of a token has read. */
    public Answer since(SyncToken token, int most) {
        return answer(journal -> journal.position(token, copy, now), most);
    }

    private Answer answer(Function<Journal, Optional<Journal.Position>> start, int most) {
        Optional<Journal> journal = visible.journal(true);
        if (journal.isEmpty()) {
            return new Answer(Optional.empty(), Refusal.UNAVAILABLE);
        }
        Optional<Changes> changes = start.apply(journal.get()).map(position -> read(journal.get(), position, most));
        return new Answer(changes, changes.isPresent() ? null : Refusal.TOO_OLD);
    }

    /** Why no changes are told. */
    public enum Refusal {
        /** What has changed since then is not known: the reader has to begin anew. */
        TOO_OLD,
        /** The journal cannot be kept, as the log says: the reader has to ask later. */
        UNAVAILABLE
    }

    /** Either changes or why none are told. */
    public record Answer(Optional<Changes> changes, Refusal refusal) {}

    private Changes read(Journal journal, Journal.Position start, int most) {
        List<Change> changes = new ArrayList<>();
        long change = start.change();
        int passed = 0;
        boolean more = journal.last() > change;
        while (more && changes.size() < most && passed < MOST_PASSED) {
            List<JournalEntry> next = journal.after(change, AT_ONCE);
            for (JournalEntry entry : next) {
                if (changes.size() == most) {
                    break;
                }
                Optional<Change> known = change(entry, start.from());
                known.ifPresent(changes::add);
                passed += known.isPresent() ? 0 : 1;
                change = entry.last();
            }
            more = !next.isEmpty() && journal.last() > change;
        }
        Journal.Position end = new Journal.Position(change, more ? start.from() : change);
        return new Changes(
                now, List.copyOf(changes), journal.token(end, copy, now).text(), more);
    }

    /** What has gone lately, as far as this reader may have known of it and may not read it; empty if it is not known. */
    public List<Change> gone(Instant since) {
        return visible.journal(false).stream()
                .flatMap(journal -> journal.goneSince(since).stream())
                .flatMap(entry -> change(entry, 0).stream())
                .filter(change -> !change.isThere())
                .toList();
    }

    private Optional<Change> change(JournalEntry entry, long from) {
        Optional<String> slug = slug(entry);
        if (slug.isPresent()) {
            return Optional.of(
                    new Change(entry.id().toString(), entry.type(), what(entry, from), entry.when(), slug.get(), null));
        }
        if (entry.shown() <= from || !entry.wasOpen() && !queries.mayRead(entry.path())) {
            return Optional.empty();
        }
        boolean known =
                entry.visibility() == Visibility.WITHDRAWN && withdrawn().contains(entry.slug());
        return Optional.of(new Change(
                entry.id().toString(),
                entry.type(),
                known ? What.WITHDRAWN : What.GONE,
                entry.shownWhen(),
                known ? entry.slug() : null,
                known ? null : successor(entry)));
    }

    private Successor successor(JournalEntry entry) {
        return queries.formerlyAt(entry.type(), entry.id().toString()).stream()
                .findFirst()
                .map(node -> new Successor(node.id(), node.slug()))
                .orElse(null);
    }

    private static What what(JournalEntry entry, long from) {
        if (entry.last() <= from || entry.added() > from) {
            return What.ADDED;
        }
        if (entry.shown() > from) {
            return What.MOVED;
        }
        return entry.renamed() > from ? What.RENAMED : What.CHANGED;
    }

    /** The present slug of what this reader may read, if only its notice; empty for what they may not. */
    private Optional<String> slug(JournalEntry entry) {
        String id = entry.id().toString();
        return queries.shown(entry.type(), id).map(ContentNode::slug).or(() -> Optional.ofNullable(listed().get(id)));
    }

    private Map<String, String> listed() {
        if (listed == null) {
            listed = visible.listed();
        }
        return listed;
    }

    private Set<String> withdrawn() {
        if (withdrawn == null) {
            withdrawn = new FormerAddresses(queries, visible)
                    .withdrawn().stream().map(FormerAddresses.Tombstone::slug).collect(Collectors.toSet());
        }
        return withdrawn;
    }
}
