package org.efcpreview.authoring.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What the fields of a form hold, as an editor types it: every value is a text, be it a number, a date or an identifier. A
 * field is known by its name, followed by {@code _fr} where it holds another than the site's default language. Immutable.
 *
 * @param fields by name, in the form's order: {@link Texts}, {@link FormValues} for a field made of fields, or {@link
 *     Entries} for one that can be repeated
 */
public record FormValues(Map<String, FieldValue> fields) implements FieldValue {
    /** A form of which nothing is known. */
    public static final FormValues EMPTY = new FormValues(Map.of());

    /** More than any form holds; what inflates to more is none of ours. */
    private static final int MOST = 20_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The texts of a simple field.
     *
     * @param texts none if it is empty; more than one only where several things can be chosen
     */
    public record Texts(List<String> texts) implements FieldValue {
        static final Texts NONE = new Texts(List.of());

        /** Copies the list. */
        public Texts {
            texts = List.copyOf(texts);
        }

        /** A field with one text; an empty text makes an empty field. */
        public static Texts of(String text) {
            return text.isEmpty() ? NONE : new Texts(List.of(text));
        }

        /** The first text; empty if there is none. */
        public String first() {
            return texts.isEmpty() ? "" : texts.get(0);
        }
    }

    /**
     * The entries of a field that can be repeated, in order.
     *
     * @param entries none if it is empty
     */
    record Entries(List<Entry> entries) implements FieldValue {
        static final Entries NONE = new Entries(List.of());

        Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One of several.
     *
     * @param id the identifier of the node that holds it; empty for a new one, and where none has a node of its own
     * @param values what its fields hold
     */
    record Entry(String id, FormValues values) {}

    /** Copies the map. */
    public FormValues {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** What a field holds; nothing if there is no such field. */
    FieldValue of(String name) {
        return fields.getOrDefault(name, Texts.NONE);
    }

    /** The texts of a simple field; empty if there is no such field. */
    public Texts texts(String name) {
        return of(name).asTexts();
    }

    /** The same with one field changed. */
    public FormValues with(String name, FieldValue value) {
        Map<String, FieldValue> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new FormValues(changed);
    }

    /** The texts of all simple fields. */
    List<String> allTexts() {
        return fields.values().stream()
                .flatMap(value -> value.asTexts().texts().stream())
                .toList();
    }

    /** Everything as one word of letters, digits, {@code -} and {@code _}, to be sent along with a form. */
    String encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The reverse of {@link #encoded}.
     *
     * @throws IllegalArgumentException if it is not what that gave
     */
    static FormValues decoded(String encoded) {
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(encoded)))) {
            if (JSON.readValue(in.readNBytes(MOST), FieldValue.class) instanceof FormValues values) {
                return values;
            }
        } catch (IOException | StackOverflowError e) {
            // The latter where it is nested deeper than any form.
            throw new IllegalArgumentException("No values of a form", e);
        }
        throw new IllegalArgumentException("No values of a form");
    }
}
