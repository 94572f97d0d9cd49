package org.definitioncheck.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.MagnoliaFacts;

/**
 * A text that Magnolia shows for a part of a definition, and the keys under which it looks for it.
 *
 * @param definition the definition it is in
 * @param path the part and its property, by keys and names: {@code subApps/detail/form/properties/title/label}
 * @param candidates the keys in the order in which they are tried; what the definition itself says comes first
 * @param written what the definition itself says; taken as a key first and shown as it is if it is none
 * @param optional whether nothing is amiss if there is no text, as for a description
 */
public record RequiredKey(
        Definition definition, String path, List<String> candidates, Optional<String> written, boolean optional) {

    /** What looks like a key and not like a text: words with dots between. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)+");

    public RequiredKey {
        candidates = List.copyOf(candidates);
    }

    /** What an editor reads: a text, else what the definition says, else the first key, as in Magnolia. */
    public String text(Messages messages, Locale locale) {
        return messages.find(candidates, locale)
                .orElseGet(() -> optional && written.isEmpty() ? "" : candidates.get(0));
    }

    /**
     * Whether an editor with this language would read a key, or another language: no bundle of exactly this language has any
     * of the keys, Magnolia's own has none either, and the definition holds no plain text.
     */
    public boolean missingIn(Messages messages, MagnoliaFacts facts, Locale language) {
        boolean plainText = written.isPresent() && !KEY.matcher(written.get()).matches();
        return !optional
                && !plainText
                && candidates.stream()
                        .noneMatch(key -> messages.bundle(language).containsKey(key)
                                || facts.messageKeys(language.getLanguage()).contains(key));
    }

    /** The file and part, and the key that an author would best add. */
    @Override
    public String toString() {
        return definition.file() + ": " + path + " needs " + candidates.get(0)
                + (candidates.size() > 1
                        ? " (or " + String.join(", ", candidates.subList(1, candidates.size())) + ")"
                        : "");
    }
}
