package org.efcevents.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a property with the language that it ends with in Magnolia's notation, such as {@code title_de_CH}.
 *
 * @param field the name without it
 * @param language as a BCP 47 tag; empty without one
 */
public record LocalisedName(String field, String language) {

    private static final Pattern LOCALISED = Pattern.compile("(.+?)_([a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_[A-Z]{2})?)");

    /** Reads the name of a property. */
    public static LocalisedName of(String property) {
        Matcher name = LOCALISED.matcher(property);
        return name.matches()
                ? new LocalisedName(name.group(1), ContentLanguages.tag(name.group(2)))
                : new LocalisedName(property, "");
    }
}
