package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.efcevents.walk.WalkedAddress;
import org.efcevents.walk.WalkedContent;
import org.efcevents.walk.WalkedWords;
import org.junit.jupiter.api.DynamicTest;

/** A Magnolia with {@link WalkedContent}, whose every channel is asked as it is in a preview: by the table {@code who-reads-what.txt}. */
final class Walk {

    private final Magnolia magnolia;

    Walk(Magnolia magnolia) {
        this.magnolia = magnolia;
    }

    /** Makes the content, beside what is there. */
    void fill() {
        magnolia.inside()
                .in(
                        List.of("dam", "efc-events", "website"),
                        sessions -> WalkedContent.make(sessions.get(0), sessions.get(1), sessions.get(2)));
    }

    /**
     * Asks for each address of the table.
     *
     * @param letter who that is in the table
     * @param user who signs in; null for a visitor
     */
    Stream<DynamicTest> as(String letter, String user) {
        return WalkedAddress.all()
                .map(line -> DynamicTest.dynamicTest(letter + " " + line.address(), () -> ask(line, letter, user)));
    }

    private void ask(WalkedAddress line, String letter, String user) {
        String address = line.address().replace("${site}", magnolia.base() + "/");
        HttpResponse<String> answer = user == null ? magnolia.get(null, address) : magnolia.open(user, address);
        String text = WalkedWords.unfolded(answer.body());
        Set<String> found = new LinkedHashSet<>(List.of(Integer.toString(answer.statusCode())));
        found.addAll(WalkedWords.in(text, address));
        Set<String> expected = new LinkedHashSet<>(List.of(Integer.toString(line.status(letter))));
        expected.addAll(line.found(letter));
        assertThat(found).as(address).isEqualTo(expected);
        if (user == null) {
            // A page repeats what was looked for.
            assertThat(text.replaceAll("\\bzebra\\b", "")).doesNotContainIgnoringCase("zebra");
        } else if (answer.statusCode() == 200 && !address.startsWith("/.rest")) {
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).startsWith("private, no-");
        }
    }
}
