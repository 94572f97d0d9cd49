package org.efcevents.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.address.PageKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {

    @ParameterizedTest
    @CsvSource({
        "ARCHIVE, html ics atom jsonfeed json csv",
        "EVENT, html ics json",
        "SPEAKERS, html json",
        "SPEAKER, html ics atom jsonfeed json csv",
        "WORK_PACKAGES, html json",
        "WORK_PACKAGE, html ics atom jsonfeed json csv",
        "PAGE, html"
    })
    void eachPageHasItsEndingsAndNoOthers(PageKind page, String endings) {
        assertThat(Channel.of(page)).extracting(Channel::ending).containsExactlyInAnyOrder(endings.split(" "));
        assertThat(Channel.of("foo", page)).isEmpty();
    }

    /** Virtual URIs are configuration: they take every ending, and which of them there is, the list of channels says. */
    @ParameterizedTest
    @CsvSource({"event, EVENT", "speaker, SPEAKER", "workPackage, WORK_PACKAGE"})
    void theAddressesOfSinglePagesTakeEveryEnding(String mapping, PageKind page) throws IOException {
        String yaml =
                Files.readString(Path.of("src/main/resources/efc-events/virtualUriMappings/" + mapping + ".yaml"));
        Matcher fromUri = Pattern.compile("fromUri: '(.*)'").matcher(yaml);
        assertThat(fromUri.find()).isTrue();

        for (Channel channel : Channel.values()) {
            assertThat(page.path("some-slug") + "." + channel.ending()).matches(fromUri.group(1));
        }
    }
}
