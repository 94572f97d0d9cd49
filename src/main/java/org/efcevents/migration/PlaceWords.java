package org.efcevents.migration;

import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efcevents.pagetext.WordForms;

/** Words by which places are known: what calls them so, houses, towns; and words with capitals that stand where towns do and are none. */
final class PlaceWords {

    private static final Set<String> TOWN_LABELS = Set.of("city", "ville", "locality", "town", "stadt", "ort");

    private static final Set<String> COUNTRY_LABELS = Set.of("country", "pays", "land");

    private static final Set<String> LABELS = Set.of(
            "place",
            "lieu",
            "ort",
            "venue",
            "location",
            "city",
            "ville",
            "town",
            "where",
            "locality",
            "plaats",
            "luogo",
            "lugar",
            "address",
            "adresse",
            "ou",
            "endroit",
            "salle",
            "room");

    /** What somebody puts into a column of places who has none to tell. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?:tb[acd]|n a|to be (?:confirmed|announced|decided|defined)|(?:lieu |encore )?(?:a (?:confirmer|preciser|definir|determiner|venir)|non communique|inconnu)|unknown|not known|not yet known|map|plan|carte)?");

    /** What is in a town, or is said in a street's name; folded. */
    private static final String PREMISES =
            "museum|musee|museo|hall|hotel|university|universite|universitat|parliament|parlement|palace|palais|"
                    + "house|centre|center|library|bibliotheque|mediatheque|school|ecole|institute|institut|street|avenue|boulevard|rue|road|"
                    + "square|place d[eu]s?|place d|theatre|auditorium|amphitheatre|amphi|espace|lycee|college|faculty|faculte|salle|room|church|eglise|cathedral|cathedrale|"
                    + "abbey|abbaye|castle|chateau|mairie|club|cercle|marina|chamber|chambre|embassy|ambassade|gare|cour|campus|building|"
                    + "batiment|tower|maison|restaurant|cafe|brasserie|pub|foyer|gymnase|stade|stadium|arena|opera|cinema|gallery|galerie|"
                    + "garden|gardens|jardin|jardins|parc|quai|quay|siege|headquarters|offices?|premises|locaux|memorial|pavilion|pavillon|aula|studio|"
                    + "conservatoire|prefecture|tribunal|\\w+(?:saal|haus|halle|platz|strasse|schloss|zentrum|gebaude)";

    private static final Pattern IN_TOWNS = Pattern.compile("\\b(?:" + PREMISES + ")\\b");

    /** In French; “place” before a small letter is a word of another kind. */
    private static final Pattern PLACE = Pattern.compile("^[Pp]lace \\p{Lu}");

    private static final Pattern CALLED =
            Pattern.compile("The (?!Hague\\b)\\p{Lu}[\\p{L}’']+(?: (?:(?:of|and|the|&) )*\\p{Lu}[\\p{L}’']+){0,3}");

    /** Words of houses and of what is held in them, which are in towns and are none. */
    private static final Pattern HOUSE = Pattern.compile("\\b(?:" + PREMISES
            + "|salon|fair|congress|ministry|ministere|days|forum|conference|commission|council|week|internet|union|group|session|"
            + "member|chair|european|national)\\b");

    private static final Set<String> NO_TOWNS = Set.of(
            ("spring|summer|autumn|winter|english|french|german|europe|parliament|member states|internet|printemps|automne|"
                            + "hiver|ete|anglais|francais|online|en ligne|zoom|teams|skype|video conference|videoconference|"
                            + "advent|avent|easter|paques|lent|careme|christmas|noel|"
                            + "prof|professor|dr|mr|mrs|ms|mme|mlle|sir|dame|st|saint|herr|frau|mgr|hon")
                    .split("\\|"));

    private static final Pattern ONLINE = Pattern.compile(
            "(?:online|on line|en ligne|virtual|virtuel|by video conference|webinar|zoom|teams|skype|a distance|en visioconference|visioconference)(?: .*)?");

    /** By which zones of time are called, in English; what the JDK knows of towns. */
    private static final Set<String> TOWNS = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .map(zone -> WordForms.letters(zone.substring(zone.lastIndexOf('/') + 1)))
            .collect(Collectors.toUnmodifiableSet());

    private PlaceWords() {}

    /** Whether what surrounds some words calls them a place. */
    static boolean areLabels(Set<String> labels) {
        return labels.stream().anyMatch(LABELS::contains);
    }

    /** Whether words call what follows them a place, and say nothing else. */
    static boolean isLabel(String words) {
        return LABELS.contains(WordForms.letters(words));
    }

    /** Whether it calls them a town. */
    static boolean areTownLabels(Set<String> labels) {
        return labels.stream().anyMatch(TOWN_LABELS::contains);
    }

    /** Whether it calls them a country. */
    static boolean areCountryLabels(Set<String> labels) {
        return labels.stream().anyMatch(COUNTRY_LABELS::contains);
    }

    /** Whether words tell no place, as “tbc” does. */
    static boolean areUnknown(String words) {
        return UNKNOWN.matcher(WordForms.letters(words)).matches();
    }

    /** Whether words tell that it was nowhere but online. */
    static boolean areOnline(String words) {
        return ONLINE.matcher(WordForms.letters(words)).matches();
    }

    /** Whether words name a house, or what is held in one. */
    static boolean isHouse(String words) {
        return HOUSE.matcher(WordForms.letters(words)).find();
    }

    /** Whether words name what stands in a town: a house, a room, a street. */
    static boolean isInTown(String words) {
        return IN_TOWNS.matcher(WordForms.letters(words)).find()
                || PLACE.matcher(words).find();
    }

    /** Whether a name has the form of a house's: “The Swan”, “war memorial”. */
    static boolean isCalledAsHouse(String words) {
        return CALLED.matcher(words).matches() && !isNoTown(words)
                || words.matches("\\p{L}+ \\p{L}+") && isInTown(words.substring(words.indexOf(' ') + 1));
    }

    /** Whether words are no town's name. */
    static boolean isNoTown(String words) {
        return NO_TOWNS.contains(WordForms.letters(words));
    }

    /** Whether words are the name of a town that is known everywhere. */
    static boolean isKnownTown(String words) {
        return TOWNS.contains(WordForms.letters(words));
    }
}
