package org.efcevents.desk;

import java.util.Collection;
import java.util.List;

/**
 * Something of the archive that can be asked for on a page of the desk.
 *
 * @param value as in the address
 * @param label what it is called
 * @param chosen whether it is asked for
 */
public record Choice(String value, String label, boolean chosen) {

    /** The archive's work packages, by their slugs. */
    static List<Choice> workPackages(DeskRequest request, Collection<String> chosen) {
        return request.archive().workPackages().stream()
                .map(known -> new Choice(known.slug(), known.label(), chosen.contains(known.slug())))
                .toList();
    }

    /** The kinds of event that there are, or could be. */
    static List<Choice> kinds(DeskRequest request, Collection<String> chosen) {
        return request.archive().kinds().stream()
                .map(word -> new Choice(word, kind(request, word), chosen.contains(word)))
                .toList();
    }

    /** What a kind is called. */
    static String kind(DeskRequest request, String word) {
        return request.messages().kinds().getOrDefault(word, word);
    }
}
