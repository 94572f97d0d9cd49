package org.efcevents.content;

import java.util.Locale;

/**
 * A constant of an enum, or a word that a site has added to it. The words that an officer picks from are definitions, to which a
 * site adds by decoration and without Java: what the module has no constant for is kept, found and shown like the rest.
 *
 * @param <E> the words that the module itself knows
 * @param word as it is stored, such as {@code steering-group}
 * @param constant the enum's own; null for any other word
 */
public record OpenEnum<E extends Enum<E>>(String word, E constant) {

    /**
     * Reads a stored word. Upper and lower case differ.
     *
     * @param word null for none
     * @return null for no word
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

    /** A constant and its word. */
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

    /** The word: templates print it, compare it and make message keys of it. */
    @Override
    public String toString() {
        return word;
    }
}
