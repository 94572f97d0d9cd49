package org.efcevents.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.http.Digest;
import org.jsoup.Jsoup;

/** Where in one stored text something was found. */
final class Passages {

    private static final int AROUND = 50;

    private final String stored;
    private final SourceText text;
    private final boolean changeable;
    private final List<Range> found = new ArrayList<>();

    private record Range(int from, int to) {}

    private Passages(String stored, SourceText text, boolean changeable, Pattern wanted) {
        this.stored = stored;
        this.text = text;
        this.changeable = changeable;
        Matcher matcher = wanted.matcher(text.text());
        while (matcher.find()) {
            found.add(new Range(matcher.start(), matcher.end()));
        }
    }

    /**
     * Looks in a text.
     *
     * @param html whether it is HTML
     * @param wanted {@link Wanted#pattern}
     */
    static Passages of(String stored, boolean html, Pattern wanted) {
        Optional<Passages> found = (html ? SourceText.html(stored) : Optional.of(SourceText.plain(stored)))
                .map(text -> new Passages(stored, text, true, wanted));
        return found.filter(passages -> passages.count() == 0 || passages.text.isAsParsed())
                .orElseGet(() -> new Passages(
                        stored, SourceText.plain(Jsoup.parseBodyFragment(stored).text()), false, wanted));
    }

    /** How often it was found. */
    int count() {
        return found.size();
    }

    /** Whether that can be changed without touching anything but text. */
    boolean isChangeable(int number) {
        Range range = found.get(number);
        return changeable && text.isOnePiece(range.from(), range.to());
    }

    /** What was found, as it is written there. */
    String words(int number) {
        return inOneLine(found.get(number).from(), found.get(number).to());
    }

    /** What stands before it. */
    String before(int number) {
        int from = found.get(number).from();
        int begin = Math.max(0, from - AROUND);
        return (begin > 0 ? "…" : "") + inOneLine(begin, from).stripLeading();
    }

    /** What stands after it. */
    String after(int number) {
        int to = found.get(number).to();
        int end = Math.min(text.text().length(), to + AROUND);
        return inOneLine(to, end).stripTrailing() + (end < text.text().length() ? "…" : "");
    }

    private String inOneLine(int from, int to) {
        String part = text.text().substring(from, to);
        // Of what two characters stand for, no half.
        return part.replaceAll("^[\\udc00-\\udfff]|[\\ud800-\\udbff]$", "").replaceAll("[\\s\\u00a0]+", " ");
    }

    /** Tells the text from what it may be later. */
    String state() {
        return Digest.of(stored).text().substring(0, 16);
    }

    /** Whether something else is stored there than these words. */
    boolean isOther(int number, String words) {
        Range range = found.get(number);
        return !stored.substring(text.sourceFrom(range.from()), text.sourceTo(range.to()))
                .equals(text.stored(words));
    }

    /** The text with other words in some of the places. */
    String with(Set<Integer> numbers, String words) {
        StringBuilder changed = new StringBuilder();
        int done = 0;
        for (int number = 0; number < found.size(); number++) {
            if (numbers.contains(number)) {
                Range range = found.get(number);
                changed.append(stored, done, text.sourceFrom(range.from())).append(text.stored(words));
                done = text.sourceTo(range.to());
            }
        }
        return changed.append(stored.substring(done)).toString();
    }
}
