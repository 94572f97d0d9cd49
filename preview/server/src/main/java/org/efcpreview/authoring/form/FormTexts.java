package org.efcpreview.authoring.form;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.asset.Assets;

/**
 * What an editor reads in a form: texts of the module where it has any, else the authoring UI's own; and what can be chosen, which
 * is read once.
 */
final class FormTexts {
    private final Map<String, RequiredKey> keys;
    private final Messages messages;
    private final Request request;
    private final UiTexts ui;
    private final Map<Choices, Map<String, String>> choices = new HashMap<>();

    /** @param keys the texts of the definition, by their paths */
    FormTexts(Map<String, RequiredKey> keys, Messages messages, Request request) {
        this.keys = keys;
        this.messages = messages;
        this.request = request;
        this.ui = UiTexts.in(request.language());
    }

    /** The text that a part of the definition has for one of its properties; empty if it has none. */
    String text(String path, String property) {
        RequiredKey key = keys.get(path + "/" + property);
        return key == null ? "" : key.text(messages, language());
    }

    /** A text that some module has. */
    Optional<String> find(String path) {
        return Optional.ofNullable(keys.get(path)).flatMap(key -> messages.find(key.candidates(), language()));
    }

    /** A text of the authoring UI. */
    String own(String key, Object... arguments) {
        return ui.get(key, arguments);
    }

    Locale language() {
        return request.language();
    }

    /** A language's name, in the editor's. */
    String name(Locale locale) {
        return locale.getDisplayLanguage(language());
    }

    /** As {@link Choices#read}. */
    Map<String, String> choices(Choices source) throws RepositoryException {
        Map<String, String> read = choices.get(source);
        if (read == null) {
            read = source.read(this);
            choices.put(source, read);
        }
        return read;
    }

    Session session(String workspace) throws RepositoryException {
        return request.sessions().session(workspace);
    }

    Assets assets() throws RepositoryException {
        return new Assets(session(Assets.WORKSPACE), "");
    }
}
