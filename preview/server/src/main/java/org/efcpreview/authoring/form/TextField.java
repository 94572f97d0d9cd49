package org.efcpreview.authoring.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.efcpreview.authoring.Settings;

/** A text or a number ({@code textField}); also one that cannot be read or seen ({@code passwordField}, {@code hiddenField}). */
final class TextField extends Input {
    private final Stored stored;

    /** What a converter makes of a text. */
    private enum Stored {
        TEXT,
        LONG("com.vaadin.data.converter.StringToLong", "com.vaadin.data.converter.StringToInteger"),
        DOUBLE(
                "com.vaadin.data.converter.StringToDouble",
                FieldReader.UI + "field.converter.NonRoundingStringToDouble"),
        DECIMAL(
                "com.vaadin.data.converter.StringToBigDecimal",
                FieldReader.UI + "field.converter.NonRoundingStringToBigDecimal");

        private final List<String> converters;

        Stored(String... converters) {
            this.converters =
                    Stream.of(converters).map(name -> name + "Converter").toList();
        }

        static Optional<Stored> by(String converter) {
            return Stream.of(values())
                    .filter(stored -> stored.converters.contains(converter))
                    .findFirst();
        }

        /** @throws NumberFormatException if the text is none of these */
        Value value(String text, ValueFactory factory) {
            String number = text.strip();
            return switch (this) {
                case TEXT -> factory.createValue(text);
                case LONG -> factory.createValue(Long.parseLong(number));
                case DOUBLE -> factory.createValue(Double.parseDouble(number));
                case DECIMAL -> factory.createValue(new BigDecimal(number));
            };
        }

        boolean accepts(String text) {
            String number = text.strip();
            try {
                return switch (this) {
                    case TEXT -> true;
                    case LONG -> number.matches("[+-]?[0-9]{1,18}");
                    case DOUBLE -> Double.isFinite(Double.parseDouble(number));
                    case DECIMAL -> new BigDecimal(number).precision() > 0;
                };
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    TextField(Settings definition, Language language, FieldReader reader) {
        this(definition, language, reader, stored(definition, reader));
    }

    private TextField(Settings definition, Language language, FieldReader reader, Stored stored) {
        super(
                definition,
                language,
                reader,
                definition.text("$type").equals("textField") ? "rows maxLength placeholder valueChangeTimeout" : "",
                new Rule(definition.key() + "/conversionErrorMessage", "form.error.number", stored::accepts));
        this.stored = stored;
    }

    /** By the converter: without one Magnolia stores the text, whatever {@code type} says. */
    private static Stored stored(Settings definition, FieldReader reader) {
        String type = definition.text("type");
        if (!definition.has("converterClass") && !type.matches("|java\\.lang\\.String")) {
            reader.problem(
                    definition.key() + "/type", "needs a converterClass: without one Magnolia cannot read " + type);
        }
        Optional<Stored> stored = Stored.by(definition.text("converterClass"));
        if (definition.has("converterClass") && stored.isEmpty()) {
            reader.unsupportedConverter(definition);
        }
        return stored.orElse(Stored.TEXT);
    }

    @Override
    boolean hidden() {
        return is("hiddenField");
    }

    private boolean is(String type) {
        return definition().text("$type").equals(type);
    }

    @Override
    boolean isText() {
        return stored == Stored.TEXT;
    }

    @Override
    Value value(String text, ValueFactory factory) {
        return stored.value(text, factory);
    }

    @Override
    String type(String value) {
        if (is("passwordField")) {
            return "password";
        }
        if (definition().number("rows", 1) > 1 || value.contains("\n")) {
            return "area";
        }
        return stored == Stored.LONG ? "number" : "text";
    }
}
