package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventDateOrderTest {

    private static final List<String> UNDATED = List.of("XXXX-02-29", "XXXX-06-24", "XXXX-12-01", "");

    @Test
    void newestFirst() {
        assertOrder(
                EventDate.NEWEST_FIRST,
                List.of(
                        "2016",
                        "2015-12-24",
                        "2015-12",
                        "2015-03-31/2015-04-02",
                        "2015-03-24T14:00:00",
                        "2015-03-24T09:30:00",
                        "2015-03-24/2015-03-26",
                        "2015-03-24",
                        "2015-03-01",
                        "2015-03",
                        "2015-02-28/2015-03-03",
                        "2015-01-01",
                        "2015-01/2015-03",
                        "2015-01",
                        "2015~",
                        "2014-12-31/2015-01-02",
                        "2014-12-31",
                        "2014-12",
                        "2014"));
    }

    @Test
    void soonestFirst() {
        assertOrder(
                EventDate.SOONEST_FIRST,
                List.of(
                        "2014-12-31",
                        "2014-12-31/2015-01-02",
                        "2014-12",
                        "2014",
                        "2015-01-01",
                        "2015-01",
                        "2015-02-28/2015-03-03",
                        "2015-03-01",
                        "2015-03-24T09:30:00",
                        "2015-03-24T14:00:00",
                        "2015-03-24",
                        "2015-03-24/2015-03-26",
                        "2015-03-31/2015-04-02",
                        "2015-01/2015-03",
                        "2015-03",
                        "2015-12-24",
                        "2015-12",
                        "2015~",
                        "2016"));
    }

    @Test
    void yearsStayTogetherInBothOrders() {
        List<EventDate> dates = new ArrayList<>();
        for (String edtf : List.of("2014", "2013-12-31/2014-01-02", "2014-01-01", "2013", "2013-12", "2014-01-03")) {
            dates.add(EventDate.parseEdtf(edtf));
        }
        dates.sort(EventDate.NEWEST_FIRST);
        assertThat(dates)
                .extracting(EventDate::yearText)
                .containsExactly("2014", "2014", "2014", "2013", "2013", "2013");
        dates.sort(EventDate.SOONEST_FIRST);
        assertThat(dates)
                .extracting(EventDate::yearText)
                .containsExactly("2013", "2013", "2013", "2014", "2014", "2014");
    }

    @Test
    void theSameDateLeavesTheOrderToTheCaller() {
        EventDate one = EventDate.parseEdtf("2015-03-24");
        EventDate other = EventDate.parseEdtf("2015-03-24~");
        assertThat(EventDate.NEWEST_FIRST.compare(one, other)).isZero();
        assertThat(EventDate.SOONEST_FIRST.compare(one, other)).isZero();
        assertThat(EventDate.SOONEST_FIRST.compare(EventDate.parseEdtf(""), EventDate.parseEdtf("")))
                .isZero();
    }

    private static void assertOrder(Comparator<EventDate> order, List<String> dated) {
        List<String> expected = new ArrayList<>(dated);
        expected.addAll(UNDATED);
        List<EventDate> dates =
                new ArrayList<>(expected.stream().map(EventDate::parseEdtf).toList());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(dates, new Random(seed));
            dates.sort(order);
            assertThat(dates).extracting(EventDate::edtfText).containsExactlyElementsOf(expected);
        }
    }
}
