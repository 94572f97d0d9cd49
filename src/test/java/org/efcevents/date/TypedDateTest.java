package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type is understood where it can mean one thing. */
class TypedDateTest {

    @ParameterizedTest
    @CsvSource({
        "09:30, 09:30",
        "9:30, 09:30",
        "9h30, 09:30",
        "09h30, 09:30",
        "9 h 30, 09:30",
        "9h, 09:00",
        "17 h, 17:00",
        "0:00, 00:00",
        "23:59, 23:59"
    })
    void aTime(String typed, LocalTime meant) {
        assertThat(TypedDate.time(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "930", "9.30", "24:00", "9h60", "9:3", "half past nine", "25h", "9:30 pm", "h30"})
    void whatIsNoTimeOrCouldBeAnother(String typed) {
        assertThat(TypedDate.time(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "June 2027, 2027-06",
        "juin 2027, 2027-06",
        "JUIN 2027, 2027-06",
        "jun 2027, 2027-06",
        "06/2027, 2027-06",
        "6/2027, 2027-06",
        "06.2027, 2027-06",
        "Sept. 2027, 2027-09",
        "août 2027, 2027-08",
        "aout 2027, 2027-08",
        "déc. 2027, 2027-12",
        "mar 2027, 2027-03",
        "juil. 2027, 2027-07",
        "February  2027, 2027-02",
        "24 June, XXXX-06-24",
        "1er juin, XXXX-06-01",
        "29 fév., XXXX-02-29"
    })
    void aMonthOrADayWithoutItsYear(String typed, String meant) {
        assertThat(TypedDate.edtf(typed)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jui 2027",
                "ma 2027",
                "13/2027",
                "0/2027",
                "2027",
                "2027-06",
                "2015/2016",
                "XXXX-06-24",
                "June 27",
                "06/27",
                "05/06",
                "Juneau 2027",
                "2027~",
                "in the summer of 2027",
                "sometime 2027"
            })
    void whatIsNoneOfTheseOrCouldBeAnotherStaysAsItIs(String typed) {
        assertThat(TypedDate.edtf(typed)).isEqualTo(typed);
    }

    @Test
    void whatIsTypedIsTheDateOfTheEvent() {
        EventDate month = EventDate.of(new StoredDate("month", null, null, null, null, null, "June 2027", false));
        assertThat(month.edtf()).contains("2027-06");
        assertThat(month.problems()).isEmpty();

        EventDate timed = EventDate.of(
                new StoredDate("time", "2027-06-01", null, "9h30", "17 h", "Europe/Brussels", null, false));
        assertThat(timed.edtf()).contains("2027-06-01T09:30:00+02:00/2027-06-01T17:00:00+02:00");
        assertThat(timed.problems()).isEmpty();

        EventDate impossible =
                EventDate.of(new StoredDate("day-and-month", null, null, null, null, null, "31 June", false));
        assertThat(impossible.edtf()).isEmpty();
        assertThat(impossible.problems()).extracting(EventDate.Problem::text).containsExactly("31 June");
    }
}
