package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventStatus;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whenever clocks were or will be put forward or back, a time that they skip or show twice is the same moment wherever it is
 * told: in words, in {@code <time>}, in EDTF and so JSON, in JSON-LD, which has {@link EventDate#begins}, and in calendars.
 */
class ClockChangesTest {

    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2040-12-31T00:00:00Z");
    private static final ZoneId ELSEWHERE = ZoneId.of("Asia/Kathmandu");

    /** Every change of clocks that the JDK knows of, once: many zones change theirs together, and by as much. */
    static Stream<Arguments> zones() {
        Set<ZoneOffsetTransition> told = new HashSet<>();
        List<Arguments> zones = new ArrayList<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            List<ZoneOffsetTransition> changes =
                    changes(zone).stream().filter(told::add).toList();
            if (!changes.isEmpty()) {
                zones.add(Arguments.of(zone, Named.of(changes.size() + " changes", changes)));
            }
        }
        return zones.stream();
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    /** The first, the middle and the last minute that is skipped, or that is there twice. */
    private static Stream<LocalDateTime> minutes(ZoneOffsetTransition change) {
        LocalDateTime first = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalDateTime end = change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        return Stream.of(first, first.plusSeconds(change.getDuration().abs().toSeconds() / 2), end.minusMinutes(1))
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void aTimeIsOneMomentEverywhere(ZoneId zone, List<ZoneOffsetTransition> changes) {
        for (ZoneOffsetTransition change : changes) {
            minutes(change).forEach(time -> {
                // RFC 5545, 3.3.5: as if clocks had not been changed yet.
                OffsetDateTime moment = time.atOffset(change.getOffsetBefore());
                String meant = zone + " " + time;

                EventDate date = stored(zone, time, time.plusHours(2));

                assertThat(date.problems().stream()
                                .anyMatch(problem -> problem.type() == EventDate.Problem.Type.SKIPPED))
                        .as(meant)
                        .isEqualTo(change.isGap());
                assertSame(meant, date, zone, moment);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void anEndIsOneMomentEverywhereAndAfterTheBeginning(ZoneId zone, List<ZoneOffsetTransition> changes) {
        for (ZoneOffsetTransition change : changes) {
            minutes(change).forEach(time -> {
                LocalDateTime begin = time.minusMinutes(90);
                OffsetDateTime end = time.atOffset(change.getOffsetBefore());

                EventDate date = stored(zone, begin, time);

                assertSameEnd(zone + " " + time, date, end);
            });
        }
    }

    private static EventDate stored(ZoneId zone, LocalDateTime begin, LocalDateTime end) {
        return EventDate.of(new StoredDate(
                "time",
                begin.toLocalDate().toString(),
                end.toLocalDate().toString(),
                begin.toLocalTime().toString(),
                end.toLocalTime().toString(),
                zone.getId(),
                null,
                false));
    }

    private static void assertSame(String meant, EventDate date, ZoneId zone, OffsetDateTime moment) {
        OffsetDateTime begins = date.begins(ELSEWHERE).orElseThrow();
        assertThat(begins.toInstant()).as(meant).isEqualTo(moment.toInstant());
        assertThat(zone.getRules().getValidOffsets(begins.toLocalDateTime()))
                .as("%s: a clock showed it", meant)
                .contains(begins.getOffset());

        EventDate.DatePart part = date.parts(Locale.ENGLISH).get(0);
        assertThat(OffsetDateTime.parse(part.datetime())).as(meant).isEqualTo(begins);
        assertThat(part.text()).as(meant).endsWith(", " + begins.toLocalTime());
        assertThat(OffsetDateTime.parse(date.edtf().orElseThrow().split("/")[0]))
                .as(meant)
                .isEqualTo(begins);
        assertThat(date.earliest()).as(meant).contains(begins.toLocalDate());
        assertThat(date.phase(moment.toInstant().minusMillis(1), ELSEWHERE))
                .as(meant)
                .isEqualTo(Phase.UPCOMING);
        assertThat(date.phase(moment.toInstant(), ELSEWHERE)).as(meant).isEqualTo(Phase.ONGOING);
        assertThat(calendar(date)).as(meant).contains("DTSTART:" + basic(moment) + "\r\n");
    }

    private static void assertSameEnd(String meant, EventDate date, OffsetDateTime end) {
        OffsetDateTime ends = date.ends(ELSEWHERE).orElse(null);
        String calendar = calendar(date);
        if (!end.toInstant().isAfter(date.begins(ELSEWHERE).orElseThrow().toInstant())) {
            // Clocks were put forward by more than lies between the two.
            assertThat(ends).as(meant).isNull();
            assertThat(calendar).as(meant).doesNotContain("DTEND:");
            return;
        }
        assertThat(ends.toInstant()).as(meant).isEqualTo(end.toInstant());
        List<String> times = date.parts(Locale.ENGLISH).stream()
                .filter(EventDate.DatePart::isTime)
                .map(EventDate.DatePart::datetime)
                .toList();
        assertThat(OffsetDateTime.parse(times.get(1))).as(meant).isEqualTo(ends);
        assertThat(OffsetDateTime.parse(date.edtf().orElseThrow().split("/")[1]))
                .as(meant)
                .isEqualTo(ends);
        assertThat(date.phase(end.toInstant(), ELSEWHERE)).as(meant).isEqualTo(Phase.PAST);
        assertThat(calendar).as(meant).contains("DTEND:" + basic(end) + "\r\n");
    }

    private static String calendar(EventDate date) {
        return new EventCalendar(
                        null,
                        List.of(new CalendarEntry(
                                "id",
                                null,
                                FIRST,
                                date,
                                ELSEWHERE,
                                "en",
                                "t",
                                null,
                                null,
                                null,
                                "https://www.example.org/",
                                null,
                                OpenEnum.of(EventStatus.SCHEDULED),
                                List.of(),
                                List.of())))
                .text();
    }

    private static String basic(OffsetDateTime moment) {
        return moment.withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant()
                .toString()
                .replaceAll("[-:]", "");
    }
}
