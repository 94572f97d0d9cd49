package org.efcevents.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.health.CheckedNode;

/** What the rows of a report are. */
public enum Grouping {
    /** The years in which events begin. */
    YEAR {
        @Override
        Stream<String> rows(CheckedNode event, Beginning beginning) {
            return Stream.of(beginning.year());
        }
    },
    /** The quarters in which events begin. */
    QUARTER {
        @Override
        Stream<String> rows(CheckedNode event, Beginning beginning) {
            return Stream.of(beginning.quarter());
        }
    },
    /** The work packages; an event of several is in the row of each. */
    WORK_PACKAGE {
        @Override
        Stream<String> rows(CheckedNode event, Beginning beginning) {
            return event.workPackages().isEmpty() ? Stream.of(NONE) : event.workPackages().stream();
        }
    },
    /** The kinds of event. */
    KIND {
        @Override
        Stream<String> rows(CheckedNode event, Beginning beginning) {
            return Stream.of(event.kind() == null ? NONE : event.kind());
        }
    };

    /** The row of events that have nothing of the kind: no year, no work package, no kind. */
    public static final String NONE = "";

    /** Its name in addresses, such as {@code work-package}. */
    public String key() {
        return OpenEnum.wordOf(this);
    }

    /** The one with this {@link #key}; empty if there is none. */
    public static Optional<Grouping> of(String key) {
        return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
    }

    /** All {@link #key}s. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Grouping::key).toList();
    }

    /** The rows that an event counts in: years, {@code 2014-1} and {@code 2014-?} for quarters, identifiers, words. */
    abstract Stream<String> rows(CheckedNode event, Beginning beginning);
}
