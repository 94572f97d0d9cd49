package org.efccommand.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.Source;

/** What was read, for scripts: each value with the words that it came from, their lines and offsets, the rule, and how sure it is. */
public final class JsonReport {

    /** Offsets are in UTF-16 code units of the source's text, lines from 1. */
    private record Words(int line, int from, int to, String text) {}

    private JsonReport() {}

    /** All of it. */
    public static String of(Source source) throws JsonProcessingException {
        Lines lines = new Lines(source.text());
        SimpleModule shown = new SimpleModule();
        show(shown, Optional.class, value -> value.orElse(null));
        show(shown, Enum.class, word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        show(shown, Passage.class, at -> new Words(lines.at(at.from()), at.from(), at.to(), at.in(source.text())));
        return JsonMapper.builder()
                .addModule(shown)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(source);
    }

    private static <T> void show(SimpleModule module, Class<T> type, Function<T, Object> shown) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider all) throws IOException {
                all.defaultSerializeValue(shown.apply(value), json);
            }
        });
    }
}
