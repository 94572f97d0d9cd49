package org.efcpreview.authoring;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of the authoring UI that do not come from a definition: {@code texts_en.properties} and {@code
 * texts_fr.properties} beside this class, every one a {@link MessageFormat} pattern.
 */
public record UiTexts(ResourceBundle bundle) {
    /** The texts in a language; English where there are none in it. */
    public static UiTexts in(Locale language) {
        Locale known = language.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        return new UiTexts(ResourceBundle.getBundle("org.efcpreview.authoring.texts", known));
    }

    /**
     * A text.
     *
     * @throws MissingResourceException if there is none of that key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /** A text that may be missing; as it is written, without arguments. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    /** What the keys of the texts for an HTTP status begin with, 400 or more: {@code .title} and {@code .text}. */
    public static String error(int status) {
        return in(Locale.ENGLISH).find("error." + status + ".title").isPresent() ? "error." + status : "error.other";
    }

    /** A moment as people write it, in the server's time zone. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(bundle.getLocale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /** A moment as machines read it, to the second. */
    public String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }
}
