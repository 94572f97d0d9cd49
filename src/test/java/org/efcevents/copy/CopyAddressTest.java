package org.efcevents.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy has an address of its own, like that of the original. */
class CopyAddressTest {

    private static final Set<String> THERE = Set.of("conference-2014", "taken-2027", "full-2028", "full-2028-03-04");

    @ParameterizedTest
    @CsvSource({
        "conference-2014, 2027-03-24, true, conference-2027",
        "conference-2014, 2027-03-24, false, conference-2027-03-24",
        "wp5-meeting-2013-06-13, 2027-03-24, true, wp5-meeting-2027",
        "call, 2027-03-24, false, call-2027-03-24",
        "call-2, 2027-03-24, true, call-2-2027",
        "conference-2014, '', true, conference",
        "taken, 2027-03-24, true, taken-2027-03-24",
        "full, 2028-03-04, true, full-2028-03-04-2",
        "2014, 2027-03-24, true, 2014-2027",
        "A Meeting_with.Dots, 2027-03-24, true, a-meeting-with-dots-2027",
    })
    void addresses(String original, String day, boolean single, String address) {
        Optional<LocalDate> when = day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));

        String made = CopyAddress.of(original, when, single, name -> !THERE.contains(name));

        assertThat(made).isEqualTo(address);
        assertThat(CopyAddress.isAllowed(made)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "-a", "a-", "a--b", "é", "a/b"})
    void othersAreNone(String address) {
        assertThat(CopyAddress.isAllowed(address)).isFalse();
        assertThat(CopyAddress.isAllowed("a".repeat(121))).isFalse();
        assertThat(CopyAddress.isAllowed(CopyAddress.of(
                        "x".repeat(200), Optional.of(LocalDate.parse("2027-03-24")), false, name -> true)))
                .isTrue();
    }
}
