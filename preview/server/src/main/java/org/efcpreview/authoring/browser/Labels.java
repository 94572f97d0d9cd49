package org.efcpreview.authoring.browser;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.message.KeyGenerator;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.efcpreview.authoring.UiTexts;

/**
 * The texts of one definition's parts, found by the keys that Magnolia generates. Where the modules have none, Magnolia's
 * own bundles would; what stands in for those here are the UI's texts whose keys begin with {@code magnolia.}.
 */
final class Labels {
    private static final String OWN = "magnolia.";

    private final Map<String, RequiredKey> keys = new LinkedHashMap<>();
    private final Messages messages;
    private final Locale language;
    private final UiTexts ui;

    Labels(Definition definition, KeyGenerator generation, Messages messages, Locale language) {
        generation.keysOf(definition).forEach(key -> keys.put(key.path(), key));
        this.messages = messages;
        this.language = language;
        this.ui = UiTexts.in(language);
    }

    /**
     * A text.
     *
     * @param part where the part stands in the definition, such as {@code subApps/browser/actions/delete}
     * @param property such as {@code label}
     * @return empty if there is none
     */
    Optional<String> find(String part, String property) {
        RequiredKey key = keys.get(part.isEmpty() ? property : part + "/" + property);
        if (key == null) {
            return Optional.empty();
        }
        Optional<String> found = messages.find(key.candidates(), language);
        for (String candidate : key.candidates()) {
            found = found.or(() -> ui.find(OWN + candidate));
        }
        return found.or(key::written);
    }

    /** As {@link #find}; the last part of the path where there is no text, so that a screen never lacks a name. */
    String get(String part, String property) {
        return find(part, property).orElseGet(() -> part.substring(part.lastIndexOf('/') + 1));
    }
}
