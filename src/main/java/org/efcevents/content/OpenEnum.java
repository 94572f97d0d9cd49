package org.efcevents.content;

import java.util.Locale;

/**
 * A constant of an enum, or a word that a site has added to it. Editors choose these words from options in the app's
 * definition, and a site adds options by decoration, without Java. A word that has no constant is kept, searched and
 * shown like any other.
 *
 * @param <E> the words that the module defines
 * @param word as it is stored, such as {@code steering-group}
 * @param constant the matching constant; null for a word that a site has added
 */
public record OpenEnum<E extends Enum<E>>(String word, E constant) {

    /**
     * Looks up a stored word. Matching is case-sensitive.
     *
     * @param word may be null
     * @return null if the word is null
     */
    public static <E extends Enum<E>> OpenEnum<E> of(Class<E> type, String word) {
        if (word == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (wordOf(constant).equals(word)) {
                return new OpenEnum<>(word, constant);
            }
        }
        return new OpenEnum<>(word, null);
    }

    /** The value for a constant. */
    public static <E extends Enum<E>> OpenEnum<E> of(E constant) {
        return new OpenEnum<>(wordOf(constant), constant);
    }

    /** How a constant is stored: {@code STEERING_GROUP} as {@code steering-group}. */
    public static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is this constant. */
    public boolean is(E other) {
        return constant == other;
    }

    /** The word: templates print it, compare it and build message keys from it. */
    @Override
    public String toString() {
        return word;
    }
}
