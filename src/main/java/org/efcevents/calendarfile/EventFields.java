package org.efcevents.calendarfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.WordAccount;

/**
 * The fields of an event while its component is read.
 *
 * @param text the calendar's
 * @param component of the event
 * @param own whether the module itself has written the calendar
 * @param account what becomes of the words
 * @param position of the event
 * @param found the fields by their names
 */
record EventFields(
        String text,
        CalendarComponent component,
        boolean own,
        WordAccount account,
        int position,
        Map<String, Finding<String>> found) {

    /** Longer ones are no texts of one line. */
    private static final int LONGEST = 1000;

    EventFields(String text, CalendarComponent component, boolean own, WordAccount account, int position) {
        this(text, component, own, account, position, new LinkedHashMap<>());
    }

    /** Adds what a line states of a field; nothing if it states nothing. */
    void add(EventField field, String value, CalendarLine line, String rule, Use use) {
        add(field.property(), value, line, rule, use, Certainty.STATED);
    }

    /** Adds what a line may state of a field; nothing if it states nothing. */
    void addDoubtful(EventField field, String value, CalendarLine line, String rule, Use use) {
        add(field.property(), value, line, rule, use, Certainty.DOUBTFUL);
    }

    private void add(String field, String value, CalendarLine line, String rule, Use use, Certainty certainty) {
        if (!value.isEmpty() && value.length() <= LONGEST) {
            found.put(field, new Finding<>(value, List.of(line.value()), rule, certainty));
            mark(line, use);
        }
    }

    /** Adds a finding. */
    void add(String field, Finding<String> finding) {
        found.put(field, finding);
    }

    /** Whether something is found of a field. */
    boolean has(EventField field) {
        return found.containsKey(field.property());
    }

    /** Says what became of a line. */
    void mark(CalendarLine line, Use use) {
        account.mark(line.words(), use, position);
    }

    /** Says what became of a part of a line. */
    void mark(Passage words, Use use) {
        account.mark(words, use, position);
    }

    /** What a line says as a text. */
    String of(CalendarLine line) {
        return TextValue.of(text, line.value());
    }
}
