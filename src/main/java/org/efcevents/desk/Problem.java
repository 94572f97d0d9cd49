package org.efcevents.desk;

import java.util.List;

/**
 * What is wrong with what was sent.
 *
 * @param field the name of the form's field that it is about; empty if it is about the whole
 * @param message the key of the message
 * @param about what stands in the message as {@code {0}} and so on
 * @param entries what is in the way
 */
public record Problem(String field, String message, List<Object> about, List<StepView.Entry> entries) {

    /** A problem without anything that is in the way. */
    public Problem(String field, String message, List<Object> about) {
        this(field, message, about, List.of());
    }

    /** A problem with a field. */
    public static Problem of(String field, String message, Object... about) {
        return new Problem(field, message, List.of(about));
    }
}
