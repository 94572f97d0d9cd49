package org.efcevents.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {

    private final Representation representation = new Representation("Réunion 😀");
    private final String etag = representation.etag();

    @Test
    void theTagNamesTheBytesAndNothingElse() {
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        assertThat(new Representation("Réunion 😀").etag()).isEqualTo(etag);
        assertThat(new Representation("Reunion 😀").etag()).isNotEqualTo(etag);
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
}
