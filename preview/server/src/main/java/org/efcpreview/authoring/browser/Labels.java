package org.efcpreview.authoring.browser;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.message.KeyGenerator;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.efcpreview.authoring.Settings;

/** The texts of one definition's parts, found by the keys that Magnolia generates. */
final class Labels {
    private final Map<String, RequiredKey> keys;
    private final Messages messages;
    private final Locale language;

    Labels(Definition definition, KeyGenerator generation, Messages messages, Locale language) {
        this.keys = generation.keysOf(definition).stream()
                .collect(Collectors.toMap(RequiredKey::path, Function.identity(), (first, second) -> second));
        this.messages = messages;
        this.language = language;
    }

    /** The text of a part, such as its {@code label}; empty if there is none. */
    Optional<String> find(Settings part, String property) {
        RequiredKey key = keys.get(part.key().isEmpty() ? property : part.key() + "/" + property);
        if (key == null) {
            return Optional.empty();
        }
        return messages.find(key.candidates(), language).or(key::written);
    }

    /** The label of a part; its name where there is none, so that a screen never lacks one. */
    String of(Settings part) {
        return find(part, "label").orElseGet(part::name);
    }
}
