package org.efcevents.imports;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.http.Digest;
import org.efcevents.source.EventField;

/**
 * An event that was made from a source, or changed by it.
 *
 * @param at where its words began in the source's text
 * @param id its identifier
 * @param digest of its words: the same words are not imported twice
 * @param key {@link org.efcevents.source.StatedEvent#key}
 * @param step the step in which it was; empty before there is one: what that has done is forgotten when it is taken back
 * @param fields by their names, what was stated and what was stored
 */
public record MadeEvent(int at, String id, String digest, String key, String step, Map<String, Field> fields) {

    /**
     * What a field was given.
     *
     * @param stated the digest of what the source stated
     * @param stored the digest of what the event then had, which may have been corrected
     */
    public record Field(String stated, String stored) {}

    /** Makes a defensive copy. */
    public MadeEvent {
        fields = Map.copyOf(fields);
    }

    /** What tells a text from others, in 16 hexadecimal digits; empty of none. */
    static String digestOf(String text) {
        return text.isEmpty() ? "" : Digest.of(text).text().substring(0, 16);
    }

    /** The same, in a step. */
    MadeEvent in(String other) {
        return new MadeEvent(at, id, digest, key, other, fields);
    }

    /** What tells that the source stated the same of some fields; empty if it stated nothing of the first. */
    String stated(EventField... names) {
        return Stream.of(names)
                .map(this::stated)
                .reduce((one, other) -> one.isEmpty() ? "" : one + " " + other)
                .orElse("");
    }

    /** Whether a source states as much of it, but for its title and date, as it did before, as it states otherwise. */
    boolean agreesWith(Map<String, String> texts) {
        int same = 0;
        int other = 0;
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            String name = field.getKey();
            String before = field.getValue().stated();
            String now = digestOf(texts.getOrDefault(name, ""));
            if (!EventField.TITLE.isNamed(name)
                    && !EventField.DATE.isNamed(name)
                    && !(before.isEmpty() && now.isEmpty())) {
                same += now.equals(before) ? 1 : 0;
                other += now.equals(before) ? 0 : 1;
            }
        }
        return same >= other;
    }

    private String stated(EventField name) {
        return Stream.concat(
                        Stream.of(name.property()),
                        fields.keySet().stream().filter(name::isNamed).sorted())
                .map(property -> Optional.ofNullable(fields.get(property))
                        .map(Field::stated)
                        .orElse(""))
                .filter(digest -> !digest.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** As it is kept, in one line. */
    String line() {
        List<String> parts = new ArrayList<>(List.of(
                Integer.toString(at), id, digest, "=" + URLEncoder.encode(key, StandardCharsets.UTF_8), "=" + step));
        fields.forEach((name, field) -> parts.add(name + ":" + field.stated() + ":" + field.stored()));
        return String.join(" ", parts);
    }

    static MadeEvent of(String line) {
        String[] parts = line.split(" ");
        Map<String, Field> fields = new LinkedHashMap<>();
        for (int i = 5; i < parts.length; i++) {
            String[] field = parts[i].split(":", -1);
            fields.put(field[0], new Field(field[1], field[2]));
        }
        return new MadeEvent(
                Integer.parseInt(parts[0]),
                parts[1],
                parts[2],
                URLDecoder.decode(parts[3].substring(1), StandardCharsets.UTF_8),
                parts[4].substring(1),
                fields);
    }
}
