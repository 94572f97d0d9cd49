package org.efcevents.replace;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.undo.Editing;
import org.efcevents.undo.Step;
import org.efcevents.undo.Stored;

/** Puts other words in the place of those that were found. */
public final class Replacement {

    /** The kind of step that it is. */
    public static final String KIND = "replace";

    private final Session session;
    private final ArchiveTexts texts;
    private final Wanted wanted;
    private final String words;
    private final Set<String> left = new HashSet<>();
    private int count;

    private Replacement(Session session, ArchiveTexts texts, Wanted wanted, String words) {
        this.session = session;
        this.texts = texts;
        this.wanted = wanted;
        this.words = words;
    }

    /**
     * What has come of it.
     *
     * @param step what was changed; null if nothing was
     * @param count in how many places; not those in which it stood already
     * @param left the identifiers of what has places that were left as they are, because their texts are not as they were found, or
     *     would be empty
     */
    public record Result(Step step, int count, Set<String> left) {}

    /** One text with those of its places that are to be changed. */
    private record Ticked(String node, String property, String state) {}

    /**
     * Changes what an editor has ticked. Nothing is saved.
     *
     * @param session of the editor's
     * @param words what is put there
     * @param defaultLanguage that of properties without one in their names
     * @param ticked {@link PlaceKey#text} of each place
     * @param editing in that session
     */
    public static Result of(
            Session session,
            Wanted wanted,
            String words,
            String defaultLanguage,
            Collection<String> ticked,
            Editing editing)
            throws RepositoryException {
        Replacement replacement = new Replacement(session, new ArchiveTexts(wanted, defaultLanguage), wanted, words);
        for (Map.Entry<Ticked, Set<Integer>> text : byText(ticked).entrySet()) {
            replacement.change(text.getKey(), text.getValue(), editing);
        }
        Step step = editing.isEmpty()
                ? null
                : editing.keep(
                        KIND, List.of(wanted.words(), words, String.valueOf(replacement.count)), replacement.left);
        return new Result(step, replacement.count, Set.copyOf(replacement.left));
    }

    private static Map<Ticked, Set<Integer>> byText(Collection<String> ticked) {
        Map<Ticked, Set<Integer>> byText = new LinkedHashMap<>();
        for (String text : ticked) {
            PlaceKey.of(text).ifPresent(place -> byText.computeIfAbsent(
                            new Ticked(place.node(), place.property(), place.state()), first -> new HashSet<>())
                    .add(place.number()));
        }
        return byText;
    }

    private void change(Ticked ticked, Set<Integer> numbers, Editing editing) throws RepositoryException {
        Optional<Node> owner = owner(ticked.node());
        if (owner.isEmpty()) {
            left.add(ticked.node());
            return;
        }
        Optional<ArchiveTexts.Text> text =
                texts.text(owner.get(), new PlaceKey(ticked.node(), ticked.property(), 0, ticked.state()));
        Optional<Passages> passages = text.flatMap(known -> asFound(known, ticked, numbers));
        Set<Integer> others = numbers.stream()
                .filter(number -> passages.isPresent() && passages.get().isOther(number, words))
                .collect(Collectors.toSet());
        Optional<String> changed =
                passages.map(known -> known.with(others, words)).filter(result -> !result.isBlank());
        if (changed.isEmpty()) {
            left.add(owner.get().getIdentifier());
            return;
        }
        editing.set(text.get().node(), ticked.property(), Stored.text(changed.get()));
        count += others.size();
    }

    /** Where it was found; empty if it is not there as it was ticked. */
    private Optional<Passages> asFound(ArchiveTexts.Text text, Ticked ticked, Set<Integer> numbers) {
        Passages passages = Passages.of(text.stored(), text.field().rich(), wanted.pattern());
        boolean asFound = passages.state().equals(ticked.state())
                && numbers.stream().allMatch(number -> number < passages.count() && passages.isChangeable(number));
        return asFound ? Optional.of(passages) : Optional.empty();
    }

    private Optional<Node> owner(String id) throws RepositoryException {
        try {
            Node owner = Editing.contentAbove(session.getNodeByIdentifier(id));
            return ArchiveTexts.isOfArchive(owner) ? Optional.of(owner) : Optional.empty();
        } catch (ItemNotFoundException gone) {
            return Optional.empty();
        }
    }
}
