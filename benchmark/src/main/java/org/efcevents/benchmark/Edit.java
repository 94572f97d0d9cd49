package org.efcevents.benchmark;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.benchmark.Results.Measured;
import org.efcpreview.web.PreviewServer;
import org.jsoup.Connection;

/** What an officer does in the authoring UI. */
enum Edit {
    /** The form of an event is sent and has been saved. */
    SAVE("An event saved in the authoring UI", 1) {
        @Override
        Step prepare(Officer officer, Visitor visitor, String word) throws IOException {
            Connection form = officer.edit(SLUG, word);
            return () -> officer.send(form);
        }
    },
    /** What was saved is published, and a visitor has its page. */
    PUBLISH("The same published, and its page read by a visitor", 1) {
        @Override
        Step prepare(Officer officer, Visitor visitor, String word) throws IOException {
            officer.send(officer.edit(SLUG, word));
            return () -> {
                officer.publish(SLUG);
                if (!visitor.text("/events/" + SLUG + ".html").contains(word)) {
                    throw new IOException("The page does not say " + word);
                }
            };
        }
    },
    /** A file of events is sent and all of them have been saved; the last, because they stay. */
    IMPORT("Import, for each of 100 events", 100) {
        @Override
        Step prepare(Officer officer, Visitor visitor, String word) {
            String file = IntStream.range(0, items)
                    .mapToObj(i -> EVENT.formatted(word.toLowerCase(Locale.ROOT) + "-" + i, i))
                    .collect(Collectors.joining());
            return () -> officer.importFile(file);
        }
    };
    private static final int WARM_UP = 10, ROUNDS = 30;
    private static final String SLUG = ArchiveWriter.LARGE_EVENT;
    private static final String EVENT =
            """
            %1$s:
              jcr:primaryType: efc:event
              title: 'Imported event number %2$d'
              kind: conference
              precision: day
              start: '2014-03-24'
              city: Brussels
              country: BE
              teaser: 'What is imported is an event as others are.'
              description: '<p>It has a text of one paragraph, in which there are some more words.</p>'
              participations:
                participations0: {'jcr:primaryType': 'efc:participation', part: chair, talkTitle: 'How to begin'}
                participations1: {'jcr:primaryType': 'efc:participation', part: closing, talkTitle: 'How to end'}
            """;

    private final String label;
    final int items;

    Edit(String label, int items) {
        this.label = label;
        this.items = items;
    }

    /** Something that takes time. */
    interface Step {
        void run() throws IOException;
    }

    /** What a reader of the results is told. */
    String label() {
        return label;
    }

    /**
     * Does what is not measured.
     *
     * @param word is in none of the texts so far
     * @return what is measured
     */
    abstract Step prepare(Officer officer, Visitor visitor, String word) throws IOException;

    /** Does it some times, and says what one item took. */
    Measured measure(PreviewServer server) throws IOException {
        Officer officer = new Officer(server.authorAddress());
        Visitor visitor = new Visitor(server.address());
        int rounds = items == 1 ? ROUNDS : ROUNDS / 5;
        double[] times = new double[rounds];
        for (int round = -WARM_UP * rounds / ROUNDS; round < rounds; round++) {
            Step step = prepare(officer, visitor, name() + "-" + (round + WARM_UP));
            long start = System.nanoTime();
            step.run();
            if (round >= 0) {
                times[round] = (System.nanoTime() - start) / 1e6 / items;
            }
        }
        return Measured.of(times);
    }
}
