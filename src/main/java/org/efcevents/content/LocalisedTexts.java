package org.efcevents.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;

/**
 * The localised texts of a node: which of its translations a reader of a language is given.
 *
 * @param properties the properties of the node
 * @param languages the language that is read, and the default one
 */
record LocalisedTexts(StoredProperties properties, ContentLanguages languages) {

    /** The closest text that there is; null if there is none in any language. */
    String text(String property) throws RepositoryException {
        String localised = localised(property);
        String own = localised == null ? original(property) : localised;
        if (own != null) {
            return own;
        }
        String elsewhere = elsewhere(property);
        return elsewhere == null ? null : properties.text(property + ContentLanguages.suffix(elsewhere));
    }

    /** Which of the properties are in another language than the one that is read. */
    Fallbacks fallbacks(String... names) throws RepositoryException {
        Map<String, String> fallbacks = new HashMap<>();
        for (String property : names) {
            String language = fallback(property);
            if (language != null) {
                fallbacks.put(property, language);
            }
        }
        return new Fallbacks(fallbacks);
    }

    /** The languages that a property is written in, the default one first. */
    List<String> languages(String property) throws RepositoryException {
        Set<String> tags = new TreeSet<>();
        for (String name : properties.namesFrom(property + "_")) {
            LocalisedName translation = LocalisedName.of(name);
            if (translation.field().equals(property)
                    && !translation.language().isEmpty()
                    && properties.text(name) != null) {
                tags.add(translation.language());
            }
        }
        boolean hasOriginal = tags.remove(languages.defaultLanguage()) || properties.text(property) != null;
        return Stream.concat(hasOriginal ? Stream.of(languages.defaultLanguage()) : Stream.empty(), tags.stream())
                .toList();
    }

    private String fallback(String property) throws RepositoryException {
        if (localised(property) != null) {
            return null;
        }
        if (original(property) == null) {
            return elsewhere(property);
        }
        return languages.isDefault() ? null : languages.defaultLanguage();
    }

    private String localised(String property) throws RepositoryException {
        for (String suffix : languages.suffixes()) {
            String text = properties.text(property + suffix);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String original(String property) throws RepositoryException {
        String original = properties.text(property + languages.defaultSuffix());
        return original == null ? properties.text(property) : original;
    }

    /** The first language of a text that neither the language that is read nor the default one has. */
    private String elsewhere(String property) throws RepositoryException {
        return languages(property).stream()
                .filter(language -> !language.equals(languages.defaultLanguage()))
                .findFirst()
                .orElse(null);
    }
}
