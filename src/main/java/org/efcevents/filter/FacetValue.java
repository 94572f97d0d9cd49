package org.efcevents.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.Phase;
import org.efcevents.index.Town;
import org.efcevents.workpackage.WorkPackage;

/**
 * A value by which events can be filtered.
 *
 * @param name its name in the query string, which identifies it
 * @param label its label; null if the page has a message for it
 * @param rank its position among the values of the facet; values of equal rank are sorted by label
 */
record FacetValue(String name, String label, long rank) {

    /** In the order of the archive's page. */
    private static final List<Phase> PHASES = List.of(Phase.ONGOING, Phase.UPCOMING, Phase.PAST, Phase.UNDATED);

    /**
     * The values by which visitors can choose what has a value of a column.
     *
     * @param workPackages the work package with an identifier; null if the reader may not see it
     */
    static List<FacetValue> of(Facet facet, Object value, Function<String, WorkPackage> workPackages) {
        if (value == null) {
            return List.of();
        }
        return switch (facet) {
            case YEAR -> {
                int number = (Integer) value;
                yield List.of(
                        number == 0
                                ? new FacetValue(Facet.UNDATED, null, Long.MAX_VALUE)
                                : new FacetValue(fourDigits(number), Integer.toString(number), -number));
            }
            case WORK_PACKAGE -> groups(value, workPackages)
                    .map(group -> new FacetValue(group.slug(), group.label(), group.position()))
                    .toList();
            case KIND -> List.of(new FacetValue(((OpenEnum<?>) value).word(), null, 0));
            case PLACE -> List.of(new FacetValue(((Town) value).name(), ((Town) value).label(), 0));
            case SESSION -> List.of(
                    (Boolean) value ? new FacetValue(Facet.CLOSED, null, 1) : new FacetValue(Facet.OPEN, null, 0));
            case PHASE -> List.of(new FacetValue(((Phase) value).word(), null, PHASES.indexOf(value)));
        };
    }

    /** Those work packages of an event that the reader may see. */
    private static Stream<WorkPackage> groups(Object value, Function<String, WorkPackage> workPackages) {
        return ((List<?>) value)
                .stream().map(id -> workPackages.apply((String) id)).filter(Objects::nonNull);
    }

    /** A year from 1 to 9999 as in addresses (ISO 8601). */
    private static String fourDigits(int year) {
        return Integer.toString(10_000 + year).substring(1);
    }
}
