package org.efcevents.datephrase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether the lines of a page that hold nothing but a date tell when its entries were posted: what their words say of themselves is again and
 * again some days before, or, where events are announced, some days after.
 */
final class PostingDates {

    /** In days; what is written later than that is no news, and earlier nobody announces it. */
    private static final int LONGEST = 100;

    /** Of fewer entries nothing can be said. */
    private static final int FEWEST = 2;

    private PostingDates() {}

    /** @param entries the candidates of each entry of a page */
    static boolean areIn(List<List<DateCandidate>> entries) {
        int another = 0;
        int own = 0;
        for (List<DateCandidate> candidates : entries) {
            Optional<DateCandidate> line =
                    candidates.stream().filter(DateCandidate::isBareLine).findFirst();
            Optional<LocalDate> posted = line.flatMap(PostingDates::lastDay);
            for (DateCandidate said : candidates) {
                if (posted.isEmpty()
                        || said.isBareLine()
                        || said.date().first().date().isEmpty()) {
                    continue;
                }
                long days = ChronoUnit.DAYS.between(lastDay(said).orElse(posted.get()), posted.get());
                if (line.get().with(said).isPresent()) {
                    own++;
                    break;
                }
                if (days != 0 && Math.abs(days) < LONGEST) {
                    another++;
                    break;
                }
            }
        }
        return another >= FEWEST && another > 2 * own;
    }

    /** The candidates that are not of the posting. */
    static List<DateCandidate> without(List<DateCandidate> candidates) {
        return candidates.stream().filter(candidate -> !candidate.isBareLine()).toList();
    }

    private static Optional<LocalDate> lastDay(DateCandidate candidate) {
        return candidate.date().last().date();
    }
}
