package org.efcevents.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.junit.jupiter.api.Test;

/** Seminars in the way in which institutes list them: each a date, who speaks, and the title of the talk, which is that of the event. */
class SeminarsTest {

    @Test
    void readsSpeakersBeforeTitles() {
        List<ReadEvent> events = read(
                """
                <h1>Seminars 2014</h1>
                <p><strong>12 March 2014:</strong> Anna Berg (Tide Institute), <em>The sea and its tides</em></p>
                <p><strong>19 March 2014:</strong> Quirin Toll (University of Basel), <em>How rivers remember</em></p>
                <p><strong>2 April 2014:</strong> Halvard Ness and Tom Smith (Europol), <em>Money on the move</em></p>
                """);

        assertThat(events.stream().map(SeminarsTest::said))
                .containsExactly(
                        "The sea and its tides: Anna Berg @ Tide Institute",
                        "How rivers remember: Quirin Toll @ University of Basel",
                        "Money on the move: Halvard Ness @ , Tom Smith @ Europol");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.title().certainty()).isEqualTo(Certainty.DOUBTFUL);
            assertThat(event.body().html()).isEmpty();
        });
    }

    @Test
    void readsSpeakersBehindTitles() {
        List<ReadEvent> events = read(
                """
                <h1>Séminaires</h1><ul>
                <li>12 mars 2014 : Les marées du nord – Amaury Delcourt (Université de Gand)</li>
                <li>19 mars 2014 : Claire Fontaine (Ifremer) – Les algues et nous</li>
                <li>26 mars 2014 : Les ports d'hier – Paul Martin, CNRS. Entrée libre.</li></ul>
                """);

        assertThat(events.stream().map(SeminarsTest::said))
                .containsExactly(
                        "Les marées du nord: Amaury Delcourt @ Université de Gand",
                        "Les algues et nous: Claire Fontaine @ Ifremer",
                        "Les ports d'hier: Paul Martin @ CNRS");
        assertThat(events.get(2).body().html()).contains("Entrée libre.").doesNotContain("Martin");
    }

    private static List<ReadEvent> read(String html) {
        return new PageReader()
                .read(("<html><body>" + html + "</body></html>").getBytes(StandardCharsets.UTF_8))
                .events();
    }

    private static String said(ReadEvent event) {
        return event.title().value() + ": "
                + event.people().stream()
                        .map(person -> person.name().value() + " @ "
                                + person.organisation().map(Finding::value).orElse(""))
                        .collect(Collectors.joining(", "));
    }
}
