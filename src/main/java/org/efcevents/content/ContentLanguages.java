package org.efcevents.content;

import java.util.List;

/**
 * The language in which content is read and the one it falls back to, as BCP 47 tags such as {@code fr} or {@code
 * de-CH}.
 *
 * @param language the language of the page
 * @param defaultLanguage the language of properties without a suffix: the {@code fallbackLocale} of the site's i18n
 *     configuration
 */
public record ContentLanguages(String language, String defaultLanguage) {

    /** Also accepts Magnolia's notation, {@code de_CH}. This is the only place that converts it. */
    public ContentLanguages {
        language = tag(language);
        defaultLanguage = tag(defaultLanguage);
    }

    /**
     * The BCP 47 tag of a language.
     *
     * @param locale the tag itself, or the form that {@code Locale.toString()} gives and Magnolia uses in addresses,
     *     property names and templates: {@code de_CH}
     */
    public static String tag(String locale) {
        return locale.replace('_', '-');
    }

    /** The suffixes of properties in the page's language, most specific first, such as {@code _de_CH} and {@code _de}. */
    List<String> suffixes() {
        String alone = alone(language);
        return alone.equals(language) ? List.of(suffix(language)) : List.of(suffix(language), suffix(alone));
    }

    /** The suffix of properties in the default language. Sites that have changed it have some; they precede plain names. */
    String defaultSuffix() {
        return suffix(defaultLanguage);
    }

    /** Whether the page's language is the default one, apart from the countries. */
    boolean isDefault() {
        return alone(language).equals(alone(defaultLanguage));
    }

    /** The suffix of properties in the language of a tag. */
    static String suffix(String tag) {
        return "_" + tag.replace('-', '_');
    }

    /** The primary language subtag alone. */
    private static String alone(String tag) {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
