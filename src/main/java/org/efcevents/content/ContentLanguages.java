package org.efcevents.content;

/**
 * The languages that a reader is given texts in.
 *
 * @param language ISO 639 code of the language of the page, such as {@code fr}
 * @param defaultLanguage ISO 639 code of the language that properties without a suffix are written in: the
 *     {@code fallbackLocale} of the site's i18n configuration
 */
public record ContentLanguages(String language, String defaultLanguage) {}
