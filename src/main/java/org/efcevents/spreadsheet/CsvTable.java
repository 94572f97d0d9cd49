package org.efcevents.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/**
 * Reads a table of text, whatever separates its cells and whatever encoding it has. A cell that begins as a formula does is a text, and the
 * apostrophe is taken away that keeps spreadsheets from taking it for one.
 */
final class CsvTable {

    private static final String SEPARATORS = ",;\t|";

    /** What Excel understands in a first line. */
    private static final Pattern NAMED = Pattern.compile("(?i)\\A\"?sep=(?<sign>.)\"?\\r?\\n");

    /** So much of a file tells what separates its cells. */
    private static final int LOOKED_AT = 100_000;

    private static final int FOR_ENCODING = 4000;

    /** Where more than one character of so many is nothing, it is no text. */
    private static final int STRAY = 10;

    private CsvTable() {}

    static Table read(byte[] file) throws UnreadableTable {
        String text = decoded(file);
        int skipped = 0;
        Matcher named = NAMED.matcher(text);
        char separator;
        if (named.find()) {
            separator = named.group("sign").charAt(0);
            text = text.substring(named.end());
            skipped = 1;
        } else {
            separator = separator(text);
        }
        TableUnderWay table = new TableUnderWay("", false);
        table.goTo(skipped + 1);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .build();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            parsed(parser, table);
        } catch (IOException e) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        return table.table();
    }

    private static void parsed(CSVParser parser, TableUnderWay table) throws UnreadableTable {
        long line = table.row();
        long skipped = line - 1;
        try {
            for (CSVRecord record : parser) {
                for (int i = 0; i < record.size(); i++) {
                    table.put(i, ReadCell.text(Formulas.unguarded(record.get(i))));
                }
                table.endRow(1);
                line = skipped + parser.getCurrentLineNumber() + 1;
            }
        } catch (IllegalStateException | UncheckedIOException wrong) {
            throw new UnreadableTable(Reason.QUOTATION, line);
        }
    }

    private static String decoded(byte[] file) throws UnreadableTable {
        String text = encoded(file);
        long nothing = text.chars().filter(letter -> letter == 0).count();
        if (nothing * STRAY > text.length()) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        text = text.replace("\0", "");
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String encoded(byte[] file) {
        if (file.length > 1 && ((file[0] & 0xFF) << 8 | file[1] & 0xFF) == 0xFFFE) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (file.length > 1 && ((file[0] & 0xFF) << 8 | file[1] & 0xFF) == 0xFEFF) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < Math.min(file.length, FOR_ENCODING); i += 2) {
            even += file[i] == 0 ? 1 : 0;
            odd += file[i + 1] == 0 ? 1 : 0;
        }
        // Many of the letters have a byte that is nothing, always the same of the two; one here and there is a slip of
        // a program.
        int most = Math.max(even, odd);
        if (most > 2 && most * STRAY > Math.min(file.length, FOR_ENCODING) / 2 && Math.min(even, odd) * STRAY <= most) {
            return new String(file, even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    /** The sign that parts most lines into the same number of cells, and of those the one that makes most. */
    private static char separator(String text) {
        char best = ',';
        double most = 0;
        for (char sign : SEPARATORS.toCharArray()) {
            List<Integer> counts = counts(text, sign);
            Map<Integer, Integer> often = new HashMap<>();
            counts.stream().filter(count -> count > 0).forEach(count -> often.merge(count, 1, Integer::sum));
            int same = often.isEmpty() ? 0 : Collections.max(often.values());
            int cells = often.entrySet().stream()
                    .filter(count -> count.getValue() == same)
                    .mapToInt(Map.Entry::getKey)
                    .max()
                    .orElse(0);
            double share = (double) same / Math.max(1, counts.size()) + cells / 1000.0;
            if (share > most) {
                best = sign;
                most = share;
            }
        }
        return best;
    }

    /** How often a sign is in each line outside of quotation marks. */
    private static List<Integer> counts(String text, char sign) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int length = Math.min(text.length(), LOOKED_AT);
        boolean blank = true;
        boolean begins = true;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            // One within a cell, as in 24" screen, is a letter.
            if (letter == '"' && (quoted || begins)) {
                quoted = !quoted;
            }
            begins = letter == sign || letter == '\n' || letter == '\r' || begins && letter == '"' && !quoted;
            if (quoted) {
                blank = false;
            } else if (letter == '\n') {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
            } else {
                count += letter == sign ? 1 : 0;
                blank &= Character.isWhitespace(letter);
            }
        }
        if (!blank) {
            counts.add(count);
        }
        return counts;
    }
}
