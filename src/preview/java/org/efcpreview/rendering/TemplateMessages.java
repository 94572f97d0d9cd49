package org.efcpreview.rendering;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** What templates call {@code i18n} (rules: {@code info.magnolia.freemarker.MessagesWrapper}). */
public final class TemplateMessages {
    private final Translations translations;
    private final Locale locale;

    TemplateMessages(Translations translations, Locale locale) {
        this.translations = translations;
        this.locale = locale;
    }

    /** The message; the key itself if there is none. */
    public String get(String key) {
        return translations.find(locale, key).orElse(key);
    }

    /** The message with its placeholders filled in. */
    public String get(String key, List<?> arguments) {
        return new MessageFormat(get(key), locale).format(arguments.toArray());
    }
}
