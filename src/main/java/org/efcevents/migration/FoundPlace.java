package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;

/**
 * Where an event was.
 *
 * @param city the town
 * @param country its code (ISO 3166-1 alpha-2)
 * @param venue what stands before the town, such as the name of a house
 */
public record FoundPlace(
        Optional<Finding<String>> city, Optional<Finding<String>> country, Optional<Finding<String>> venue) {

    List<Finding<String>> findings() {
        return Stream.of(venue, city, country).flatMap(Optional::stream).toList();
    }
}
