package org.efcevents.event;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;

/**
 * Finds the item of a programme that somebody takes part in by what it is called. A name is all that survives: an entry gets
 * another identifier when it is published or copied, and another node name when the order changes.
 *
 * <p>An item is named by its title in any language, or by how that begins, up to the end of a word: {@code Panel 2}. Accents, case
 * and punctuation do not matter. A name that more than one item has names none.
 */
final class NamedItems {

    /** The titles of each item in all languages, without accents, case and punctuation. */
    private final List<Set<String>> titles;

    /** @param items those that can be named, in order; null where one cannot */
    NamedItems(List<ContentNode> items) {
        this.titles = items.stream()
                .map(item ->
                        item == null ? Set.<String>of() : names(item, "title").collect(Collectors.toSet()))
                .toList();
    }

    /** The place of the item that a participation names, from 0; empty if it names none. */
    Optional<Integer> of(ContentNode participation) {
        return names(participation, "panel").flatMap(name -> of(name).stream()).findFirst();
    }

    private Optional<Integer> of(String name) {
        List<Integer> called = places(titles -> titles.contains(name));
        List<Integer> found = called.isEmpty()
                ? places(titles -> titles.stream().anyMatch(title -> title.startsWith(name + " ")))
                : called;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<Integer> places(Predicate<Set<String>> named) {
        return IntStream.range(0, titles.size())
                .filter(place -> named.test(titles.get(place)))
                .boxed()
                .toList();
    }

    private static Stream<String> names(ContentNode node, String property) {
        return node.languages(property).stream()
                .map(language ->
                        node.in(new ContentLanguages(language, language)).text(property))
                .map(NamedItems::folded)
                .filter(name -> !name.isEmpty());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
