package org.efcevents.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which language a source is written, and whose fields of the archive get its texts.
 *
 * @param written the ISO 639 code of its language; empty if it is not told
 * @param fields the language whose fields get them; empty for the site's first, whose fields have no suffix
 * @param missing whether the site does not have the language that it is written in, so that its first has to do
 */
public record TextLanguage(String written, Optional<Locale> fields, boolean missing) {

    /** Not told, as of tables, which say it of each column. */
    public static final TextLanguage NONE = new TextLanguage("", Optional.empty(), false);

    /**
     * What follows from the language of a source.
     *
     * @param written its ISO 639 code; empty if it is not told
     * @param languages of the site, its first one first
     */
    public static TextLanguage of(String written, List<Locale> languages) {
        Optional<Locale> there = languages.stream()
                .filter(locale -> locale.getLanguage().equals(written))
                .findFirst();
        return new TextLanguage(
                written,
                there.filter(locale -> !locale.equals(languages.get(0))),
                !written.isEmpty() && there.isEmpty());
    }

    /** What the names of properties end with that have texts of it, as Magnolia names them: {@code _fr}; empty for the site's first. */
    public String suffix() {
        return fields.map(language -> "_" + language).orElse("");
    }
}
