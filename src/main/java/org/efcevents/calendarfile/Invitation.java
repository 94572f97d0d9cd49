package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.pagetext.Passage;

/**
 * What Google and Microsoft write below a description: how those who are invited take part online, with their codes. It is between two lines of
 * signs and belongs into no archive.
 */
final class Invitation {

    private static final String GOOGLE = "-::~:~";
    private static final String LINE = "____________________";
    private static final List<String> MEETINGS =
            List.of("teams.microsoft.com", "teams.live.com", "zoom.us", "webex.com");

    /** A text has one. */
    private static final int MOST = 10;

    private Invitation() {}

    /** The parts of a value that are not of it. */
    static List<Passage> without(String text, Passage value) {
        String words = value.in(text);
        List<Passage> parts = new ArrayList<>();
        int from = 0;
        int at = 0;
        for (int found = 0; at >= 0 && found < MOST; found++) {
            int google = words.indexOf(GOOGLE, at);
            int line = words.indexOf(LINE, at);
            boolean ofGoogle = google >= 0 && (line < 0 || google < line);
            int begin = ofGoogle ? google : line;
            if (begin < 0) {
                break;
            }
            String sign = ofGoogle ? GOOGLE : LINE;
            int inner = behind(words, begin, ofGoogle);
            int next = words.indexOf(sign, inner);
            int end = next < 0 ? words.length() : behind(words, next, ofGoogle);
            String within = words.substring(inner, next < 0 ? words.length() : next);
            if (ofGoogle || MEETINGS.stream().anyMatch(within::contains)) {
                parts.add(new Passage(value.from() + from, value.from() + begin));
                from = end;
                at = end;
            } else {
                at = next;
            }
        }
        parts.add(new Passage(value.from() + from, value.to()));
        parts.removeIf(part -> part.length() == 0);
        return parts;
    }

    private static int behind(String words, int from, boolean google) {
        int end = from;
        while (end < words.length() && (google ? "-:~" : "_").indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
