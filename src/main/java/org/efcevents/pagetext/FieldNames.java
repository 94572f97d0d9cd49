package org.efcevents.pagetext;

import java.util.Set;

/** With what a line begins that tells one field of an event and says which: “Date: 3 May”, “Lieu : Lyon”. No such line is a title. */
public final class FieldNames {

    private static final int LONGEST = 30;

    /** Folded; what stands behind them is of the name: “Date of the meeting:”. */
    private static final Set<String> NAMES = Set.of(
            ("date|dates|datum|data|fecha|when|quand|wann|day|days|jour|jours|time|times|hour|hours|heure|heures|horaire|horaires|uhrzeit|zeit"
                            + "|place|lieu|lieux|ort|venue|location|where|ou|wo|city|ville|town|country|pays|address|adresse|salle|room"
                            + "|speaker|speakers|orateur|orateurs|oratrice|oratrices|intervenant|intervenants|intervenante|intervenantes|referent|referenten"
                            + "|chair|moderator|president|presidente|moderateur|moderatrice|participants|guests|invites|publik|public|audience"
                            + "|organiser|organisers|organizer|organizers|organisateur|organisateurs|organisatrice|organised by|host|hosts|contact|contacts"
                            + "|remark|remarks|remarque|remarques|note|notes|bemerkung|status|statut|language|languages|langue|langues"
                            + "|price|prix d entree|fee|tarif|entry|entree|documents|attachments|programme|agenda|registration|inscription|inscriptions")
                    .split("\\|"));

    private FieldNames() {}

    /** Whether words begin with the name of a field, a colon and something behind it. */
    public static boolean isAtBeginning(String words) {
        return end(words) > 0;
    }

    /** Where the name with which words begin ends, with its colon; 0 if they begin with none, or nothing is behind it. */
    public static int end(String words) {
        int colon = words.indexOf(':');
        if (colon < 1 || colon > LONGEST || words.substring(colon + 1).isBlank()) {
            return 0;
        }
        String name = WordForms.letters(words.substring(0, colon));
        int space = name.indexOf(' ');
        boolean named = NAMES.contains(name) || space > 0 && NAMES.contains(name.substring(0, space));
        return named ? colon + 1 : 0;
    }
}
