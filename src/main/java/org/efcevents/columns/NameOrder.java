package org.efcevents.columns;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the names of a column have the family name first, as in “Berg, Anna”. The same signs stand between a name and an organisation; which of the
 * two it is the whole column tells.
 *
 * @param familyFirst whether they have
 * @param sure whether the column tells it beyond doubt
 */
record NameOrder(boolean familyFirst, boolean sure) {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:;|\\r?\\n)\\s*");

    private static final String PARTICLES =
            "(?:(?:[Dd][eiu']|[Dd]el|[Dd]ella|[Vv]an|[Vv]on|[Dd]en|[Dd]er|[Ll]a|[Ll]e|[Tt]en|[Tt]er|[Zz]u)\\s+)*";

    private static final String LETTERS = "[\\p{L}\\p{M}.'’-]*";
    private static final String TITLE = "(?:(?i:mr|mrs|ms|dr|prof|professor|mme|mlle|m|pr|sir)\\.?\\s+)*";
    private static final String GIVEN =
            TITLE + "(?:\\p{Lu}\\p{Ll}" + LETTERS + "|\\p{Lu}\\.)(?:\\s*\\p{Lu}" + LETTERS + "){0,2}";
    private static final String REST = "(?:\\s*,\\s*(?<rest>.+))?";

    /** A family name of one word, or all in capitals; a full name has two. */
    private static final Pattern LIKELY = Pattern.compile("(?<family>" + PARTICLES + "\\p{Lu}" + LETTERS
            + "|\\p{Lu}{2,}(?:[ '’-]\\p{Lu}{2,})+)\\s*,\\s*(?<given>" + GIVEN + ")" + REST);

    private static final Pattern POSSIBLE = Pattern.compile("(?<family>" + PARTICLES + "\\p{Lu}" + LETTERS
            + "(?:\\s+\\p{Lu}" + LETTERS + ")?)\\s*,\\s*(?<given>(?:" + GIVEN + "|\\p{Lu}{2,}))" + REST);

    private static final double MOST = 0.8;
    private static final int ENOUGH = 3;

    /** What the cells of a column tell. */
    static NameOrder of(List<String> cells) {
        List<String> pieces = cells.stream()
                .flatMap(cell -> BETWEEN.splitAsStream(cell.strip()))
                .filter(piece -> piece.indexOf(',') > 0)
                .toList();
        List<String> given = pieces.stream()
                .map(LIKELY::matcher)
                .filter(Matcher::matches)
                .map(likely -> likely.group("given"))
                .toList();
        boolean most = !given.isEmpty() && given.size() >= MOST * pieces.size();
        // Of organisations there are fewer than people.
        boolean many = given.size() >= ENOUGH && given.stream().distinct().count() > given.size() / 2;
        return new NameOrder(most, most && many);
    }

    /**
     * A name.
     *
     * @param name as it is said
     * @param rest what is behind it
     */
    record Turned(String name, String rest) {}

    /** A name whose family name comes first, turned; empty if it does not. */
    Optional<Turned> turned(String text) {
        Matcher found = (familyFirst ? POSSIBLE : LIKELY).matcher(text.strip());
        return found.matches()
                ? Optional.of(new Turned(
                        found.group("given").strip() + " "
                                + found.group("family").strip(),
                        found.group("rest") == null ? "" : found.group("rest").strip()))
                : Optional.empty();
    }
}
