package org.efcpreview.rendering;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;

/**
 * The languages of the site and how they show in addresses and in property names (rules: {@code
 * info.magnolia.cms.i18n.AbstractI18nContentSupport}, {@code DefaultI18nContentSupport}).
 *
 * @param defaultLocale the language of addresses without a prefix and of properties without a suffix; also the fallback
 * @param locales every language of the site, the default one among them, in the order in which links are offered
 */
public record SiteLocales(Locale defaultLocale, List<Locale> locales) {
    /** English, stored without a suffix, and French: what the preview's site speaks. */
    public static final SiteLocales ENGLISH_AND_FRENCH =
            new SiteLocales(Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH));

    /** Copies the list. */
    public SiteLocales {
        locales = List.copyOf(locales);
    }

    /**
     * The language that an address asks for by its first segment.
     *
     * @param uri a path without the context path, such as {@code /fr/events.html}
     * @return a language of the site; the default one where the address names none
     */
    public Locale of(String uri) {
        int end = uri.indexOf('/', 1);
        String first = uri.isEmpty() ? "" : uri.substring(1, end < 0 ? uri.length() : end);
        for (Locale locale : locales) {
            if (locale.toString().equals(first)) {
                return locale;
            }
        }
        return defaultLocale;
    }

    /** The address in a language: with the language as first segment unless it is the default one. */
    public String localise(String uri, Locale locale) {
        return locale.equals(defaultLocale) || !uri.startsWith("/") ? uri : "/" + locale + uri;
    }

    /** The reverse of {@link #localise}; an address without the language's prefix is returned unchanged. */
    public String withoutPrefix(String uri, Locale locale) {
        String prefix = "/" + locale;
        return uri.equals(prefix) || uri.startsWith(prefix + "/") ? uri.substring(prefix.length()) : uri;
    }

    /** Tells whether the property exists in the language or in one that it falls back to. */
    boolean hasProperty(Node node, String name, Locale locale) throws RepositoryException {
        return localisedName(node, name, locale) != null || node.hasProperty(name);
    }

    /** The property in the language, else in the next one, else the plain one; throws where there is none of them. */
    Property property(Node node, String name, Locale locale) throws RepositoryException {
        String localised = localisedName(node, name, locale);
        return node.getProperty(localised == null ? name : localised);
    }

    /** The child node in the language, else in the next one, else the plain one; throws where there is none of them. */
    Node node(Node node, String name, Locale locale) throws RepositoryException {
        Set<Locale> checked = new HashSet<>();
        for (Locale next = locale; next != null; next = next(next, checked)) {
            if (node.hasNode(name + "_" + next)) {
                return node.getNode(name + "_" + next);
            }
            checked.add(next);
        }
        return node.getNode(name);
    }

    private String localisedName(Node node, String name, Locale locale) throws RepositoryException {
        Set<Locale> checked = new HashSet<>();
        for (Locale next = locale; next != null; next = next(next, checked)) {
            String localised = name + "_" + next;
            if (node.hasProperty(localised) && !isEmpty(node.getProperty(localised))) {
                return localised;
            }
            if (next.equals(defaultLocale) && node.hasProperty(name)) {
                return name;
            }
            checked.add(next);
        }
        return null;
    }

    private Locale next(Locale locale, Collection<Locale> checked) {
        if (locale.equals(defaultLocale)) {
            return null;
        }
        Locale candidate = next(locale);
        return checked.contains(candidate) ? defaultLocale : candidate;
    }

    private Locale next(Locale locale) {
        if (!locale.getCountry().isEmpty()) {
            Locale language = new Locale(locale.getLanguage());
            if (locales.contains(language)) {
                return language;
            }
        }
        for (Locale other : locales) {
            if (other.getLanguage().equals(locale.getLanguage()) && !other.equals(locale)) {
                return other;
            }
        }
        return defaultLocale;
    }

    private static boolean isEmpty(Property property) throws RepositoryException {
        return property.isMultiple()
                ? property.getValues().length == 0
                : property.getString().isEmpty();
    }
}
