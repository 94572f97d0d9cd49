package org.efcevents.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.Slugs;
import org.efcevents.event.Visibility;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.journal.Journal;
import org.efcevents.journal.JournalEntry;

/**
 * The addresses of what has been withdrawn or moved, and those by identifier, as far as one reader may know about them.
 *
 * <p>An address that this instance has shown is remembered by its {@link Journal}; those of before, and those of what has become part of something
 * else, stand in the content itself ({@code formerAddresses}).
 */
public final class FormerAddresses {

    private final ArchiveQueries queries;
    private final VisibleEvents visible;

    /**
     * What remains of a withdrawn event: the fact that there was one at this address.
     *
     * @param slug its name in URLs
     * @param since when the withdrawn event or its notice was last modified; {@link Instant#EPOCH} if unknown
     * @param arrived when this instance received it: {@link org.efcevents.content.ContentNode#arrived}
     */
    public record Tombstone(String slug, Instant since, Instant arrived) {}

    FormerAddresses(ArchiveQueries queries, VisibleEvents visible) {
        this.queries = queries;
        this.visible = visible;
    }

    /** The withdrawn events, by slug. */
    public List<Tombstone> withdrawn() {
        Map<String, Tombstone> tombstones = new TreeMap<>();
        for (ContentNode node : queries.withdrawn()) {
            String slug = node.isA(NodeType.NOTICE) ? Slugs.nameOfEvent(node) : node.name();
            tombstones.putIfAbsent(slug, new Tombstone(slug, node.revised(), node.arrived()));
        }
        return List.copyOf(tombstones.values());
    }

    /**
     * Whether an event with this slug, or formerly with it, or with this identifier, has been withdrawn. There may be another one with the
     * slug now, see {@link Archive#event}.
     */
    public boolean isWithdrawn(String slug) {
        Set<String> slugs = withdrawnSlugs();
        return slugs.contains(slug)
                || !slugs.isEmpty()
                        && journal().stream()
                                .flatMap(journal -> Stream.concat(
                                        journal.formerlyAt(NodeType.EVENT, slug).stream(),
                                        identifier(slug).flatMap(journal::entry).stream()))
                                .anyMatch(entry -> isWithdrawn(entry, slugs));
    }

    /**
     * The present slug of what formerly had this one, or has this identifier. Of several events whose editors say that they had it, it is
     * the first in alphabetical order; of others, the one that had it last. There is none where that one is withdrawn, or where a withdrawn event
     * has it now.
     *
     * @param type {@link NodeType#EVENT}, {@link NodeType#SPEAKER} or {@link NodeType#WORK_PACKAGE}
     * @return null if there is none for this reader
     */
    public String presentSlug(NodeType type, String slug) {
        Optional<String> byId = identifier(slug).flatMap(id -> slugOf(type, id));
        return byId.or(() -> typed(type, slug)).or(() -> remembered(type, slug)).orElse(null);
    }

    private Optional<String> remembered(NodeType type, String slug) {
        List<JournalEntry> had = journal().stream()
                .flatMap(journal -> journal.formerlyAt(type, slug).stream())
                .toList();
        Set<String> withdrawn = had.isEmpty() || type != NodeType.EVENT ? Set.of() : withdrawnSlugs();
        if (withdrawn.contains(slug)) {
            return Optional.empty();
        }
        Optional<String> last = Optional.empty();
        for (JournalEntry entry : had) {
            // What is gone may have become part of something else.
            Optional<String> present = entry.isThere()
                    ? slugOf(type, entry.id())
                    : typed(type, entry.id().toString());
            if (present.isPresent() || isWithdrawn(entry, withdrawn)) {
                last = present;
            }
        }
        return last;
    }

    private static boolean isWithdrawn(JournalEntry entry, Set<String> withdrawn) {
        return entry.visibility() == Visibility.WITHDRAWN && withdrawn.contains(entry.slug());
    }

    private Set<String> withdrawnSlugs() {
        return withdrawn().stream().map(Tombstone::slug).collect(Collectors.toSet());
    }

    /**
     * A filter as it was asked for, with the present slugs of work packages and speakers in place of former ones. Whatever has no
     * former slugs, or none that this reader may know of, stays as it is.
     */
    public ArchiveFilter resolved(ArchiveFilter asked) {
        return asked.with(
                        Facet.WORK_PACKAGE,
                        asked.choices(Facet.WORK_PACKAGE).stream()
                                .map(this::presentWorkPackage)
                                .toList())
                .withSpeakers(
                        asked.speakers().stream().map(this::presentSpeaker).toList())
                .onPage(asked.page());
    }

    /** The present slug of the work package that formerly had this one; the same slug if there is none. */
    private String presentWorkPackage(String slug) {
        return queries.workPackage(slug).isPresent() ? slug : present(NodeType.WORK_PACKAGE, slug);
    }

    /** The present slug of the speaker who formerly had this one; the same slug if there is none. */
    private String presentSpeaker(String slug) {
        return queries.speaker(slug).isPresent() ? slug : present(NodeType.SPEAKER, slug);
    }

    private String present(NodeType type, String slug) {
        return Objects.requireNonNullElse(presentSlug(type, slug), slug);
    }

    private Optional<String> typed(NodeType type, String slug) {
        return queries.formerlyAt(type, slug).stream()
                .map(ContentNode::slug)
                .sorted()
                .findFirst();
    }

    /** The present slug of something that this reader may read, if only its notice. */
    private Optional<String> slugOf(NodeType type, UUID id) {
        return queries.shown(type, id.toString())
                .map(ContentNode::slug)
                .or(() -> type == NodeType.EVENT
                        ? Optional.ofNullable(visible.listed().get(id.toString()))
                        : Optional.empty());
    }

    private Optional<Journal> journal() {
        return visible.journal(false);
    }

    private static Optional<UUID> identifier(String text) {
        return ContentNode.isIdentifier(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
