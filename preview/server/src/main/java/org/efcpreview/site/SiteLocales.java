package org.efcpreview.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailablePredicate;
import org.apache.jackrabbit.commons.JcrUtils;

/**
 * The languages of the site and how they show in addresses and in names: {@code /fr/events.html}, {@code title_fr}
 * (rules: {@code info.magnolia.cms.i18n.AbstractI18nContentSupport}, {@code DefaultI18nContentSupport} of 6.2.45).
 *
 * @param defaultLocale the language of addresses without a prefix and of properties without a suffix; also the fallback
 * @param locales every language of the site, the default one among them, in the order in which links are offered
 */
public record SiteLocales(Locale defaultLocale, List<Locale> locales) {
    /** Where the site's configuration has them, in the workspace {@code config}. */
    public static final String PATH = "/modules/site/config/site/i18n";

    /** A site with one language. */
    public static SiteLocales only(Locale locale) {
        return new SiteLocales(locale, List.of(locale));
    }

    /**
     * Reads them from the site's configuration, as {@code info.magnolia.cms.i18n.LocaleDefinition} is read: what does not say
     * {@code enabled: true} is not there. A site without {@link #PATH}, such as that of a new Community Edition, is English.
     *
     * @throws RepositoryException also if what is there names no language; says where
     */
    public static SiteLocales read(Session config) throws RepositoryException {
        if (!config.nodeExists(PATH) || !isEnabled(config.getNode(PATH))) {
            return only(Locale.ENGLISH);
        }
        Node i18n = config.getNode(PATH);
        Locale fallback = locale(i18n, JcrUtils.getStringProperty(i18n, "fallbackLocale", "en"));
        List<Locale> locales = new ArrayList<>();
        if (i18n.hasNode("locales")) {
            for (Node node : JcrUtils.getChildNodes(i18n.getNode("locales"))) {
                if (isEnabled(node)) {
                    String country = JcrUtils.getStringProperty(node, "country", "");
                    String language = JcrUtils.getStringProperty(node, "language", "");
                    locales.add(locale(node, country.isEmpty() ? language : language + "_" + country));
                }
            }
        }
        if (!locales.contains(fallback)) {
            throw new RepositoryException(
                    "config:" + PATH + ": fallbackLocale " + fallback + " is none of the enabled locales " + locales);
        }
        return new SiteLocales(fallback, List.copyOf(locales));
    }

    private static boolean isEnabled(Node node) throws RepositoryException {
        return JcrUtils.getBooleanProperty(node, "enabled", false);
    }

    private static Locale locale(Node where, String name) throws RepositoryException {
        return LocaleNames.parse(name)
                .orElseThrow(() -> new RepositoryException("config:" + where + ": \"" + name + "\" is no language"));
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
        return locales.stream()
                .filter(locale -> locale.toString().equals(first))
                .findFirst()
                .orElse(defaultLocale);
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

    /**
     * A property in a language, else in the next best one, else the plain one.
     *
     * @param name the plain name
     * @return empty if there is none of them
     */
    public Optional<Property> property(Node node, String name, Locale locale) throws RepositoryException {
        for (Locale next : nextBest(locale)) {
            String localised = name + "_" + next;
            if (node.hasProperty(localised) && !isEmpty(node.getProperty(localised))) {
                return Optional.of(node.getProperty(localised));
            }
            if (next.equals(defaultLocale)) {
                break;
            }
        }
        return node.hasProperty(name) ? Optional.of(node.getProperty(name)) : Optional.empty();
    }

    /**
     * The name of the sub-node in a language, else in the next best one, else the plain name.
     *
     * @param name the plain name, which is also the answer where there is no sub-node at all
     * @param has whether there is one of a very name
     */
    public String child(String name, Locale locale, FailablePredicate<String, RepositoryException> has)
            throws RepositoryException {
        for (Locale next : nextBest(locale)) {
            String localised = name + "_" + next;
            if (has.test(localised)) {
                return localised;
            }
        }
        return name;
    }

    /** The languages in which something is looked for, the wanted one first. */
    private List<Locale> nextBest(Locale wanted) {
        List<Locale> order = new ArrayList<>(List.of(wanted));
        for (Locale last = wanted; !last.equals(defaultLocale); ) {
            Locale next = next(last);
            last = order.contains(next) ? defaultLocale : next;
            order.add(last);
        }
        return order;
    }

    /** The language without its country, or with another one, or the default one. */
    private Locale next(Locale locale) {
        Locale language = new Locale(locale.getLanguage());
        if (!locale.getCountry().isEmpty() && locales.contains(language)) {
            return language;
        }
        return locales.stream()
                .filter(other -> other.getLanguage().equals(locale.getLanguage()) && !other.equals(locale))
                .findFirst()
                .orElse(defaultLocale);
    }

    /** What Magnolia takes for empty: also a value of a type that it cannot print. */
    private static boolean isEmpty(Property property) throws RepositoryException {
        if (property.isMultiple()) {
            return property.getValues().length == 0;
        }
        return switch (property.getType()) {
            case PropertyType.STRING -> property.getString().isEmpty();
            case PropertyType.DOUBLE, PropertyType.LONG, PropertyType.BOOLEAN, PropertyType.DATE -> false;
            default -> true;
        };
    }
}
