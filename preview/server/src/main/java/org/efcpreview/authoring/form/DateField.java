package org.efcpreview.authoring.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFactory;
import org.efcpreview.authoring.Settings;

/** A day, with or without a time ({@code dateField}), kept as a point in time or as a text. */
final class DateField extends Input {
    private static final String AS_TEXT = FieldReader.UI + "field.converter.DateConverter$WithFormattedStringModel";

    /** In which a point in time is a day: the editor's. */
    private final ZoneId zone = ZoneId.systemDefault();

    /** How a text is written; empty for a point in time. */
    private final Optional<DateTimeFormatter> format;

    DateField(Settings definition, Language language, FieldReader reader) {
        super(definition, language, reader, new Rule("", "form.error.date", DateField::isDate));
        this.format = format(definition, reader);
    }

    /** {@code DateFieldDefinition.produceDateTimeFormatter}. */
    private static Optional<DateTimeFormatter> format(Settings definition, FieldReader reader) {
        if (!definition.text("converterClass").equals(AS_TEXT)) {
            if (definition.has("converterClass")) {
                reader.unsupportedConverter(definition);
            }
            return Optional.empty();
        }
        try {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(FieldReader.or(definition.text("dateFormat"), "yyyy-MM-dd"));
            if (definition.flag("time", false)) {
                builder.appendLiteral(definition.flag("inISO8061Format", false) ? 'T' : ' ')
                        .appendPattern(FieldReader.or(definition.text("timeFormat"), "HH:mm"));
            }
            return Optional.of(builder.toFormatter(Locale.ENGLISH));
        } catch (IllegalArgumentException e) {
            reader.problem(definition.key(), "has no usable date format: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    int storedAs() {
        return format.isPresent() ? PropertyType.STRING : PropertyType.DATE;
    }

    @Override
    FormValues.Texts initial() {
        return definition().text("defaultValue").equalsIgnoreCase("now")
                ? FormValues.Texts.of(shown(LocalDateTime.now(zone).truncatedTo(ChronoUnit.MINUTES)))
                : super.initial();
    }

    @Override
    String text(Value value) throws RepositoryException {
        if (format.isEmpty() && value.getType() == PropertyType.DATE) {
            return shown(
                    value.getDate().toInstant().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
        }
        String text = super.text(value);
        try {
            return format.isEmpty() ? text : shown(format.get().parseBest(text, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            // Not written by this field: shown as it is, and refused if it is not corrected.
            return text;
        }
    }

    private String shown(TemporalAccessor date) {
        return (flag("time") && date instanceof LocalDateTime ? date : LocalDate.from(date)).toString();
    }

    @Override
    Value value(String text, ValueFactory factory) {
        var moment = dateTime(text).atZone(zone);
        return format.isPresent()
                ? factory.createValue(format.get().format(moment))
                : factory.createValue(GregorianCalendar.from(moment));
    }

    /** A day, or a day and a time, as a browser's date field sends it. */
    private static LocalDateTime dateTime(String text) {
        return text.length() <= 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    }

    /** There is no year 0 in what is stored, and none of five digits. */
    private static boolean isDate(String text) {
        try {
            return ValueRange.of(1, 9999).isValidValue(dateTime(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    String type(String value) {
        boolean fits = value.isEmpty() || value.length() <= (flag("time") ? 30 : 10) && isDate(value);
        return !fits ? "text" : flag("time") ? "date-time" : "date";
    }
}
