package org.efcevents.source;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;

/** Tells of each character of a source what became of it: unread, until it is said otherwise. */
public final class WordAccount {

    private final String text;
    private final byte[] uses;
    private final int[] events;

    /** @param text of the source */
    public WordAccount(String text) {
        this.text = text;
        this.uses = new byte[text.length()];
        this.events = new int[text.length()];
        mark(new Passage(0, text.length()), Use.UNREAD, 0);
    }

    /** Says of words what they are. */
    public void mark(Passage words, Use use, int event) {
        for (int i = words.from(); i < words.to(); i++) {
            uses[i] = (byte) use.ordinal();
            events[i] = event;
        }
    }

    /** Whether nothing was said of a character. */
    public boolean isUnread(int at) {
        return uses[at] == Use.UNREAD.ordinal();
    }

    /** The event of which a character is; 0 if it is of none. */
    public int event(int at) {
        return events[at];
    }

    /** Says of a character what was said of another. */
    public void markLike(int at, int other) {
        uses[at] = uses[other];
        events[at] = events[other];
    }

    /** Neighbours of the same use are one part; white space between them does not part them, and is in no part at its ends. */
    public List<AccountedPart> parts() {
        List<AccountedPart> parts = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (WordForms.isSpace(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            int to = i + 1;
            for (; i < text.length() && (WordForms.isSpace(text.charAt(i)) || isSame(i, from)); i++) {
                to = WordForms.isSpace(text.charAt(i)) ? to : i + 1;
            }
            parts.add(new AccountedPart(new Passage(from, to), Use.values()[uses[from]], events[from]));
        }
        return parts;
    }

    private boolean isSame(int one, int other) {
        return uses[one] == uses[other] && events[one] == events[other];
    }
}
