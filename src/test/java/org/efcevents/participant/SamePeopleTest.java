package org.efcevents.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.efcevents.pagetext.EntryOfLines;
import org.efcevents.participant.SamePeople.Pair;
import org.efcevents.participant.SamePeople.Person;
import org.efcevents.participant.SamePeople.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamePeopleTest {

    @Test
    void putsPeopleOfOneNameTogether() {
        SamePeople same = of("Cecilia Malmstrom", "Anna Berg", "Cecilia Malmström");

        assertThat(same.people())
                .containsExactly(
                        new Person("Cecilia Malmström", List.of(new Place(0, 0), new Place(2, 0))),
                        new Person("Anna Berg", List.of(new Place(1, 0))));
        assertThat(same.mayBeOne()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Cecilia Malmström, Cecilia Malmstrm",
        "Maria Åsenius, Maria senius",
        "Catherine J. Cummings, Catherine Cummings",
        "Anna Berg, Berg Anna",
        "Olivier Burgersdijk, Olivier Burgersdyjk",
    })
    void asksWhetherSimilarOnesAreOne(String one, String other) {
        assertThat(of(one, other).mayBeOne()).containsExactly(new Pair(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"Anna Berg, Tom Berg", "Delphine Moralis, Daniela Buruian", "Jan Ek, Jon Ek"})
    void tellsOthersApart(String one, String other) {
        assertThat(of(one, other).mayBeOne()).isEmpty();
    }

    private static SamePeople of(String... names) {
        People people = new People();
        return SamePeople.of(Arrays.stream(names)
                .map(name -> people.of(EntryOfLines.entry("Speakers: " + name + " (Europol)")))
                .toList());
    }
}
