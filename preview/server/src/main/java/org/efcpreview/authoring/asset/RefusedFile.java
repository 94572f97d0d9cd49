package org.efcpreview.authoring.asset;

import java.util.List;
import org.efcpreview.authoring.UiTexts;

/** A file that is not taken. Nothing of it has been stored. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    RefusedFile(String key, Object... arguments) {
        super(key + " " + List.of(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The text that says why. */
    public String key() {
        return key;
    }

    /** What the text names; the first is the file's name. */
    public List<Object> arguments() {
        return arguments;
    }

    /** Why, for the person who sent it. */
    public String message(UiTexts texts) {
        return texts.get(key, arguments);
    }
}
