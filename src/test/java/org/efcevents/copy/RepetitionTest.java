package org.efcevents.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.efcevents.copy.Repetition.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days at regular intervals, as a calendar on the wall has them. */
class RepetitionTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKDAY, 1, TUESDAY, 1, 2027-01-01, 2027-04-30, 2027-01-05 2027-02-02 2027-03-02 2027-04-06",
        "WEEKDAY, 0, FRIDAY, 1, 2027-01-01, 2027-03-31, 2027-01-29 2027-02-26 2027-03-26",
        "WEEKDAY, 4, MONDAY, 3, 2027-01-01, 2027-12-31, 2027-01-25 2027-04-26 2027-07-26 2027-10-25",
        // The first and the last day count, and no day before or after.
        "WEEKDAY, 1, TUESDAY, 1, 2027-01-05, 2027-02-02, 2027-01-05 2027-02-02",
        "WEEKDAY, 1, TUESDAY, 1, 2027-01-06, 2027-02-01, ''",
        "DAY, 15, MONDAY, 1, 2027-01-01, 2027-03-31, 2027-01-15 2027-02-15 2027-03-15",
        // Not every month has a 31st, and not every February a 29th.
        "DAY, 31, MONDAY, 1, 2027-01-01, 2027-05-31, 2027-01-31 2027-03-31 2027-05-31",
        "DAY, 29, MONDAY, 12, 2026-02-01, 2028-12-31, 2028-02-29",
        // Across both changes of the clocks.
        "WEEK, 1, SUNDAY, 1, 2027-03-15, 2027-04-04, 2027-03-21 2027-03-28 2027-04-04",
        "WEEK, 1, THURSDAY, 2, 2027-10-20, 2027-11-20, 2027-10-21 2027-11-04 2027-11-18",
    })
    void days(Rule rule, int number, DayOfWeek weekday, int every, LocalDate from, LocalDate until, String days) {
        assertThat(new Repetition(rule, number, weekday, every, from, until)
                        .days(100).stream().map(LocalDate::toString).collect(Collectors.joining(" ")))
                .isEqualTo(days);
    }

    @Test
    void noMoreThanAskedFor() {
        LocalDate from = LocalDate.parse("1900-01-01");
        LocalDate until = LocalDate.parse("2099-12-31");

        for (Rule rule : Rule.values()) {
            assertThat(new Repetition(rule, 1, DayOfWeek.MONDAY, 1, from, until).days(201))
                    .hasSize(201);
        }
    }
}
