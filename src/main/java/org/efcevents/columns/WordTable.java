package org.efcevents.columns;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.efcevents.pagetext.WordForms;

/** Words, and what each of them stands for, from a list of the module's. */
final class WordTable {

    private final Map<String, String> keys = new HashMap<>();

    private WordTable() {}

    /** Reads {@code key = word; word} from a list. */
    static WordTable of(String list) {
        Properties lines = new Properties();
        try (InputStream file = WordTable.class.getResourceAsStream("/org/efcevents/columns/" + list + ".properties")) {
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WordTable table = new WordTable();
        lines.stringPropertyNames()
                .forEach(key -> Arrays.stream(lines.getProperty(key).split(";"))
                        .forEach(word -> table.keys.put(prefix(key) + word.strip(), key)));
        return table;
    }

    /** Before a full stop, so that the same word can be of two groups. */
    private static String prefix(String key) {
        int group = key.indexOf('.');
        return group < 0 || key.startsWith("person.") || key.startsWith("link.") ? "" : key.substring(0, group + 1);
    }

    /** What a text stands for. */
    Optional<String> key(String text) {
        return Optional.ofNullable(keys.get(WordForms.key(text)));
    }

    /** What a text stands for in a group of the list, without the name of the group. */
    Optional<String> word(String group, String text) {
        return Optional.ofNullable(keys.get(group + "." + WordForms.key(text)))
                .map(key -> key.substring(group.length() + 1));
    }
}
