package org.efcevents.content;

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

    /** The suffix of properties in the page's language, such as {@code _de_CH}. */
    String suffix() {
        return "_" + language.replace('-', '_');
    }
}
