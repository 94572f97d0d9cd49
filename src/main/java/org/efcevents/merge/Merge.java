package org.efcevents.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.http.Digest;
import org.efcevents.undo.Editing;
import org.efcevents.undo.NodeContent;
import org.efcevents.undo.Step;

/**
 * What happens if one person becomes part of another, or a work package of another: all that names the one names the other, which is
 * found by the names and addresses of both, and has what both have; what is left of the one is marked as deleted. Nothing happens
 * before {@link #carryOut}.
 */
public final class Merge {

    /** The kind of step that it is. */
    public static final String KIND = "merge";

    private final Node kept;
    private final Node merged;
    private final Comparison comparison;
    private final Map<String, References> references;
    private final List<String> addresses;
    private final String state;

    private Merge(
            Node kept,
            Node merged,
            Comparison comparison,
            Map<String, References> references,
            List<String> addresses,
            String state) {
        this.kept = kept;
        this.merged = merged;
        this.comparison = comparison;
        this.references = references;
        this.addresses = addresses;
        this.state = state;
    }

    /**
     * Looks at what there is.
     *
     * @param kept a speaker or a work package
     * @param merged another one, which becomes part of it; of the same session, as all others
     * @param referring all that may name the other one
     * @param addresses the names in addresses that lead, or led, to the other one
     * @throws IllegalArgumentException if one of them cannot become part of the other
     */
    public static Merge of(Node kept, Node merged, Collection<Node> referring, Collection<String> addresses)
            throws RepositoryException {
        if (kept.isSame(merged)
                || !kept.getPrimaryNodeType()
                        .getName()
                        .equals(merged.getPrimaryNodeType().getName())) {
            throw new IllegalArgumentException(kept.getPath() + " and " + merged.getPath() + " cannot become one");
        }
        Map<String, References> references = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>(List.of(NodeContent.of(kept), NodeContent.of(merged)));
        for (Node node : referring) {
            References found = References.in(node, merged.getIdentifier());
            if (found.count() > 0 && !node.isSame(merged)) {
                references.put(node.getIdentifier(), found);
                seen.add(node.getIdentifier() + NodeContent.of(node));
            }
        }
        List<String> leading = Stream.of(
                        addresses.stream(),
                        Stream.of(merged.getIdentifier()),
                        Comparison.strings(merged, Comparison.FORMER_ADDRESSES).stream())
                .flatMap(some -> some)
                .distinct()
                .toList();
        return new Merge(
                kept,
                merged,
                new Comparison(kept, merged),
                references,
                leading,
                Digest.of(String.join("\n", seen)).text());
    }

    /** The fields in which at least one of them has something. */
    public List<ComparedField> fields() {
        return comparison.fields();
    }

    /** How many entries of lists, such as links, move. */
    public int entries() throws RepositoryException {
        return comparison.entries();
    }

    /** How often the one that goes is named, by the identifier of the event, speaker or work package that names it. */
    public Map<String, Integer> references() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        references.forEach((node, found) -> counts.put(node, found.count()));
        return counts;
    }

    /** What will lead to the one that is kept: names in addresses, and the identifier of the one that goes. */
    public List<String> addresses() {
        return addresses;
    }

    /** Tells what was looked at from what it may be later. */
    public String state() {
        return state;
    }

    /**
     * Carries it out. Nothing is saved.
     *
     * @param fromMerged the names of those fields that are to say what the one that goes says
     * @param words what editors know it by
     * @param editing in the session of both
     */
    public Step carryOut(Set<String> fromMerged, List<String> words, Editing editing) throws RepositoryException {
        for (Map.Entry<String, References> found : references.entrySet()) {
            if (!found.getKey().equals(kept.getIdentifier())) {
                found.getValue().leadTo(kept, editing);
            }
        }
        comparison.apply(fromMerged, addresses, editing);
        // Now that it has what it gets, which may name the other one too.
        References.in(kept, merged.getIdentifier()).leadTo(kept, editing);
        editing.delete(merged);
        return editing.keep(KIND, words, List.of());
    }
}
