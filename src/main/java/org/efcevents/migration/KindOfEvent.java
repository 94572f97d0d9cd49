package org.efcevents.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Passage;

/** Words that say of what kind an event is, and nothing of which one: “Journée d'étude”, “International workshop”. */
final class KindOfEvent {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final String OF_WHICH =
            "(?:inter)?nationale?s?|europ(?:ean|éen(?:ne)?)s?|(?:inter|pluri|multi)disciplinaires?|interdisciplinary|annual|annuel(?:le)?s?|public|publique|"
                    + "scientifi(?:c|que)s?|doctorale?s?|thémati(?:c|que)s?|thematic|regional|régionale?|open|technical|technique";

    private static final Pattern ALONE = Pattern.compile(
            "(?:(?:" + OF_WHICH + ") )?"
                    + "(?:journées?|colloques?|ateliers?|séminaires?|conférences?|exposés?|congrès|rencontres?|débats?|tables?[- ]rondes?|expositions?|"
                    + "concerts?|formations?|webinaires?|projections?|visites?|soirées?|workshops?|seminars?|conferences?|colloquium|talks?|lectures?|"
                    + "symposi(?:um|a)|round[- ]?tables?|exhibitions?|webinars?|panels?|trainings?|summer schools?|écoles? d['’]été)"
                    + "(?: d['’]études?| de travail| de formation| de recherche)?(?: (?:" + OF_WHICH
                    + "))*+\\s?[:.–—-]?",
            FLAGS);

    /** What goes on in the same breath: no comma and no bracket. */
    private static final Pattern GOES_ON = Pattern.compile("\\s?[:–—-]?\\s?[\\p{L}\\p{N}“\"«‘'’]");

    private static final Pattern AT_END = Pattern.compile("[\\s\\p{Pd}:;,(|·]+$");

    private KindOfEvent() {}

    /** Whether words are nothing else. */
    static boolean isAlone(String words) {
        return ALONE.matcher(words).matches();
    }

    /**
     * The words of a kind with the name that follows them.
     *
     * @param kind the words that say it
     * @param end where what follows ends, such as at a date
     * @return the words of the kind if no name follows
     */
    static Passage withName(String text, Passage kind, int end) {
        if (end <= kind.to() || !GOES_ON.matcher(text).region(kind.to(), end).lookingAt()) {
            return kind;
        }
        Matcher space = AT_END.matcher(text.substring(kind.to(), end));
        return new Passage(kind.from(), space.find() ? kind.to() + space.start() : end);
    }
}
