package org.efcevents.replace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.LocalisedName;
import org.efcevents.content.NodeType;

/**
 * The fields of the archive's forms that hold texts: not names of people, dates, codes, addresses, identifiers, or what a migrated entry
 * said.
 *
 * @param list the node that holds it, relative to its event, such as {@code programme} for the entries of that list; empty for the
 *     event, speaker or work package itself
 * @param property the property, without a language
 * @param rich whether it is HTML
 */
public record TextField(String list, String property, boolean rich) {

    private static final List<TextField> ALL = Stream.of(
                    plain(
                            "",
                            "title",
                            "teaser",
                            "topics",
                            "venue",
                            "city",
                            "organiser",
                            "host",
                            "attendance",
                            "contact"),
                    plain("", "statusText", "credit", "role", "organisation", "portraitAlt", "lead"),
                    rich("", "description", "report", "biography"),
                    plain("programme", "title", "description"),
                    plain("participations", "role", "organisation", "panel", "talkTitle"),
                    rich("participations", "summary"),
                    plain("links", "title"),
                    plain("documents", "title"),
                    plain("gallery", "alt", "caption"),
                    plain("publicNotice", "title"),
                    plain("members", "contacts"),
                    rich("members", "minutes"),
                    plain("members/documents", "title"))
            .flatMap(fields -> fields)
            .toList();

    private static final Set<String> LISTS = ALL.stream().map(TextField::list).collect(Collectors.toSet());

    /** They are labelled without regard to entries; links are, as all forms have them. */
    private static final Set<String> WITHOUT_ENTRIES = Set.of("publicNotice", "members", "links");

    private static Stream<TextField> plain(String list, String... properties) {
        return Stream.of(properties).map(property -> new TextField(list, property, false));
    }

    private static Stream<TextField> rich(String list, String... properties) {
        return Stream.of(properties).map(property -> new TextField(list, property, true));
    }

    /** All of them. */
    public static List<TextField> all() {
        return ALL;
    }

    /**
     * The field that a property belongs to; empty if it holds no text.
     *
     * @param list as in {@link #list}
     * @param property with a language or without
     */
    static Optional<TextField> of(String list, String property) {
        return ALL.stream()
                .filter(field -> field.list().equals(list)
                        && field.property().equals(LocalisedName.of(property).field()))
                .findFirst();
    }

    /** The key of what its list is called in the form; null if it is in none. */
    public String listLabel() {
        return list.isEmpty() ? null : "efc-events." + list.replace('/', '.') + ".label";
    }

    /** The key of what it is called in the form of a type. */
    public String label(NodeType type) {
        if (list.isEmpty()) {
            return type.app() + "." + property + ".label";
        }
        boolean ofEntries = !WITHOUT_ENTRIES.contains(list);
        return "efc-events." + list.replace('/', '.') + (ofEntries ? ".field." : ".") + property + ".label";
    }

    /**
     * The {@link #list} of a node, by its path relative to its event, speaker or work package; empty if it is none that holds texts.
     *
     * @param path such as {@code programme/programme0}, or empty
     */
    static Optional<String> listAt(String path) {
        String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return Stream.of(path, above)
                .filter(list -> path.isEmpty() || !list.isEmpty())
                .filter(LISTS::contains)
                .findFirst();
    }
}
