package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days that the sentences of an entry name: those taken for its own, and those that nothing says to be of something else. Where one of each
 * is named neither is sure, whatever verb stands beside it: “The summit took place on 2 May 2011. Our debriefing followed on 9 May 2011.”
 */
final class RivalDates {

    private final List<Said> all = new ArrayList<>();

    /**
     * A date in a sentence.
     *
     * @param subject how much of the sentence is about the entry
     * @param taken whether its words say that it may be the entry's own
     * @param open whether nothing says that it is of something else
     * @param announced whether it is of the next of its kind
     */
    private record Said(DateCandidate date, int subject, boolean taken, boolean open, boolean announced) {

        boolean isDay() {
            return date.date().first().date().isPresent();
        }

        boolean contradicts(Said other) {
            return date.with(other.date).isEmpty();
        }
    }

    void taken(DateCandidate date, int subject, boolean open, boolean announced) {
        all.add(new Said(date, subject, true, open || date.sure(), announced));
    }

    void possible(DateCandidate date, int subject) {
        all.add(new Said(date, subject, false, true, false));
    }

    /**
     * Those that may be the entry's own.
     *
     * @param year that all of its group is in; 0 if it is not known: of what was in another year something else is told
     */
    List<DateCandidate> settled(int year) {
        List<Said> days = all.stream()
                .filter(said -> said.open && said.isDay())
                .filter(said -> year == 0 || said.date.date().first().year() == year)
                .toList();
        boolean another = all.stream().anyMatch(said -> said.date.sure() && said.taken && !said.announced);
        List<DateCandidate> settled = new ArrayList<>();
        for (Said said : all) {
            if (!said.taken || said.announced && another) {
                continue;
            }
            List<Said> rivals = said.isDay() && said.date.sure()
                    ? days.stream()
                            .filter(rival -> rival.contradicts(said) && !(rival.announced && another))
                            .toList()
                    : List.of();
            Optional<Said> nearer = rivals.stream()
                    .filter(rival -> rival.subject > said.subject)
                    .max(Comparator.comparingInt(Said::subject));
            nearer.ifPresent(rival -> settled.add(rival.date.doubtful().ranked(said.date.rank() - 1)));
            settled.add(rivals.isEmpty() ? said.date : said.date.doubtful());
        }
        return settled;
    }
}
