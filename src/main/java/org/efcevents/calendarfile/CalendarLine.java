package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efcevents.pagetext.Passage;

/**
 * A content line: {@code NAME;PARAMETER=VALUE:value} (RFC 5545, 3.1).
 *
 * @param name of the property, in capitals
 * @param parameters in their order
 * @param words the whole line
 * @param value the value as written
 */
record CalendarLine(String name, List<Parameter> parameters, Passage words, Passage value) {

    /** A parameter with its value, or with several that commas part. */
    record Parameter(String name, String value) {}

    /** No program writes more, and each is looked at. */
    private static final int MOST_PARAMETERS = 100;

    /** The line of a passage; empty if it is none. */
    static Optional<CalendarLine> of(String text, Passage words) {
        int at = words.from();
        while (at < words.to() && isOfName(text.charAt(at))) {
            at++;
        }
        if (at == words.from() || at == words.to() || text.charAt(at) != ';' && text.charAt(at) != ':') {
            return Optional.empty();
        }
        String name = text.substring(words.from(), at).toUpperCase(Locale.ROOT);
        List<Parameter> parameters = new ArrayList<>();
        int colon = parameters(text, at, words.to(), parameters, true);
        if (colon < 0) {
            // A quotation mark that is not closed is one of its text.
            parameters.clear();
            colon = parameters(text, at, words.to(), parameters, false);
        }
        return colon < 0
                ? Optional.empty()
                : Optional.of(new CalendarLine(
                        name.substring(name.lastIndexOf('.') + 1),
                        List.copyOf(parameters),
                        words,
                        new Passage(colon + 1, words.to())));
    }

    private static boolean isOfName(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || "-_.".indexOf(character) >= 0);
    }

    /** Where the colon before the value is; -1 if there is none. */
    private static int parameters(String text, int from, int to, List<Parameter> parameters, boolean quoting) {
        int begin = from + 1;
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            if (character == '"' && quoting) {
                quoted = !quoted;
            } else if (!quoted && (character == ';' || character == ':')) {
                if (i > from && parameters.size() < MOST_PARAMETERS) {
                    parameters.add(parsed(text.substring(begin, i)));
                }
                begin = i + 1;
                if (character == ':') {
                    return i;
                }
            }
        }
        return -1;
    }

    private static Parameter parsed(String written) {
        int equals = written.indexOf('=');
        return equals < 0
                ? new Parameter(written.toUpperCase(Locale.ROOT), "")
                : new Parameter(
                        written.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        unquoted(written.substring(equals + 1).strip()));
    }

    /** Without quotation marks, and with what carets stand for (RFC 6868). */
    private static String unquoted(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            char next = i + 1 < value.length() ? value.charAt(i + 1) : 0;
            if (character == '^' && (next == 'n' || next == '^' || next == '\'')) {
                plain.append(next == 'n' ? '\n' : next == '^' ? '^' : '"');
                i++;
            } else if (character != '"') {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    /** The value of a parameter; empty without it. */
    String parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    /** Whether a parameter has a value, whatever the case of its letters. */
    boolean has(String parameter, String wanted) {
        return parameter(parameter).equalsIgnoreCase(wanted);
    }
}
