package org.efcevents.migration;

import java.util.Set;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;

/** Words with capitals that stand where towns do and are none. */
final class PlaceWords {

    private static final Set<String> LABELS = Set.of(
            "place",
            "lieu",
            "ort",
            "venue",
            "location",
            "city",
            "ville",
            "where",
            "locality",
            "plaats",
            "luogo",
            "lugar");

    /** Words of houses and of what is held in them, which are in towns and are none. */
    private static final Pattern HOUSE = Pattern.compile(
            "(?i).*\\b(?:museum|hall|hotel|hôtel|university|université|offices?|parliament|parlement|palace|palais|house|centre|center|salon|fair|congress|musée|ministry|ministère|"
                    + "library|school|institute|days|forum|conference|commission|council|street|avenue|rue|week|internet|union|group|session|member|chair|european|national|"
                    + "theatre|théâtre|auditorium|amphithéâtre|espace|lycée|collège|faculté|faculty|bibliothèque|salle|room|church|castle|château|mairie|club|cercle|marina|"
                    + "chamber|chambre|embassy|ambassade|gare|square|cour).*");

    private static final Set<String> NO_TOWNS = Set.of(
            ("spring|summer|autumn|winter|english|french|german|europe|parliament|member states|internet|printemps|automne|"
                            + "hiver|ete|anglais|francais|online|en ligne|zoom|teams|skype|video conference|videoconference|"
                            + "prof|professor|dr|mr|mrs|ms|mme|mlle|sir|dame|st|saint|herr|frau|mgr|hon")
                    .split("\\|"));

    private PlaceWords() {}

    /** Whether what surrounds some words calls them a place. */
    static boolean areLabels(Set<String> labels) {
        return labels.stream().anyMatch(LABELS::contains);
    }

    /** Whether words name a house, or what is held in one. */
    static boolean isHouse(String words) {
        return HOUSE.matcher(words).matches();
    }

    /** Whether words are no place at all. */
    static boolean isNoTown(String words) {
        return NO_TOWNS.contains(WordForms.letters(words));
    }
}
