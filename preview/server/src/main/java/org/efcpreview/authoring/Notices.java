package org.efcpreview.authoring;

import java.util.ArrayList;
import java.util.List;

/** What the next page that a user sees is to say first, such as that something has been saved. Kept in the session. */
public final class Notices {
    private static final int MOST = 20;

    private final List<String> texts = new ArrayList<>();

    /** None so far. */
    public Notices() {}

    /** Adds a text, in the user's language. */
    public synchronized void add(String text) {
        if (texts.size() < MOST) {
            texts.add(text);
        }
    }

    /** All that have been added since they were last taken. */
    public synchronized List<String> take() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }
}
