package org.efcpreview.authoring.form;

import java.util.Map;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.jackrabbit.value.ValueFactoryImpl;
import org.efcevents.content.RichText;
import org.efcpreview.authoring.Settings;

/**
 * A text or a number ({@code textField}); also one that cannot be read or seen ({@code passwordField}, {@code hiddenField}) or that
 * is formatted ({@code richTextField}).
 */
final class TextField extends Input {
    private static final String OF_VAADIN = "com.vaadin.data.converter.StringTo";
    private static final String OF_MAGNOLIA = FieldReader.UI + "field.converter.NonRoundingStringTo";

    /** What converters make of a text. */
    private static final Map<String, Integer> NUMBERS = Map.of(
            OF_VAADIN + "LongConverter", PropertyType.LONG,
            OF_VAADIN + "IntegerConverter", PropertyType.LONG,
            OF_VAADIN + "DoubleConverter", PropertyType.DOUBLE,
            OF_VAADIN + "BigDecimalConverter", PropertyType.DECIMAL,
            OF_MAGNOLIA + "DoubleConverter", PropertyType.DOUBLE,
            OF_MAGNOLIA + "BigDecimalConverter", PropertyType.DECIMAL);

    TextField(Settings definition, Language language, FieldReader reader) {
        super(
                definition,
                language,
                reader,
                new Rule(
                        definition.key() + "/conversionErrorMessage",
                        "form.error.number",
                        text -> fits(definition, text)));
        if (definition.has("converterClass") && storedAs() == PropertyType.STRING) {
            reader.unsupportedConverter(definition);
        }
        String type = definition.text("type");
        if (!definition.has("converterClass") && !type.matches("|java\\.lang\\.String")) {
            reader.problem(path() + "/type", "needs a converterClass: without one Magnolia cannot read " + type);
        }
        for (String able : new String[] {"alignment", "images", "tables"}) {
            if (flag(able)) {
                reader.problem(
                        path() + "/" + able, "is not supported here: what it makes would not be shown to visitors");
            }
        }
        if (is("richTextField") && flag("readOnly")) {
            reader.problem(path() + "/readOnly", "of formatted text is not supported here");
        }
    }

    private static boolean fits(Settings definition, String text) {
        try {
            Value value = ValueFactoryImpl.getInstance().createValue(text.strip(), storedAs(definition));
            return value.getType() != PropertyType.DOUBLE || Double.isFinite(value.getDouble());
        } catch (RepositoryException e) {
            return false;
        }
    }

    /** By the converter: without one Magnolia stores the text, whatever {@code type} says. */
    private static int storedAs(Settings definition) {
        return NUMBERS.getOrDefault(definition.text("converterClass"), PropertyType.STRING);
    }

    @Override
    int storedAs() {
        return storedAs(definition());
    }

    @Override
    boolean hidden() {
        return is("hiddenField");
    }

    @Override
    int rows() {
        return is("richTextField") ? 10 : super.rows();
    }

    private boolean is(String type) {
        return definition().text("$type").equals(type);
    }

    @Override
    String type(String value) {
        if (is("passwordField")) {
            return "password";
        }
        if (is("richTextField") && RichText.of(value).html().equals(value)) {
            return "rich";
        }
        return rows() > 1 || value.contains("\n") ? "area" : storedAs() == PropertyType.LONG ? "number" : "text";
    }
}
