package org.efcevents.index;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.jcr.InvalidItemStateException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;
import org.efcevents.journal.EventHistory;
import org.efcevents.journal.Item;
import org.efcevents.journal.Journal;
import org.efcevents.journal.JournalStore;

/**
 * Writes the journal of this instance: what the change log tells of, and what has changed while nobody observed. Not thread-safe.
 *
 * <p>What cannot be written is no reason not to show a page; it is noted later, by comparing.
 */
final class JournalKeeper {

    /** The changes of more things than that are too many to search for those that show them: all copies begin anew. */
    private static final int MOST_REFERRED = 5_000;

    /** Nothing that is read depends on the language. */
    private static final ContentLanguages ANY = new ContentLanguages("en", "en");

    private static final System.Logger LOG = System.getLogger(JournalKeeper.class.getName());

    private final Clock clock;
    private final LinkedWorkspaces linked = new LinkedWorkspaces();
    private final String epoch =
            "%016x".formatted(RandomGenerator.of("SecureRandom").nextLong());
    private Journal journal;
    private boolean begun;
    private boolean complete;
    private String lastReason;

    /** @param clock tells when changes are noted */
    JournalKeeper(Clock clock) {
        this.clock = clock;
    }

    /** What is done with the journal. */
    private interface Work {
        void with(Journal journal) throws RepositoryException;
    }

    /**
     * Notes changes that have just been told of. What is not known yet of an instance is read when it begins, and else when
     * somebody asks.
     *
     * @param all a session that sees everything
     * @param changed the identifiers of what changed; empty if that is not known
     */
    void note(Session all, Optional<Set<UUID>> changed) {
        if (changed.isEmpty()) {
            complete = false;
        }
        Set<UUID> known = changed.orElse(Set.of());
        if (begun && known.isEmpty()) {
            return;
        }
        try {
            write(all, own -> note(all, known, own), known.isEmpty());
        } catch (RepositoryException e) {
            giveUp(e);
        }
    }

    private void note(Session all, Set<UUID> changed, Journal known) throws RepositoryException {
        List<Item> there = Collections.synchronizedList(new ArrayList<>());
        for (UUID id : changed) {
            for (NodesBelow nodes : NodesBelow.CONTENT) {
                nodes.of(all, id.toString(), node -> read(node, nodes.type(), there));
            }
        }
        Set<UUID> gone = new HashSet<>(changed);
        there.forEach(item -> gone.remove(item.id()));
        known.note(there, clock.instant());
        known.noteGone(gone, clock.instant());
    }

    private static void read(Node node, NodeType type, List<Item> there) {
        ContentNode content = new ContentNode(node, ANY);
        if (!content.isDeleted()) {
            there.add(new Item(
                    UUID.fromString(content.id()),
                    type,
                    content.path(),
                    content.arrived().toEpochMilli(),
                    visibility(content),
                    content.values("formerAddresses")));
        }
    }

    private static Visibility visibility(ContentNode content) {
        if (!content.isA(NodeType.EVENT)) {
            return Visibility.PUBLIC;
        }
        Visibility visibility = Visibility.of(content);
        return visibility == Visibility.LISTED
                        && content.child("publicNotice")
                                .filter(EventNodes::tells)
                                .isEmpty()
                ? Visibility.HIDDEN
                : visibility;
    }

    private static List<Item> everything(Session all) throws RepositoryException {
        List<Item> there = Collections.synchronizedList(new ArrayList<>());
        for (NodesBelow nodes : NodesBelow.CONTENT) {
            nodes.all(all, node -> read(node, nodes.type(), there));
        }
        return there;
    }

    /** The journal, up to date; empty if it cannot be read or written. */
    Optional<Journal> journal(Session all) {
        try {
            write(all, known -> complete(all, known));
            return Optional.of(journal);
        } catch (RepositoryException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    /** What it tells of events or, if it cannot be read or written, what is there. */
    EventHistory history(Session all) throws RepositoryException {
        Optional<Journal> known = journal(all);
        return known.isPresent() ? known.get().events() : EventHistory.withoutJournal(everything(all));
    }

    /** The same for whoever is given tokens of it. */
    Optional<Journal> followed(Session all) {
        try {
            write(all, known -> {
                complete(all, known);
                if (known.isFollowed()) {
                    noteReferrers(all, known);
                } else {
                    linked.observe(all);
                }
                known.referrersNoted();
                known.beginEpoch(epoch, clock.instant());
            });
            return Optional.of(journal);
        } catch (RepositoryException e) {
            giveUp(e);
            return Optional.empty();
        }
    }

    private void complete(Session all, Journal known) throws RepositoryException {
        if (!complete) {
            known.compare(everything(all), clock.instant());
            complete = true;
        }
    }

    /** Notes of what shows something that it has changed, if that has. */
    private void noteReferrers(Session all, Journal known) throws RepositoryException {
        Set<UUID> changed = new HashSet<>(known.withoutReferrersNoted(MOST_REFERRED + 1));
        boolean unknown = linked.observe(all);
        Set<UUID> elsewhere = linked.changed(all);
        if (changed.size() > MOST_REFERRED) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "More than " + MOST_REFERRED
                            + " events, speakers and work packages have changed since somebody asked for"
                            + " changes: whoever keeps a copy is told to begin anew");
            known.endTokens();
            return;
        }
        Referrers referrers = new Referrers(all);
        Set<UUID> touched = new HashSet<>();
        Set<UUID> shown = new HashSet<>(changed);
        if (unknown || elsewhere == null || elsewhere.size() > MOST_REFERRED) {
            touched.addAll(referrers.ofOtherWorkspaces());
        } else {
            shown.addAll(elsewhere);
        }
        for (UUID id : shown) {
            touched.addAll(referrers.of(id));
        }
        touched.removeAll(changed);
        known.touch(touched, clock.instant());
    }

    private void write(Session all, Work work) throws RepositoryException {
        write(all, work, false);
    }

    /**
     * Loads the journal if it is not, works with it, and stores what has changed; once more if another node of a cluster did.
     *
     * @param toBegin whether there is work only if there is no journal yet
     */
    private void write(Session all, Work work, boolean toBegin) throws RepositoryException {
        Session own = ChangeLog.open(all.getRepository(), JournalStore.WORKSPACE);
        try {
            JournalStore store = new JournalStore(own);
            begun = store.exists();
            if (begun && toBegin) {
                return;
            }
            try {
                writeOnce(all, store, work);
            } catch (InvalidItemStateException byAnother) {
                own.refresh(false);
                linked.forget();
                journal = null;
                writeOnce(all, store, work);
            }
            begun = true;
        } finally {
            own.logout();
        }
    }

    private void writeOnce(Session all, JournalStore store, Work work) throws RepositoryException {
        if (journal != null && store.last() != journal.last()) {
            journal = null;
        }
        if (journal == null) {
            complete = false;
            journal = load(all, store);
        }
        work.with(journal);
        if (journal.isUnsaved()) {
            store.save(journal);
        }
    }

    private Journal load(Session all, JournalStore store) throws RepositoryException {
        Optional<Journal> stored = store.load(clock.instant());
        if (stored.isPresent()) {
            return stored.get();
        }
        Journal first = new Journal(clock.instant());
        first.begin(everything(all));
        complete = true;
        return first;
    }

    private void giveUp(RepositoryException e) {
        String reason = String.valueOf(e.getMessage());
        if (!reason.equals(lastReason)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The journal of changes and former addresses cannot be kept (workspace " + JournalStore.WORKSPACE
                            + "): until it can, /changes.json is answered by 503, and addresses that change lead nowhere: "
                            + reason,
                    e);
            lastReason = reason;
        }
        linked.forget();
        journal = null;
        complete = false;
    }
}
