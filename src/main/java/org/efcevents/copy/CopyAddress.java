package org.efcevents.copy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The address of a copy, which is the name of its node. */
public final class CopyAddress {

    /** As the form has it: includes/address-field.yaml. */
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final int LONGEST = 120;

    /** A year or a day that names end with. */
    private static final Pattern DATED = Pattern.compile("(-(19|20)\\d{2}(-\\d{2}(-\\d{2})?)?(-\\d{1,2})?)$");

    private CopyAddress() {}

    /** Whether a text can be one. */
    public static boolean isAllowed(String address) {
        return address.length() <= LONGEST && ALLOWED.matcher(address).matches();
    }

    /**
     * An address that is free, made from that of the original.
     *
     * @param original {@code conference-2014}
     * @param day of the copy; empty if it is not known
     * @param single whether there is one copy, of which the year says enough
     * @param free whether nothing else has an address
     */
    public static String of(String original, Optional<LocalDate> day, boolean single, Predicate<String> free) {
        String lower = original.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String stem = DATED.matcher(lower).replaceFirst("").replaceAll("^-+|-+$", "");
        stem = stem.isEmpty()
                ? "event"
                : stem.substring(0, Math.min(stem.length(), LONGEST - 16)).replaceAll("-+$", "");
        String wanted = day.map(date -> single ? Integer.toString(date.getYear()) : date.toString())
                .orElse("");
        String name = wanted.isEmpty() ? stem : stem + "-" + wanted;
        if (!free.test(name) && single && day.isPresent()) {
            name = stem + "-" + day.get();
        }
        String unique = name;
        for (int number = 2; !free.test(unique); number++) {
            unique = name + "-" + number;
        }
        return unique;
    }
}
