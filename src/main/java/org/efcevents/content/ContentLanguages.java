package org.efcevents.content;

/**
 * The languages that a reader is given texts in, as BCP 47 tags such as {@code fr} or {@code de-CH}.
 *
 * @param language the language of the page
 * @param defaultLanguage the language that properties without a suffix are written in: the {@code fallbackLocale} of the site's
 *     i18n configuration
 */
public record ContentLanguages(String language, String defaultLanguage) {

    /** Takes Magnolia's own notation too, {@code de_CH}: what names a locale is read here, and nowhere else. */
    public ContentLanguages {
        language = tag(language);
        defaultLanguage = tag(defaultLanguage);
    }

    /**
     * The BCP 47 tag of a language.
     *
     * @param locale the tag itself, or the locale as {@code Locale.toString()} writes it, which is how Magnolia names locales in
     *     addresses, in the names of properties and to templates: {@code de_CH}
     */
    public static String tag(String locale) {
        return locale.replace('_', '-');
    }

    /** What follows the name of a property that is written in the page's language, such as {@code _de_CH}. */
    String suffix() {
        return "_" + language.replace('-', '_');
    }
}
