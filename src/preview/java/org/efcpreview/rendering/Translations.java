package org.efcpreview.rendering;

import java.util.Locale;
import java.util.Optional;

/** The messages of the modules, as {@code i18n['key']} looks them up. */
@FunctionalInterface
public interface Translations {
    /** The message in a language or in one that it falls back to; empty if there is none of that key. */
    Optional<String> find(Locale locale, String key);
}
