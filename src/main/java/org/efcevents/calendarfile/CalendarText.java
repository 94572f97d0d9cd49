package org.efcevents.calendarfile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of a calendar's file: its content lines unfolded and decoded, with a line feed behind each. */
final class CalendarText {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** What stands in place of an e-mail address. */
    private static final String MASKED = "…@…";

    /** How much is shown of what is no text. */
    private static final int SHOWN = 60;

    private static final Pattern ENCODED =
            Pattern.compile("[A-Za-z0-9-]{1,60};(?:[^:]{0,300};)?ENCODING=BASE64[;:]", Pattern.CASE_INSENSITIVE);

    private CalendarText() {}

    /**
     * Decodes a file. A line that is not in UTF-8 is read as Western programs write that do not know it. Control characters become spaces; what is
     * no text, such as a document in a line, is cut; and e-mail addresses of who was invited are replaced.
     */
    static String of(byte[] file) {
        byte[] octets = unfolded(inOctets(file));
        StringBuilder text = new StringBuilder(octets.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = 0;
        for (int i = 0; i <= octets.length; i++) {
            if (i == octets.length || octets[i] == '\n') {
                if (i > from) {
                    text.append(shown(decoded(octets, from, i, decoder))).append('\n');
                }
                from = i + 1;
            }
        }
        return text.toString();
    }

    /** Whatever is in two octets or has a byte order mark, in UTF-8. */
    private static byte[] inOctets(byte[] file) {
        int first = file.length > 0 ? file[0] & 0xFF : 0;
        int second = file.length > 1 ? file[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE) {
            return new String(file, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8);
        }
        if (first == 'B' && second == 0 || first == 0 && second == 'B') {
            return new String(file, first == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                    .getBytes(StandardCharsets.UTF_8);
        }
        return file;
    }

    /** A line break before a space or a tab joins (RFC 5545, 3.1), also within a character, hence before decoding. */
    private static byte[] unfolded(byte[] file) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(file.length);
        int start =
                file.length > 2 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        for (int i = start; i < file.length; i++) {
            if (file[i] != '\r' && file[i] != '\n') {
                octets.write(file[i]);
                continue;
            }
            while (i + 1 < file.length && (file[i + 1] == '\r' || file[i + 1] == '\n')) {
                i++;
            }
            if (i + 1 < file.length && (file[i + 1] == ' ' || file[i + 1] == '\t')) {
                i++;
            } else {
                octets.write('\n');
            }
        }
        return octets.toByteArray();
    }

    private static String decoded(byte[] octets, int from, int to, CharsetDecoder decoder) {
        try {
            return decoder.decode(ByteBuffer.wrap(octets, from, to - from)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(octets, from, to - from, WESTERN);
        }
    }

    private static String shown(String line) {
        String shown = line;
        if (line.chars().anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
            StringBuilder clean = new StringBuilder(line);
            for (int i = 0; i < clean.length(); i++) {
                if (Character.isISOControl(clean.charAt(i))) {
                    clean.setCharAt(i, ' ');
                }
            }
            shown = clean.toString();
        }
        String beginning = shown.substring(0, Math.min(9, shown.length())).toUpperCase(Locale.ROOT);
        if (beginning.startsWith("ATTENDEE") || beginning.equals("ORGANIZER")) {
            shown = withoutAddresses(shown);
        }
        var encoded = ENCODED.matcher(shown);
        if (encoded.lookingAt() && shown.length() > encoded.end() + SHOWN) {
            shown = shown.substring(0, encoded.end() + SHOWN) + "…";
        }
        return shown;
    }

    /** Of people who were invited and who invite: they stand in the parameters of such lines, too. */
    private static String withoutAddresses(String line) {
        StringBuilder without = new StringBuilder();
        int from = 0;
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', Math.max(from, at + 1))) {
            int begin = at;
            while (begin > from && isOfAddress(line.charAt(begin - 1))) {
                begin--;
            }
            int end = at + 1;
            while (end < line.length() && isOfAddress(line.charAt(end))) {
                end++;
            }
            without.append(line, from, begin).append(MASKED);
            from = end;
        }
        return without.append(line.substring(from)).toString();
    }

    private static boolean isOfAddress(char character) {
        return character != '@' && character > ' ' && ";:,\"<>=".indexOf(character) < 0;
    }
}
