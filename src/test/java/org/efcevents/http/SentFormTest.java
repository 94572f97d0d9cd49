package org.efcevents.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form is taken from this site's own pages alone. */
class SentFormTest {

    @ParameterizedTest
    @CsvSource({
        "t, t, https://cms.example.org, same-origin, true",
        "t, t, https://cms.example.org, '', true",
        "t, t, http://cms.example.org, '', true",
        "t, t, https://proxy.example.org, '', true",
        "t, t, '', '', true",
        "t, t, '', none, true",
        "'', '', '', same-origin, true",
        "'', '', https://cms.example.org, '', true",
        // Without the session's token.
        "t, '', https://cms.example.org, same-origin, false",
        "t, s, https://cms.example.org, same-origin, false",
        // From elsewhere, token or not.
        "t, t, https://evil.example.org, '', false",
        "t, t, 'null', '', false",
        "t, t, https://cms.example.org, cross-site, false",
        "t, t, https://cms.example.org, same-site, false",
        "'', '', https://evil.example.org, cross-site, false",
        // Nothing tells where it is from.
        "'', '', '', '', false",
        "'', '', '', none, false",
    })
    void itSaysWhereItIsFrom(String token, String sent, String origin, String site, boolean taken) {
        Map<String, String> fields = sent.isEmpty() ? Map.of() : Map.of("csrf", sent);
        SentForm form = new SentForm(
                fields, new byte[0], "", token, origin, site, List.of("cms.example.org", "proxy.example.org"));

        assertThat(form.isFromHere()).isEqualTo(taken);
    }

    private static String token(Instant made) {
        byte[] time = ByteBuffer.allocate(8).putLong(made.toEpochMilli()).array();
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "aGFzaA:" + encoder.encodeToString(time) + ":c2FsdA";
    }

    @Test
    void aTokenIsReplacedBeforeMagnoliaRefusesIt() {
        Instant now = Instant.parse("2026-03-04T09:00:00Z");

        assertThat(new SessionToken(token(now.minusSeconds(60))).isOld(now)).isFalse();
        assertThat(new SessionToken(token(now.minusSeconds(6 * 60))).isOld(now)).isTrue();
        assertThat(new SessionToken(token(now.minusSeconds(6 * 3600))).isOld(now))
                .isTrue();
        for (String another : List.of("", "d8a6b5", "a:b:c", "a:*:c")) {
            assertThat(new SessionToken(another).isOld(now)).as(another).isFalse();
        }
    }
}
