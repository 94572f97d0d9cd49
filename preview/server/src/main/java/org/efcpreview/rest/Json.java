package org.efcpreview.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON as the library of Magnolia's REST does: Jackson's, but with small letters in escaped control characters. */
final class Json {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().characterEscapes(new SmallLetters()).build();

    private Json() {}

    /** What is to be written. */
    interface Content<E extends Exception> {
        void write(JsonGenerator json) throws IOException, E;
    }

    static <E extends Exception> String of(Content<E> content) throws E {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into a string cannot fail", e);
        }
        return text.toString();
    }

    private static final class SmallLetters extends CharacterEscapes {
        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            for (int c = 0; c < ' '; c++) {
                escapes[c] = escapes[c] == ESCAPE_STANDARD ? ESCAPE_CUSTOM : escapes[c];
            }
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return c < ' ' ? new SerializedString(String.format("\\u%04x", c)) : null;
        }
    }
}
