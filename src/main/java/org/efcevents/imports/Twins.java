package org.efcevents.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;

/** Tells which events a source has twice: of one title and date, and not said to be in two towns. */
final class Twins {

    /** Of each title and date the towns of those that have been seen; empty texts of those that say none. */
    private final Map<String, List<String>> seen = new HashMap<>();

    /** Whether one like it has been seen before. */
    boolean isSecond(StatedEvent event, Correction correction) {
        String title = folded(correction.title() == null ? event.title() : correction.title());
        String date = correction.date() == null
                ? event.text(EventField.DATE)
                : correction.date().strip();
        if (title.isEmpty() || date.isEmpty()) {
            return false;
        }
        String town = folded(event.text(EventField.CITY));
        List<String> towns = seen.computeIfAbsent(title + "\n" + date, none -> new ArrayList<>());
        boolean second = !towns.isEmpty() && (town.isEmpty() || towns.contains(town) || towns.contains(""));
        if (!second) {
            towns.add(town);
        }
        return second;
    }

    private static String folded(String words) {
        return WordForms.collapsed(words).toLowerCase(Locale.ROOT);
    }
}
