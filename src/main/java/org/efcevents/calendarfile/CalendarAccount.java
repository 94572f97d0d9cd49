package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;

/** Tells of each character of a calendar what became of it: unread, until it is said otherwise. */
final class CalendarAccount {

    private final String text;
    private final byte[] uses;
    private final int[] events;

    CalendarAccount(String text) {
        this.text = text;
        this.uses = new byte[text.length()];
        this.events = new int[text.length()];
        mark(new Passage(0, text.length()), Use.UNREAD, 0);
    }

    /** Says of words what they are. */
    void mark(Passage words, Use use, int event) {
        for (int i = words.from(); i < words.to(); i++) {
            uses[i] = (byte) use.ordinal();
            events[i] = event;
        }
    }

    /** Lines of the same use are one part; white space between them does not part them, and is in no part at its ends. */
    List<AccountedPart> parts() {
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
