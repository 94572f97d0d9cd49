package org.efcevents.pagetext;

import java.util.regex.Pattern;

/** Lines that each tell one fact of an event and say which: “Date: 3 May 2012”, “Lieu : Lyon”. None of them is a title, or goes on from the line above. */
public final class FactLines {

    private static final Pattern FACT = Pattern.compile(
            "(?:dates?|datum|when|quand|wann|time|heures?|horaires?|uhrzeit|lieux?|place|where|où|wo|venue|location|ort|address|adresse|room|salle"
                    + "|city|ville|country|pays|speakers?|intervenant(?:e|s|es)?|orateurs?|chair|président(?:e)?|contact|organi[sz]ers?|organisat(?:eurs?|rices?)"
                    + "|participants?|inscriptions?|registration|languages?|langues?|remarks?|remarques?|notes?)\\s?:\\s",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FactLines() {}

    /** Whether a part of a text is one. */
    public static boolean is(String text, Passage line) {
        return FACT.matcher(text).region(line.from(), line.to()).lookingAt();
    }
}
