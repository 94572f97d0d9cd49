package org.efcevents.event;

import java.util.Arrays;
import java.util.List;
import org.efcevents.content.OpenEnum;

/**
 * What an item of a programme is. Each kind is stored as its {@link OpenEnum#wordOf} and labelled by the message {@code
 * efc.item.<word>}. Sites may add others.
 */
public enum ItemKind {
    /** What any item is; the form's default. */
    SESSION,
    PANEL,
    KEYNOTE,
    BREAK;

    /** The stored words of all constants. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OpenEnum::wordOf).toList();
    }
}
