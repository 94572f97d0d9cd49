package org.efcevents.imports;

import java.util.Set;

/**
 * What an editor says of an event that was read of a page. Each text is null where they leave what was read.
 *
 * @param taken whether it is to be imported; null where they do not say
 * @param title its title
 * @param date its date as typed; empty for none
 * @param kind its kind as stored; empty for none
 * @param venue its venue; empty for none
 * @param city its city; empty for none
 * @param country its country as typed; empty for none
 * @param without the names of people that it is not to have
 */
public record Correction(
        Boolean taken,
        String title,
        String date,
        String kind,
        String venue,
        String city,
        String country,
        Set<String> without) {

    /** Nothing is said. */
    public static final Correction NONE = new Correction(null, null, null, null, null, null, null, Set.of());

    /** Makes a defensive copy. */
    public Correction {
        without = Set.copyOf(without);
    }
}
