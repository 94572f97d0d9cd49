package org.efcevents.migration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.EventField;

/**
 * Under which names the entries of a page were reached: the anchors in them, and the last part of the address of the page that the title leads to.
 * A name that two entries have tells neither.
 */
final class OldAddresses {

    /** What can stand in the address of an event. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,99}");

    /** The last part of a path, without what tells the kind of file. */
    private static final Pattern LAST = Pattern.compile("[^?#]*?([^/?#]+?)(?:\\.[a-z]{2,5})?/?(?:[?#].*)?");

    /** What pages call parts of themselves, and not of what they are about. */
    private static final Set<String> OF_PAGES = Set.of(
            "content", "main", "top", "page", "index", "default", "home", "event", "events", "node", "article", "more");

    private final Map<Integer, Map<String, Passage>> names = new HashMap<>();

    static OldAddresses of(List<ReadEvent> events) {
        OldAddresses addresses = new OldAddresses();
        Map<String, Integer> times = new HashMap<>();
        for (ReadEvent event : events) {
            Map<String, Passage> found = found(event);
            addresses.names.put(event.position(), found);
            found.keySet().forEach(name -> times.merge(name, 1, Integer::sum));
        }
        addresses.names.values().forEach(found -> found.keySet().removeIf(name -> times.get(name) > 1));
        return addresses;
    }

    private static Map<String, Passage> found(ReadEvent event) {
        Map<String, Passage> found = new LinkedHashMap<>();
        for (Block block : event.entry().blocks()) {
            for (Mark mark : block.marks()) {
                String name =
                        switch (mark.kind()) {
                            case ANCHOR -> mark.value();
                            case LINK -> event.entry()
                                            .title()
                                            .filter(mark.passage()::overlaps)
                                            .isPresent()
                                    ? last(mark.value())
                                    : "";
                            default -> "";
                        };
                if (NAME.matcher(name).matches() && !OF_PAGES.contains(name.toLowerCase(Locale.ROOT))) {
                    found.putIfAbsent(name, mark.passage());
                }
            }
        }
        return found;
    }

    private static String last(String address) {
        Matcher last = LAST.matcher(address);
        return last.matches() ? last.group(1) : "";
    }

    /** Those of an entry; empty if it has none. */
    Optional<Finding<String>> of(ReadEvent event) {
        Map<String, Passage> found = names.get(event.position());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding<>(
                        String.join(EventField.BETWEEN, found.keySet()),
                        List.copyOf(found.values()),
                        "address",
                        Certainty.STATED));
    }
}
