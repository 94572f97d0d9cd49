package org.efcevents.datephrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.junit.jupiter.api.Test;

/** Of the coalition's page each entry has the date that it says of itself, and no other's. */
class OwnDatesOfPastEventsTest {

    private static final List<String> ENTRIES = List.of(
            "The Second EFC Awareness Raising Event: | XXXX-06-24",
            "ICT Coalition Forum",
            "WP5 Conference Call",
            "WP4 Conference Call",
            "VGT Conference in Amsterdam",
            "WP3 Conference Call",
            "WP5 Meeting",
            "WP4 Meeting in the Hague",
            "WP1 Meeting",
            "EFC meets the EU networks | 2014-06-17",
            "4th Meeting WP 1 | XXXX-06-04",
            "First EFC Training Session March 2014 | 2014-03-24/2014-03-26",
            "3rd Meeting WP 1 | 2014-01-29",
            "4th EFC Steering Group Meeting | 2014-01-14",
            "EFC WP 4 Meeting | 2013-12-17",
            "The First EFC Awareness Raising Event | 2013-10-15",
            "EFC WP5 Meeting | 2013-06-13",
            "The EFC Meets the EU Networks | 2013-06-12",
            "EFC WP4 Meeting | 2013-06-06",
            "EFC WP5 Meeting | 2013-04-29",
            "EFC WP3 meets the Private Sector | 2013-04-24",
            "Joint WP1-WP4 Meeting | 2013-04-04",
            "EFC Meeting WP 5 | 2013-03-21",
            "EFC Meeting WP 3 | 2013-03-19",
            "2nd EFC Steering Group Meeting | 2013-02-12",
            "1st Meeting Work Package 1 | 2013-02-05",
            "Launch of the European Financial Coalition",
            "EFC WP5 Meeting | 2014-07-03",
            "The next EFC meeting: | XXXX-01-27");

    @Test
    void eachHasItsOwn() throws IOException {
        String text = page();
        List<Entry> entries = entries(text);
        assertThat(entries).hasSize(ENTRIES.size());
        OwnDates dates = new OwnDates(DatePhrases.of(text));
        List<String> read = entries.stream()
                .map(entry -> dates.of(entry)
                        .date()
                        .map(date -> date.value().edtf() + (date.certainty() == Certainty.STATED ? "" : " doubtful"))
                        .orElse(""))
                .toList();
        assertThat(read)
                .isEqualTo(ENTRIES.stream()
                        .map(entry -> entry.contains("|") ? entry.replaceFirst(".*\\| ", "") : "")
                        .toList());
    }

    private static String page() throws IOException {
        try (InputStream page =
                OwnDatesOfPastEventsTest.class.getResourceAsStream("/org/efcevents/migration/past-events.txt")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Entry> entries(String text) {
        List<Block> lines = new ArrayList<>();
        int from = 0;
        for (String line : text.split("\n", -1)) {
            int begin = from + line.length() - line.stripLeading().length();
            if (!line.isBlank()) {
                lines.add(new Block(
                        Block.Kind.PARAGRAPH,
                        0,
                        new Passage(begin, from + line.stripTrailing().length()),
                        0,
                        Set.of(),
                        List.of()));
            }
            from += line.length() + 1;
        }
        List<Entry> entries = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        int next = 0;
        for (Block line : lines) {
            String words = line.passage().in(text);
            if (next < ENTRIES.size() && words.startsWith(ENTRIES.get(next).replaceFirst(" \\|.*", ""))) {
                if (!blocks.isEmpty()) {
                    entries.add(new Entry(text, Optional.of(blocks.get(0).passage()), blocks, List.of()));
                }
                blocks = new ArrayList<>(List.of(line));
                next++;
            } else if (!blocks.isEmpty()) {
                blocks.add(line);
            }
        }
        entries.add(new Entry(text, Optional.of(blocks.get(0).passage()), blocks, List.of()));
        return entries;
    }
}
