package org.efcevents.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void tellsThePhaseAndHowLongItLastsToTheMillisecond() {
        Timing timing = Timing.of(EventDate.parseEdtf("2014-03-24/2014-03-26"), BRUSSELS);
        long begins = Instant.parse("2014-03-23T23:00:00Z").toEpochMilli();
        long ended = Instant.parse("2014-03-26T23:00:00Z").toEpochMilli();

        assertThat(timing.phase(begins - 1)).isEqualTo(Phase.UPCOMING);
        assertThat(timing.untilNextPhase(begins - 1)).isEqualTo(1);
        assertThat(timing.phase(begins)).isEqualTo(Phase.ONGOING);
        assertThat(timing.untilNextPhase(begins)).isEqualTo(ended - begins);
        assertThat(timing.phase(ended)).isEqualTo(Phase.PAST);
        assertThat(timing.untilNextPhase(ended)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatHasNoYearStaysUndated() {
        Timing timing = Timing.of(EventDate.parseEdtf("XXXX-06-24"), BRUSSELS);

        assertThat(timing.phase(0)).isEqualTo(Phase.UNDATED);
        assertThat(timing.untilNextPhase(0)).isEqualTo(Long.MAX_VALUE);
    }
}
