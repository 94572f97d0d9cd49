package org.efcpreview.authoring.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.message.Messages;

/**
 * What editors read of templates and areas (rules: {@code info.magnolia.rendering.template.configured}'s key generators,
 * {@code info.magnolia.templating.elements.attribute.Translated}).
 *
 * @param messages the modules' texts
 * @param language the language of the user interface
 */
record Titles(Messages messages, Locale language) {
    /** What looks like a message key and not like a text. */
    private static final Pattern KEY = Pattern.compile("[^ ]*\\.[^ ]*[^ .]");

    /** The title of a template; its name if it has none. */
    String template(Definition template) {
        int colon = template.id().indexOf(':');
        String path = "templates." + template.id().substring(colon + 1).replace('/', '.');
        return text(
                        template.text("title").orElse(""),
                        List.of(template.id().substring(0, Math.max(colon, 0)) + "." + path, path))
                .orElse(template.name());
    }

    /**
     * The title of an area; its name with a capital if it has none.
     *
     * @param written what the definition says; empty if nothing
     */
    String area(String name, String written) {
        return text(written, List.of("templates.areas." + name))
                .orElse(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private Optional<String> text(String written, List<String> generated) {
        List<String> keys = new ArrayList<>(generated);
        keys.add(0, written);
        return messages.find(keys, language).or(() -> Optional.of(written)
                .filter(text -> !text.isEmpty() && !KEY.matcher(text).matches()));
    }
}
