package org.efcevents.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Repairs what damaged encodings have left of words, from a table and nothing else: {@code encoding-damage.txt}. */
public final class EncodingDamage {

    private final Map<String, String> table = new TreeMap<>();
    private final Pattern damaged;

    /** Reads the table. */
    public EncodingDamage() {
        StringBuilder words = new StringBuilder();
        try (InputStream list = EncodingDamage.class.getResourceAsStream("encoding-damage.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (line.startsWith("#") || tab < 1) {
                    continue;
                }
                boolean word = line.startsWith("=");
                String from = line.substring(word ? 1 : 0, tab);
                table.put(from, line.substring(tab + 1));
                if (word) {
                    words.append(words.isEmpty() ? "" : "|").append(Pattern.quote(from));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String wholeWords = "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])";
        damaged = Pattern.compile(table.keySet().stream()
                .filter(from -> from.codePoints().anyMatch(letter -> letter > 127 || letter == '%'))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "", "|" + wholeWords)));
    }

    /** The words as they were. */
    public String repaired(String words) {
        return damaged.matcher(words).replaceAll(found -> Matcher.quoteReplacement(table.get(found.group())));
    }
}
