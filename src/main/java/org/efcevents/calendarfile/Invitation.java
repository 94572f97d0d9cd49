package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Passage;

/**
 * What Google and Microsoft write below a description: how those who are invited take part online, with their codes. It is between two lines of
 * signs, or in lines of its own, and belongs into no archive.
 */
final class Invitation {

    private static final String GOOGLE = "-::~:~";
    private static final String LINE = "____________________";
    private static final List<String> MEETINGS =
            List.of("teams.microsoft.com", "teams.live.com", "zoom.us", "webex.com");

    /** What lets somebody into a meeting, in English and French; in an address, too. */
    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:(?<=\\\\n)|(?<!\\p{L}))(?:passcode|password|meeting id|conference id|access code|host key|dial-in|pin|id de (?:la )?r[ée]union|code secret|mot de passe|code d[’']acc[èe]s|num[ée]ro de conf[ée]rence)\\s*[:#]|[?&](?:pwd|passcode|password)=");

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
        return parts.stream()
                .flatMap(part -> withoutCodes(text, part).stream())
                .filter(part -> part.length() > 0)
                .toList();
    }

    /** Without the lines that have a code, wherever they stand. */
    private static List<Passage> withoutCodes(String text, Passage part) {
        List<Passage> lines = new ArrayList<>();
        Matcher code = CODE.matcher(text).region(part.from(), part.to());
        int from = part.from();
        while (code.find()) {
            int begin = Math.max(text.lastIndexOf("\\n", code.start()) + 2, from);
            int next = text.indexOf("\\n", code.end());
            int end = next < 0 || next > part.to() ? part.to() : next;
            lines.add(new Passage(from, Math.max(from, Math.min(begin, code.start()))));
            from = end;
            code.region(Math.min(end, part.to()), part.to());
        }
        lines.add(new Passage(from, part.to()));
        return lines;
    }

    private static int behind(String words, int from, boolean google) {
        int end = from;
        while (end < words.length() && (google ? "-:~" : "_").indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
