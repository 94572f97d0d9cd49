package org.efcpreview.site;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;

/**
 * Languages as they are written in addresses and at the end of names, whether or not the site has them (rules: {@code
 * info.magnolia.cms.i18n.IsLocaleValid}, {@code info.magnolia.i18nsystem.util.LocaleUtils} of 6.2.45).
 */
public final class LocaleNames {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<Locale> AVAILABLE = Set.of(Locale.getAvailableLocales());

    private LocaleNames() {}

    /** The language that a text such as {@code fr} or {@code de_CH} is; empty if it is none. */
    public static Optional<Locale> parse(String text) {
        String[] parts = StringUtils.split(text, '_');
        return parts.length == 1 || parts.length == 2 ? valid(parts) : Optional.empty();
    }

    /** The language that a name ends with, as {@code title_fr} does; empty if it ends with none. */
    public static Optional<Locale> suffix(String name) {
        String[] parts = StringUtils.substringBeforeLast(name, ".").split("_");
        int n = parts.length;
        if (n < 2) {
            return Optional.empty();
        }
        String last = parts[n - 1];
        Optional<Locale> both = n > 2 ? valid(parts[n - 2], last) : Optional.empty();
        Optional<Locale> single = n != 3 && StringUtils.isAllUpperCase(last) ? valid("", last) : valid(last);
        return both.or(() -> single)
                .or(() -> n > 3 && valid(parts[n - 3], parts[n - 2]).isPresent()
                        ? Optional.of(new Locale(parts[n - 3], parts[n - 2], last))
                        : Optional.empty());
    }

    /** The name without the language at its end. */
    public static String plain(String name) {
        return suffix(name)
                .map(locale -> StringUtils.removeEnd(name, "_" + locale))
                .orElse(name);
    }

    private static Optional<Locale> valid(String... parts) {
        Locale locale = parts.length == 1 ? new Locale(parts[0]) : new Locale(parts[0], parts[1]);
        boolean named = LANGUAGES.contains(locale.getLanguage())
                && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()));
        return named || AVAILABLE.contains(locale) ? Optional.of(locale) : Optional.empty();
    }
}
