package org.efcpreview.authoring.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.efcpreview.authoring.signin.Passwords.Outcome;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.SystemContent;
import org.efcpreview.repository.Users;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private static final String ELSEWHERE = "192.0.2.7";

    private Instant now = Instant.parse("2026-01-01T08:00:00Z");

    @Test
    void a_default_password_is_good_at_this_machine_only(@TempDir Path home) throws Exception {
        try (ContentRepository repository = ContentRepository.open(home)) {
            SystemContent.install(repository, SystemContent.Instance.AUTHOR);
            Users users = new Users(repository);
            Passwords passwords = new Passwords(users, () -> now);

            assertThat(passwords.check("superuser", "superuser", "127.0.0.1").outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(passwords.check("superuser", "superuser", ELSEWHERE).outcome())
                    .isEqualTo(Outcome.DEFAULT_FROM_AFAR);
            assertThat(users.withDefaultPassword()).containsExactly("superuser");

            users.setPassword("superuser", "another one");
            assertThat(passwords.check("superuser", "another one", ELSEWHERE).outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(passwords.check("superuser", "superuser", "127.0.0.1").outcome())
                    .isEqualTo(Outcome.WRONG);
            assertThat(users.withDefaultPassword()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.8.0.1, true",
        "::1, true",
        "[::1], true",
        "0:0:0:0:0:0:0:1, true",
        "192.0.2.7, false",
        "2001:db8::1, false",
        "localhost.example, false",
        "'', false"
    })
    void loopback_addresses_are_known(String address, boolean loopback) {
        assertThat(Passwords.isLoopback(address)).isEqualTo(loopback);
    }

    @Test
    void guessing_at_a_name_from_everywhere_does_not_keep_its_owner_out() {
        Throttle throttle = new Throttle(() -> now);
        assertThat(throttle.attempt("ann", "192.0.2.1")).isZero();
        throttle.succeeded("ann", "192.0.2.1");
        for (int i = 10; i < 60; i++) {
            throttle.attempt("ann", "192.0.2." + i);
        }
        assertThat(throttle.attempt("ann", "192.0.2.70")).as("a guesser").isPositive();
        assertThat(throttle.attempt("ann", "192.0.2.1")).as("the owner").isZero();
        assertThat(throttle.attempt("bob", "192.0.2.71")).as("somebody else").isZero();
    }

    @Test
    void an_address_is_slowed_down_whatever_names_it_tries() {
        Throttle throttle = new Throttle(() -> now);
        for (int i = 0; i < Throttle.FREE; i++) {
            assertThat(throttle.attempt("name" + i, ELSEWHERE)).isZero();
        }
        assertThat(throttle.attempt("other", ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.attempt("other", "192.0.2.8")).isZero();
    }

    @Test
    void the_wait_grows_to_a_minute_and_failures_are_forgotten() {
        Throttle throttle = new Throttle(() -> now);
        Duration wait = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            now = now.plus(wait);
            assertThat(throttle.attempt("ann", ELSEWHERE)).isZero();
            wait = throttle.attempt("ann", ELSEWHERE);
        }
        assertThat(wait).isEqualTo(Throttle.LONGEST);
        now = now.plus(Throttle.MEMORY).plusSeconds(1);
        for (int i = 0; i < Throttle.FREE; i++) {
            assertThat(throttle.attempt("ann", ELSEWHERE)).isZero();
        }
    }
}
