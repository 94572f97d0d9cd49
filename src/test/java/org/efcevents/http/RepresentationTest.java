package org.efcevents.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {

    private final Representation representation =
            new Representation("Réunion 😀", Instant.parse("2014-03-24T10:15:30.900Z"));
    private final String etag = representation.etag();

    @Test
    void theTagNamesTheBytesAndNothingElse() {
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        assertThat(new Representation("Réunion 😀", null).etag()).isEqualTo(etag);
        assertThat(new Representation("Reunion 😀", null).etag()).isNotEqualTo(etag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", " * ", "\"a,b\" , W/%s,\"c\""})
    void whoHasItIsNotSentItAgain(String header) {
        assertThat(representation.isKnown(header.formatted(etag))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"other\"", "W/\"other\"", "\"*\"", "nonsense"})
    void whoHasAnotherIsSentThis(String header) {
        assertThat(representation.isKnown(header)).isFalse();
        assertThat(representation.isKnown(null)).isFalse();
    }

    @Test
    void saysWhenItWasChangedAsHttpDoes() {
        assertThat(representation.lastModified()).isEqualTo("Mon, 24 Mar 2014 10:15:30 GMT");
        assertThat(new Representation("x", Instant.parse("2014-03-04T00:00:00Z")).lastModified())
                .isEqualTo("Tue, 04 Mar 2014 00:00:00 GMT");
        assertThat(new Representation("x", null).lastModified()).isNull();
    }
}
