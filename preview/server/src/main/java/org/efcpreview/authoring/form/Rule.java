package org.efcpreview.authoring.form;

import java.util.function.Predicate;

/**
 * What a field asks of a text that is not empty.
 *
 * @param message where the definition may have a text of its own for those who break it; empty for one that Magnolia adds
 * @param key of the text if it has none
 * @param test whether a text is accepted
 * @param naming what the text will be the name of, which must then be free
 */
record Rule(String message, String key, Predicate<String> test, Naming naming) {
    /** What a text may name: {@code NODE} the one at hand, {@code CHILD} one made below it. */
    enum Naming {
        NOTHING,
        NODE,
        CHILD
    }

    /** One that is not about a node's name. */
    Rule(String message, String key, Predicate<String> test) {
        this(message, key, test, Naming.NOTHING);
    }
}
