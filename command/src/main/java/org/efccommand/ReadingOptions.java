package org.efccommand;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.efccommand.source.Reading;
import org.efcevents.datephrase.DateOrder;
import picocli.CommandLine.Option;

/** What the Archive desk would ask an editor of a file. */
final class ReadingOptions {

    /** Which number of a date comes first. */
    enum Order {
        DAY,
        MONTH
    }

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Brussels",
            description = "of times in a file that do not say theirs (default ${DEFAULT-VALUE})")
    private ZoneId zone;

    @Option(
            names = "--languages",
            paramLabel = "LANGUAGE",
            split = ",",
            defaultValue = "en,fr",
            description = "of the archive, its first one first (default ${DEFAULT-VALUE})")
    private List<Locale> languages;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "of a page or a calendar: in which of them it is written (default: as its words tell)")
    private Optional<Locale> language = Optional.empty();

    @Option(
            names = "--column",
            paramLabel = "HEADING=FIELD",
            description = "of a table: what a column has, by its heading or letters, such as \"When=date\" or C=city;"
                    + " - for nothing. Without it, what the Archive desk proposes")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--date-order",
            paramLabel = "day|month",
            description = "of a table: which comes first in dates such as 03/04/2014, where nothing tells")
    private Optional<Order> order = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "of a table: the sheet that is read (default: the first that is shown)")
    private Optional<String> sheet = Optional.empty();

    Reading reading() throws Failure {
        if (language.isPresent() && !languages.contains(language.get())) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    "The archive has no language " + language.get().toLanguageTag()
                            + "; say with --languages which it has");
        }
        DateOrder said = order.map(first -> first == Order.DAY ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST)
                .orElse(DateOrder.UNKNOWN);
        return new Reading(zone, languages, language.map(Locale::getLanguage).orElse(""), columns, said, sheet);
    }
}
