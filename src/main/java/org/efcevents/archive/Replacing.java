package org.efcevents.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.jcr.ItemNotFoundException;
import javax.jcr.RepositoryException;
import org.efcevents.health.CheckedNode;
import org.efcevents.index.WholeArchive;
import org.efcevents.replace.ArchiveTexts;
import org.efcevents.replace.FoundPlace;
import org.efcevents.replace.PlaceKey;
import org.efcevents.replace.Replacement;
import org.efcevents.replace.Wanted;
import org.efcevents.undo.Editing;

/** Finds words in all texts of the archive that an editor may read, and puts others in their place. */
public final class Replacing {

    private final ArchiveQueries queries;
    private final Contents contents;

    Replacing(ArchiveQueries queries, Contents contents) {
        this.queries = queries;
        this.contents = contents;
    }

    /**
     * What was found.
     *
     * @param entries what has it, by type and title
     * @param count in how many places
     */
    public record Found(List<Entry> entries, int count) {

        /** How many places are shown. */
        public int shown() {
            return entries.stream().mapToInt(entry -> entry.places().size()).sum();
        }
    }

    /**
     * An event, a speaker or a work package that has it.
     *
     * @param node the event, speaker or work package
     * @param places where
     */
    public record Entry(CheckedNode node, List<FoundPlace> places) {}

    /**
     * Looks for something.
     *
     * @param most no more places than these are told, of whole entries and of the last one perhaps a part
     */
    public Found find(Wanted wanted, int most) throws RepositoryException {
        ArchiveTexts texts = new ArchiveTexts(wanted, defaultLanguage());
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        WholeArchive.read(queries.session(), node -> {
            int count = texts.count(node);
            if (count > 0) {
                counts.put(node.getIdentifier(), count);
            }
        });
        List<CheckedNode> owners = counts.keySet().stream()
                .flatMap(id -> contents.with(id).stream())
                .sorted(Comparator.comparing(CheckedNode::type)
                        .thenComparing(CheckedNode::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(CheckedNode::path))
                .toList();
        List<Entry> entries = new ArrayList<>();
        int left = most;
        for (int i = 0; i < owners.size() && left > 0; i++) {
            List<FoundPlace> places = places(texts, owners.get(i), left);
            left -= places.size();
            if (!places.isEmpty()) {
                entries.add(new Entry(owners.get(i), places));
            }
        }
        return new Found(
                List.copyOf(entries),
                owners.stream().mapToInt(owner -> counts.get(owner.id())).sum());
    }

    /** In the editor's own session: not of what they may not read. */
    private List<FoundPlace> places(ArchiveTexts texts, CheckedNode owner, int most) throws RepositoryException {
        try {
            return texts.in(queries.session().getNodeByIdentifier(owner.id())).stream()
                    .limit(most)
                    .toList();
        } catch (ItemNotFoundException removedMeanwhile) {
            return List.of();
        }
    }

    /**
     * Puts other words there. Nothing is saved.
     *
     * @param ticked {@link PlaceKey#text} of each place
     */
    public Replacement.Result replace(Wanted wanted, String words, Collection<String> ticked, Editing editing)
            throws RepositoryException {
        return Replacement.of(queries.session(), wanted, words, defaultLanguage(), ticked, editing);
    }

    private String defaultLanguage() {
        return queries.languages().defaultLanguage();
    }
}
