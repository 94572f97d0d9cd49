package org.efcpreview.authoring;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.KeyGenerator;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;

/** What users read for the parts of a definition, found by the keys that Magnolia generates. */
public record Labels(Map<String, RequiredKey> keys, Messages messages, Locale language) {
    private static final KeyGenerator GENERATION = new KeyGenerator(MagnoliaFacts.read());

    /** Those of a definition, in the language of the user. */
    public static Labels of(Definition definition, Request request) {
        Map<String, RequiredKey> keys = GENERATION.keysOf(definition).stream()
                .collect(Collectors.toMap(RequiredKey::path, Function.identity(), (first, second) -> second));
        return new Labels(keys, request.services().messages().get(), request.language());
    }

    /**
     * The text that a part has for one of its properties; empty if it has none.
     *
     * @param path of both, as in {@link RequiredKey#path}
     */
    public Optional<String> find(String path) {
        return Optional.ofNullable(keys.get(path))
                .flatMap(key -> messages.find(key.candidates(), language).or(key::written));
    }

    /** The same as Magnolia shows it, which is a key where there is no text; empty where none need be. */
    public String text(String path) {
        return keys.containsKey(path) ? keys.get(path).text(messages, language) : "";
    }

    /** The label of a part; its name where there is none, so that a screen never lacks one. */
    public String of(Settings part) {
        return find(part.at("label")).orElseGet(part::name);
    }
}
