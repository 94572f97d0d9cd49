package org.efcpreview.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.PathNotFoundException;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;

/**
 * The languages of the site, and how content in a language is found: {@code title_fr} before {@code title}, by the
 * rules of Magnolia's {@code AbstractI18nContentSupport}.
 *
 * @param locales all of them; the first is the default, in which properties have their plain name
 */
record Languages(List<Locale> locales) {
    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> ISO_COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<Locale> AVAILABLE = Set.of(Locale.getAvailableLocales());

    Languages {
        if (locales.isEmpty()) {
            throw new IllegalArgumentException("A site has at least one language");
        }
        locales = List.copyOf(locales);
    }

    Locale preset() {
        return locales.get(0);
    }

    /**
     * The language of an answer.
     *
     * @param parameter the request parameter {@code lang}; null if there is none
     * @param accepted what the client accepts, best first
     * @throws DeliveryException if the parameter is no language at all
     */
    Locale choose(String parameter, List<Locale> accepted) {
        if (parameter != null) {
            String text = parameter.replace('-', '_');
            Locale asked = parse(text);
            if (asked == null) {
                throw DeliveryException.unforeseen("Language parameter: " + text + " is not allowed");
            }
            Locale known = Locale.lookup(Locale.LanguageRange.parse(asked.toLanguageTag()), locales);
            if (known != null) {
                return known;
            }
        }
        for (Locale wanted : accepted) {
            for (Locale locale : locales) {
                if (wanted.getLanguage().isEmpty()
                        || wanted.equals(locale)
                        || wanted.getLanguage().equals(locale.getLanguage())
                                && (wanted.getCountry().isEmpty()
                                        || locale.getCountry().isEmpty())) {
                    return locale;
                }
            }
        }
        return preset();
    }

    private static Locale parse(String text) {
        String[] parts = text.split("_");
        Locale locale =
                switch (parts.length) {
                    case 1 -> parts[0].isEmpty() ? null : locale(parts[0]);
                    case 2 -> locale(parts[0], parts[1]);
                    default -> null;
                };
        return locale != null && isValid(locale) ? locale : null;
    }

    private static boolean isValid(Locale locale) {
        return AVAILABLE.contains(locale)
                || ISO_LANGUAGES.contains(locale.getLanguage())
                        && (locale.getCountry().isEmpty() || ISO_COUNTRIES.contains(locale.getCountry()));
    }

    /** As written, not checked: a builder would refuse what Magnolia compares. */
    @SuppressWarnings("deprecation")
    private static Locale locale(String... parts) {
        return switch (parts.length) {
            case 1 -> new Locale(parts[0]);
            case 2 -> new Locale(parts[0], parts[1]);
            default -> new Locale(parts[0], parts[1], parts[2]);
        };
    }

    /**
     * The language that a name ends with, as in {@code title_fr}, whether or not the site has it.
     * {@code info.magnolia.i18nsystem.util.LocaleUtils.parseFromFilename}.
     *
     * @return null if it ends with none
     */
    static Locale suffix(String name) {
        int dot = name.lastIndexOf('.');
        String[] parts = (dot < 0 ? name : name.substring(0, dot)).split("_");
        int n = parts.length;
        if (n < 2) {
            return null;
        }
        String last = parts[n - 1];
        if (n > 2) {
            Locale both = locale(parts[n - 2], last);
            if (isValid(both)) {
                return both;
            }
        }
        Locale single = n != 3 && isUpperCase(last) ? locale("", last) : locale(last);
        if (isValid(single)) {
            return single;
        }
        if (n > 3 && isValid(locale(parts[n - 3], parts[n - 2]))) {
            return locale(parts[n - 3], parts[n - 2], last);
        }
        return null;
    }

    private static boolean isUpperCase(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isUpperCase);
    }

    /** The name without the language at its end. */
    static String plain(String name) {
        Locale locale = suffix(name);
        String end = "_" + locale;
        return locale != null && name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    /**
     * A property in a language, or in the next best one.
     *
     * @param name the plain name
     * @return empty if there is none in any language that counts
     */
    Optional<Property> property(Node node, String name, Locale locale) throws RepositoryException {
        Set<Locale> seen = new HashSet<>();
        for (Locale at = locale; at != null; at = next(at, seen)) {
            String localised = name + "_" + at;
            if (node.hasProperty(localised) && !isEmpty(node.getProperty(localised))) {
                return Optional.of(node.getProperty(localised));
            }
            if (at.equals(preset())) {
                break;
            }
            seen.add(at);
        }
        return node.hasProperty(name) ? Optional.of(node.getProperty(name)) : Optional.empty();
    }

    /** What Magnolia takes for empty: also any type that it cannot print. */
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

    /**
     * The name of the sub-node in a language, or in the next best one.
     *
     * @param name the plain name
     * @param parent tells which sub-nodes there are
     * @return the sub-node's own name
     * @throws PathNotFoundException if there is none in any language that counts
     */
    String child(String name, Locale locale, Children parent) throws RepositoryException {
        Set<Locale> seen = new HashSet<>();
        for (Locale at = locale; at != null; at = next(at, seen)) {
            String localised = name + "_" + at;
            if (parent.has(localised)) {
                return localised;
            }
            seen.add(at);
        }
        if (parent.has(name)) {
            return name;
        }
        throw new PathNotFoundException(name);
    }

    /** Which sub-nodes there are. */
    interface Children {
        boolean has(String name) throws RepositoryException;
    }

    private Locale next(Locale locale, Set<Locale> seen) {
        if (locale.equals(preset())) {
            return null;
        }
        Locale candidate = preset();
        Locale language = locale(locale.getLanguage());
        if (!locale.getCountry().isEmpty() && locales.contains(language)) {
            candidate = language;
        } else {
            for (Locale other : locales) {
                if (other.getLanguage().equals(locale.getLanguage()) && !other.equals(locale)) {
                    candidate = other;
                    break;
                }
            }
        }
        return seen.contains(candidate) ? preset() : candidate;
    }
}
