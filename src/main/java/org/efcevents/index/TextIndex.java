package org.efcevents.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.index.WordIndex.CutText;
import org.efcevents.search.EventTexts;
import org.efcevents.search.EventTexts.SearchableText;
import org.efcevents.search.SearchTerms;

/**
 * The words of all events in one language, whoever may see them. What a reader may see of them is asked of a session of theirs, node
 * by node, when a word is in it; once for all readers with equal {@link Rights}.
 *
 * <p>Thread-safe.
 */
final class TextIndex {

    private static final int MOST_READERS = 64;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Rights, ReadableNodes> readers = new ConcurrentHashMap<>();
    private final ContentLanguages languages;
    private final Locale locale;
    private SearchedNodes nodes;
    private WordIndex words;
    private volatile long version = Long.MIN_VALUE;

    TextIndex(ContentLanguages languages) {
        this.languages = languages;
        this.locale = Locale.forLanguageTag(languages.language());
    }

    /** The version of the {@link EventIndex} as of which it knows the events. */
    long version() {
        return version;
    }

    /**
     * Takes over what has changed.
     *
     * @param all a session that sees everything
     * @param present the version of the events
     * @param events all of them
     * @param changed which events and speakers have changed since an earlier {@link #version}; empty if that is not known
     */
    void renew(Session all, long present, List<IndexedEvent> events, Optional<Set<UUID>> changed)
            throws RepositoryException {
        lock.writeLock().lock();
        try {
            if (version >= present) {
                return;
            }
            boolean afresh = version == Long.MIN_VALUE || changed.isEmpty();
            version = Long.MIN_VALUE;
            if (!afresh) {
                nodes.remove(changed.get());
                for (IndexedEvent event : events) {
                    if (EventIndex.isOf(changed.get(), event)) {
                        read(event, all);
                    }
                }
                SpeakerNodes speakers = new SpeakerNodes(all, languages);
                for (UUID id : changed.get()) {
                    speakers.of(id.toString(), this::addSpeaker);
                }
                words.refresh();
            }
            if (afresh || nodes.areMostGone()) {
                readAll(all, events);
            }
            version = present;
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the events cannot be kept: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void readAll(Session all, List<IndexedEvent> events) throws RepositoryException, IOException {
        readers.clear();
        nodes = new SearchedNodes();
        words = new WordIndex();
        ConcurrentReading.<IndexedEvent>readAll(all, events::forEach, this::read);
        new SpeakerNodes(all, languages).all(this::addSpeaker);
        words.compact();
        words.refresh();
    }

    private void read(IndexedEvent event, Session all) throws RepositoryException {
        Optional<EventText> text = text(all, event);
        if (text.isPresent()) {
            add(event, text.get());
        }
    }

    /** By one thread at a time: a text has the number of its node. */
    private synchronized void add(IndexedEvent event, EventText text) {
        words.add(text.own());
        nodes.add(event);
        for (PartText part : text.parts()) {
            words.add(part.text());
            nodes.addPart(event, part.path(), part.speaker());
        }
    }

    private record EventText(CutText own, List<PartText> parts) {}

    private record PartText(String path, String speaker, CutText text) {}

    /** What is searched of an event; empty if it is no longer there. */
    private Optional<EventText> text(Session all, IndexedEvent event) throws RepositoryException {
        return ChangingNode.read(all, event.node().toString(), found -> {
            ContentNode node = new ContentNode(found, languages);
            return event.isListedOnly()
                    ? new EventText(CutText.of(node.text("title")), List.of())
                    : new EventText(
                            joined(EventTexts.of(node, locale)),
                            EventTexts.parts(node).stream().map(TextIndex::part).toList());
        });
    }

    private static PartText part(ContentNode part) {
        String path = part.path();
        String list = path.substring(0, path.lastIndexOf('/'));
        return new PartText(
                path.substring(list.lastIndexOf('/') + 1),
                part.isA(NodeType.PARTICIPATION) ? part.rawText("speaker") : null,
                joined(EventTexts.ofPart(part)));
    }

    private static CutText joined(List<SearchableText> texts) {
        return CutText.of(texts.stream().map(SearchableText::text).collect(Collectors.joining("\n")));
    }

    private void addSpeaker(ContentNode speaker) {
        CutText text = CutText.of(EventTexts.namesOf(speaker).text());
        synchronized (this) {
            words.add(text);
            nodes.addSpeaker(speaker.id(), speaker.path());
        }
    }

    /**
     * Finds the events, and notices, that contain all of these terms.
     *
     * @param session of the reader's
     * @param rights what the reader may do; null if that is not known
     */
    Predicate<IndexedEvent> having(SearchTerms terms, Session session, Rights rights) {
        lock.readLock().lock();
        try {
            ReadableNodes readable = readable(rights);
            BitSet found = null;
            for (String word : terms.words()) {
                BitSet having = nodes.events(words.having(word), node -> readable.contains(node, nodes, session));
                if (found == null) {
                    found = having;
                } else {
                    found.and(having);
                }
            }
            BitSet all = found;
            return event -> all == null || all.get(event.number());
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the events cannot be searched: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The events in which a speaker takes part, as far as the reader may read that they do.
     *
     * @param session of the reader's
     * @param rights what the reader may do; null if that is not known
     */
    Set<IndexedEvent> ofSpeaker(UUID speaker, Session session, Rights rights) {
        lock.readLock().lock();
        try {
            ReadableNodes readable = readable(rights);
            return nodes.eventsOf(speaker, node -> readable.contains(node, nodes, session));
        } finally {
            lock.readLock().unlock();
        }
    }

    private ReadableNodes readable(Rights rights) {
        if (rights == null) {
            return new ReadableNodes();
        }
        if (readers.size() >= MOST_READERS && !readers.containsKey(rights)) {
            readers.clear();
        }
        return readers.computeIfAbsent(rights, added -> new ReadableNodes());
    }
}
