package org.efcevents.calendar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A content line of an iCalendar object: {@code NAME;PARAMETER=VALUE:value} (RFC 5545, 3.1).
 *
 * @param name the name of the property with its parameters, such as {@code DTSTART;VALUE=DATE}
 * @param value the value as written: escaped if the property takes text
 */
record ContentLine(String name, String value) {
    /** The maximum length of a line in octets, excluding the line break (RFC 5545, 3.1). */
    private static final int MOST_OCTETS = 75;

    private static final String FOLD = "\r\n ";

    /** A property that takes text (RFC 5545, 3.3.11). */
    static ContentLine text(String name, String text) {
        return new ContentLine(name, escaped(text));
    }

    /** A property that takes several texts, such as {@code CATEGORIES}. The commas between them are not escaped. */
    static ContentLine texts(String name, List<String> texts) {
        return new ContentLine(name, texts.stream().map(ContentLine::escaped).collect(Collectors.joining(",")));
    }

    /**
     * A property whose value is written as it is, such as a date or an address. Control characters and unpaired
     * surrogates are left out.
     */
    static ContentLine plain(String name, String value) {
        return new ContentLine(
                name,
                value.codePoints()
                        .filter(character -> !Character.isISOControl(character) && isCharacter(character))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** A property whose value is an address (RFC 5545, 3.3.13); empty if the text is not a URI, which breaks parsers. */
    static Optional<ContentLine> uri(String name, String address) {
        try {
            return Optional.of(new ContentLine(name, new URI(address).toASCIIString()));
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    /** Lines one after the other: {@link #folded()}. */
    static String folded(List<ContentLine> lines) {
        return lines.stream().map(ContentLine::folded).collect(Collectors.joining());
    }

    /** The line including its line break, folded by octets of UTF-8 and never within a character. */
    String folded() {
        String line = name + ":" + value;
        StringBuilder folded = new StringBuilder(line.length() + line.length() / 16);
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int more = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (octets + more > MOST_OCTETS) {
                folded.append(FOLD);
                // The space that begins a continuation counts.
                octets = 1;
            }
            folded.appendCodePoint(character);
            octets += more;
            i += Character.charCount(character);
        }
        return folded.append("\r\n").toString();
    }

    /** Escapes text. A tab is the only control character that text may contain. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            switch (character) {
                case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(character);
                case '\n', 0x85, 0x2028, 0x2029 -> escaped.append("\\n");
                case '\t' -> escaped.append('\t');
                default -> {
                    if (!Character.isISOControl(character) && isCharacter(character)) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** An unpaired surrogate is not a character and cannot be encoded in UTF-8. */
    private static boolean isCharacter(int codePoint) {
        return codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE;
    }
}
