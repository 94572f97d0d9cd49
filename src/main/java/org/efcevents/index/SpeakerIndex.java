package org.efcevents.index;

import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;

/** All speakers in one language, whoever may see them, in its alphabetical order. Not thread-safe. */
final class SpeakerIndex implements Renewable {

    private final ContentLanguages languages;
    private final Comparator<IndexedSpeaker> byName;
    private List<IndexedSpeaker> speakers = List.of();

    SpeakerIndex(Session all, ContentLanguages languages) throws RepositoryException {
        this.languages = languages;
        this.byName = IndexedSpeaker.byName(Collator.getInstance(Locale.forLanguageTag(languages.language())));
        readAll(all);
    }

    @Override
    public void readAll(Session all) throws RepositoryException {
        Map<UUID, IndexedSpeaker> read = new ConcurrentHashMap<>();
        new SpeakerNodes(all, languages).all(node -> put(node, read));
        speakers = sorted(Stream.empty(), read.values());
    }

    @Override
    public void read(Session all, Set<UUID> changed) throws RepositoryException {
        Map<UUID, IndexedSpeaker> read = new HashMap<>();
        SpeakerNodes nodes = new SpeakerNodes(all, languages);
        for (UUID id : changed) {
            nodes.of(id.toString(), node -> put(node, read));
        }
        if (!read.isEmpty() || speakers.stream().anyMatch(speaker -> changed.contains(speaker.id()))) {
            speakers = sorted(speakers.stream().filter(speaker -> !changed.contains(speaker.id())), read.values());
        }
    }

    private static void put(ContentNode node, Map<UUID, IndexedSpeaker> read) {
        IndexedSpeaker speaker = IndexedSpeaker.of(node);
        read.put(speaker.id(), speaker);
    }

    /** Sorting takes little time, because most are in order. */
    private List<IndexedSpeaker> sorted(Stream<IndexedSpeaker> sorted, Collection<IndexedSpeaker> added) {
        return Stream.concat(sorted, added.stream()).sorted(byName).toList();
    }

    /** All of them; another list once any of them has changed. */
    List<IndexedSpeaker> speakers() {
        return speakers;
    }
}
