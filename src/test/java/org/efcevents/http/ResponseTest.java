package org.efcevents.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResponseTest {

    private static final Representation TEXT = new Representation("text");

    @Test
    void aTextIsSentWithItsTypeAndItsTag() {
        Response response = Response.document(200, "text/plain;charset=UTF-8", TEXT, "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.parts()).containsExactly("text");
        assertThat(response.headers())
                .containsExactly(
                        new Header("Content-Type", "text/plain;charset=UTF-8"), new Header("ETag", TEXT.etag()));
    }

    @Test
    void whoHasTheTextIsSentNoneButItsTag() {
        Response response = Response.document(200, "text/plain;charset=UTF-8", TEXT, TEXT.etag());

        assertThat(response.status()).isEqualTo(304);
        assertThat(response.parts()).isEmpty();
        assertThat(response.headers()).contains(new Header("ETag", TEXT.etag()));
    }

    @Test
    void whatIsWrongIsSaidToWhoHasHeardItBefore() {
        assertThat(Response.document(404, "text/plain;charset=UTF-8", TEXT, "*").status())
                .isEqualTo(404);
    }
}
