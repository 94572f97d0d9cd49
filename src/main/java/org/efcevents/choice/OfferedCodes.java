package org.efcevents.choice;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codes that a form offers for a country or a language, by their names. Magnolia's selects empty whatever else is stored
 * when a form is saved ({@code OptionToModelTypeConverter}), so editors are told of it.
 */
public enum OfferedCodes {
    /** ISO 3166-1 alpha-2, and what is written like one. */
    COUNTRY(Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("EU", "UK", "UN", "XK"))),

    /** ISO 639-1, and some tags of BCP 47 beyond it. Former codes, which older JDKs give, are not offered. */
    LANGUAGE(Stream.of(
                    Stream.of(Locale.getISOLanguages()),
                    Stream.of("he", "id", "yi"),
                    Stream.of("de-AT", "de-CH", "en-GB", "en-US", "es-419", "fr-BE", "fr-CA", "fr-CH", "it-CH"),
                    Stream.of("nl-BE", "pt-BR", "pt-PT", "sr-Cyrl", "sr-Latn", "zh-Hans", "zh-Hant", "mul", "zxx"))
            .flatMap(codes -> codes)
            .filter(code -> !List.of("iw", "in", "ji").contains(code)));

    private final Set<String> codes;

    OfferedCodes(Stream<String> codes) {
        this.codes = codes.collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A code that is stored and not offered.
     *
     * @param field {@code country} or {@code language}
     */
    public record Unoffered(String field, String code) {}

    /** All of them. */
    public Set<String> codes() {
        return codes;
    }

    /** Those of these codes, some of which may be null, that are not offered. */
    public Stream<Unoffered> others(Stream<String> stored) {
        return stored.filter(Objects::nonNull)
                .filter(code -> !codes.contains(code))
                .distinct()
                .map(code -> new Unoffered(name().toLowerCase(Locale.ROOT), code));
    }
}
