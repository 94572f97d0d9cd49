package org.efcevents.index;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.jcr.Repository;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentLanguages;
import org.efcevents.health.CheckedContent;
import org.efcevents.journal.EventHistory;
import org.efcevents.journal.Journal;
import org.efcevents.search.SearchTerms;

/**
 * Keeps what lists and counts need of all events, for all readers, and which of them each may see.
 *
 * <p>What a reader may see is asked of a session of theirs, event by event ({@link Session#hasPermission}), once for all
 * readers with equal {@link Rights}. Other rights are another question, so that a change of rights holds at once. Of what
 * has changed since, it is asked again. What is shown of an event is not kept here: whoever prints it reads it in the
 * reader's own session.
 *
 * <p>Thread-safe. One repository at a time.
 */
public final class ArchiveIndex {

    private static final long NEVER = -1;

    private final Map<Language, EventIndex> indexes = new ConcurrentHashMap<>();
    private final KeptEvents<Language> events = new KeptEvents<>();
    private final KeptSpeakers speakers = new KeptSpeakers();
    private CheckedNodes checked;
    private final Map<Language, KeptTexts> texts = new ConcurrentHashMap<>();
    private final Digests.OfAllForms digests = new Digests.OfAllForms();
    private final JournalKeeper journal;
    private volatile ChangeLog log;
    private volatile KeptHistory history;
    private long changesElsewhere;

    private record Language(ContentLanguages languages, ZoneId siteZone) {}

    /** @param count the {@link ChangeLog#count} until which it is known that nothing has changed */
    private record KeptHistory(EventHistory history, ChangeLog log, long count) {}

    /** @param count as above */
    private record KeptTexts(TextIndex texts, ChangeLog log, long count) {}

    /**
     * Everything, as it is now.
     *
     * @param all a session that sees everything
     * @param count its {@link ChangeLog#count}
     */
    private record Present(Session all, ChangeLog log, long count) {}

    /** Given everything in one language. */
    private interface Answer<T> {
        T from(EventIndex index, Present present) throws RepositoryException;
    }

    /** Creates an empty index. */
    public ArchiveIndex() {
        this(Clock.systemUTC());
    }

    /**
     * Creates an empty index.
     *
     * @param clock tells when changes are noted
     */
    public ArchiveIndex(Clock clock) {
        this.journal = new JournalKeeper(clock);
    }

    /**
     * What a reader may know of.
     *
     * @param session a session of the reader's
     * @param rights what the reader may do; null if that is not known, and it is asked anew of each event
     * @param siteZone the time zone of dates that have none
     */
    public View as(Session session, Rights rights, ContentLanguages languages, ZoneId siteZone) {
        return new View(session, rights, new Language(languages, siteZone));
    }

    /** What one reader may know of the events, at each moment that it is asked. */
    public final class View {

        private final Session session;
        private final Rights rights;
        private final Language language;

        private View(Session session, Rights rights, Language language) {
            this.session = session;
            this.rights = rights;
            this.language = language;
        }

        /**
         * The events that the reader may see.
         *
         * @throws ContentException if the repository fails
         */
        public Visible visible() {
            try {
                return visibleTo(session, rights, language);
            } catch (RepositoryException e) {
                throw new ContentException("The events cannot be listed (workspace efc-events): " + e.getMessage(), e);
            }
        }

        /**
         * Those of the {@link #visible} events in which a speaker takes part, as far as the reader may read that they do, the newest
         * first.
         *
         * @param speaker the identifier of the speaker
         * @param visible the events that are visible
         * @return empty as long as nobody has searched for words, which takes so long to prepare that nobody should wait for it who
         *     has not
         * @throws ContentException if the repository fails
         */
        public Optional<EventSelection> ofSpeaker(UUID speaker, EventTable visible) {
            KeptTexts kept = texts.get(language);
            try {
                return kept == null || kept.log() != log || kept.count() == NEVER
                        ? Optional.empty()
                        : Optional.of(
                                visible.ofNodes(textsFor(session, language).ofSpeaker(speaker, session, rights)));
            } catch (RepositoryException e) {
                throw new ContentException(
                        "The events of the speaker " + speaker + " cannot be found (workspace efc-events): "
                                + e.getMessage(),
                        e);
            }
        }

        /**
         * The speakers that the reader may see, by family name, then by full name, in the alphabetical order of the language.
         *
         * @throws ContentException if the repository fails
         */
        public List<IndexedSpeaker> speakers() {
            try {
                return speakersVisibleTo(session, rights, language);
            } catch (RepositoryException e) {
                throw new ContentException(
                        "The speakers cannot be listed (workspace efc-events): " + e.getMessage(), e);
            }
        }

        /**
         * The digests of what has been written of events in a form.
         *
         * @param visible what was visible before any of them was read
         * @param form what has an influence on what is written besides the events and {@link Visible#state}, such as the
         *     address of the site; compared by {@code equals}
         */
        public Digests digests(Visible visible, Object form) {
            return visible.state() == null ? new Digests() : digests.of(visible.state(), form);
        }

        /**
         * The journal of this instance, up to date. It tells of what nobody may know, too.
         *
         * @param follow whether the reader is given a token of it
         * @return empty if it cannot be read or written; the log says why
         * @throws ContentException if the content cannot be read
         */
        public Optional<Journal> journal(boolean follow) {
            try {
                return renewed(
                        session,
                        language,
                        (index, present) -> follow ? journal.followed(present.all()) : journal.journal(present.all()));
            } catch (RepositoryException e) {
                throw new ContentException("The changes cannot be told (workspace efc-events): " + e.getMessage(), e);
            }
        }

        /**
         * What the journal tells of events or, if it cannot be read or written, when they became what they are.
         *
         * @throws ContentException if the content cannot be read
         */
        public EventHistory history() {
            KeptHistory kept = history;
            if (kept != null && kept.log() == log && isLast(kept.log(), kept.count(), session)) {
                return kept.history();
            }
            try {
                kept = renewed(
                        session,
                        language,
                        (index, present) ->
                                new KeptHistory(journal.history(present.all()), present.log(), present.count()));
                history = kept;
                return kept.history();
            } catch (RepositoryException e) {
                throw new ContentException("The events cannot be listed (workspace efc-events): " + e.getMessage(), e);
            }
        }

        /**
         * What checks need to know of everything in the archive, also of what the reader may not see.
         *
         * @throws ContentException if the repository fails
         */
        public CheckedContent checked() {
            try {
                return renewed(session, language, (index, present) -> {
                    if (checked == null) {
                        checked = new CheckedNodes(
                                present.all(), language.languages().defaultLanguage());
                    }
                    return checked.content(present.all(), language.languages().language());
                });
            } catch (RepositoryException e) {
                throw new ContentException(
                        "The archive cannot be checked (workspace efc-events): " + e.getMessage(), e);
            }
        }

        /**
         * Finds those of the {@link #visible} events that contain all of these terms, in texts that the reader may read.
         *
         * @param terms not empty
         * @throws ContentException if the repository fails
         */
        public Predicate<IndexedEvent> having(SearchTerms terms) {
            try {
                return textsFor(session, language).having(terms, session, rights);
            } catch (RepositoryException e) {
                throw new ContentException(
                        "The events cannot be searched for " + terms + " (workspace efc-events): " + e.getMessage(), e);
            }
        }
    }

    private Visible visibleTo(Session session, Rights rights, Language language) throws RepositoryException {
        Optional<Visible> kept = events.visibleTo(rights, language, count -> isLast(log, count, session));
        return kept.isPresent()
                ? kept.get()
                : renewed(
                        session,
                        language,
                        (index, present) -> events.renew(
                                session, rights, language, index, present.all(), present.count(), changesElsewhere));
    }

    private List<IndexedSpeaker> speakersVisibleTo(Session session, Rights rights, Language language)
            throws RepositoryException {
        Optional<List<IndexedSpeaker>> kept =
                speakers.visibleTo(rights, language.languages(), count -> isLast(log, count, session));
        return kept.isPresent()
                ? kept.get()
                : renewed(
                        session,
                        language,
                        (index, present) ->
                                speakers.renew(session, rights, language.languages(), present.all(), present.count()));
    }

    private TextIndex textsFor(Session session, Language language) throws RepositoryException {
        KeptTexts kept = texts.get(language);
        EventIndex known = indexes.get(language);
        if (kept != null
                && kept.log() == log
                && isLast(kept.log(), kept.count(), session)
                && known != null
                && kept.texts().version() == known.version()) {
            return kept.texts();
        }
        Renewal renewal = renewed(session, language, (index, present) -> {
            TextIndex last = kept(language, present.log()).texts();
            return new Renewal(
                    new KeptTexts(last, present.log(), present.count()),
                    index.version(),
                    index.known(),
                    index.changedSince(last.version()));
        });
        Session all = openAll(session);
        try {
            renewal.texts().texts().renew(all, renewal.version(), renewal.events(), renewal.changed());
        } finally {
            all.logout();
        }
        texts.put(language, renewal.texts());
        return renewal.texts().texts();
    }

    private KeptTexts kept(Language language, ChangeLog observing) {
        return texts.compute(
                language,
                (same, kept) -> kept != null && kept.log() == observing
                        ? kept
                        : new KeptTexts(new TextIndex(language.languages()), observing, NEVER));
    }

    /** What the texts have to be told of. They are read while others are shown lists. */
    private record Renewal(KeptTexts texts, long version, List<IndexedEvent> events, Optional<Set<UUID>> changed) {}

    /** Whether nothing has changed since. */
    private static boolean isLast(ChangeLog log, long count, Session session) {
        return log != null && log.observes(session.getRepository()) && count == log.count();
    }

    /** Opens another session of a session's workspace, which sees everything. */
    static Session openAll(Session session) throws RepositoryException {
        return ChangeLog.open(session.getRepository(), session.getWorkspace().getName());
    }

    private synchronized <T> T renewed(Session session, Language language, Answer<T> answer)
            throws RepositoryException {
        ChangeLog before = log;
        ChangeLog observing = observe(session);
        long count = observing.count();
        Session all = openAll(session);
        try {
            Optional<Set<UUID>> changed = renew(all, observing.drain());
            journal.note(all, before == observing ? changed : Optional.empty());
            EventIndex index = indexes.get(language);
            if (index == null) {
                index = new EventIndex(all, language.languages(), language.siteZone());
                indexes.put(language, index);
            }
            return answer.from(index, new Present(all, observing, count));
        } catch (RepositoryException | RuntimeException e) {
            // What was drained is not known to have been read.
            forget();
            throw e;
        } finally {
            all.logout();
        }
    }

    private ChangeLog observe(Session session) throws RepositoryException {
        Repository repository = session.getRepository();
        if (log == null || !log.observes(repository)) {
            forget();
            log = new ChangeLog(repository, session.getWorkspace().getName());
        }
        return log;
    }

    private void forget() {
        events.clear();
        texts.clear();
        indexes.clear();
        speakers.clear();
        Optional.ofNullable(checked).ifPresent(CheckedNodes::close);
        checked = null;
        if (log != null) {
            log.close();
            log = null;
        }
    }

    /** @return what has changed; empty if that is not known */
    private Optional<Set<UUID>> renew(Session all, ChangeLog.Changes changes) throws RepositoryException {
        if (changes.many()
                || changes.changes().stream().anyMatch(change -> !change.path().startsWith(EventNodes.ROOT + "/"))) {
            changesElsewhere++;
        }
        Optional<Set<UUID>> changed = changes.many() ? Optional.empty() : ChangedContent.of(all, changes.changes());
        List<Renewable> kept = new ArrayList<>(indexes.values());
        kept.addAll(speakers.indexes());
        Optional.ofNullable(checked).ifPresent(kept::add);
        for (Renewable index : kept) {
            if (changed.isPresent()) {
                index.read(all, changed.get());
            } else {
                index.readAll(all);
            }
        }
        return changed;
    }
}
