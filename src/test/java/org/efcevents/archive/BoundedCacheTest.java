package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.efcevents.content.ContentLanguages;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    private static final Instant NOW = Instant.parse("2014-06-10T12:00:00Z");
    private static final ContentLanguages ENGLISH = new ContentLanguages("en", "en");
    private static final ContentLanguages FRENCH = new ContentLanguages("fr", "en");

    private final AtomicInteger reads = new AtomicInteger();
    private final BoundedCache<String> kept = new BoundedCache<>(10, String::length);

    private String value(String id, ContentLanguages languages, Instant now, String state) {
        return kept.value(id, languages, now, state::equals, () -> {
            reads.incrementAndGet();
            return state;
        });
    }

    @Test
    void readsOnceWhatStaysAsItIs() {
        value("a", ENGLISH, NOW, "1");
        value("a", ENGLISH, NOW.plusSeconds(10), "1");

        assertThat(reads).hasValue(1);
    }

    @Test
    void readsAgainWhatHasChangedIsAnotherNodeOrAnotherLanguage() {
        value("a", ENGLISH, NOW, "1");

        assertThat(value("a", ENGLISH, NOW, "2")).isEqualTo("2");
        assertThat(value("a", ENGLISH, NOW, "1")).isEqualTo("1");
        assertThat(value("b", ENGLISH, NOW, "3")).isEqualTo("3");
        assertThat(value("a", FRENCH, NOW, "4")).isEqualTo("4");
        assertThat(reads).hasValue(5);
    }

    @Test
    void readsAgainAfterAWhileWhateverTheStateAndForgetsWhatNobodyAsksFor() {
        value("a", ENGLISH, NOW, "1");
        value("b", ENGLISH, NOW, "1");
        value("a", ENGLISH, NOW.plus(BoundedCache.LONGEST), "1");
        value("a", ENGLISH, NOW.minusSeconds(1), "1");

        assertThat(reads).hasValue(4);
        assertThat(kept.size()).isEqualTo(1);
    }

    @Test
    void keepsNoMoreThanItHasRoomFor() {
        value("a", ENGLISH, NOW, "123456");
        assertThat(value("b", ENGLISH, NOW, "654321")).isEqualTo("654321");
        assertThat(value("b", ENGLISH, NOW, "654321")).isEqualTo("654321");
        value("c", ENGLISH, NOW, "1234");
        value("a", ENGLISH, NOW, "123456");
        value("c", ENGLISH, NOW, "1234");

        assertThat(reads).hasValue(4);
        assertThat(kept.size()).isEqualTo(10);
        value("a", ENGLISH, NOW, "1");
        assertThat(kept.size()).isEqualTo(5);
    }

    @Test
    void doesNotKeepWhatIsNotCurrent() {
        for (int i = 0; i < 2; i++) {
            kept.value("a", ENGLISH, NOW, value -> false, () -> {
                reads.incrementAndGet();
                return "x";
            });
        }

        assertThat(reads).hasValue(2);
        assertThat(kept.size()).isZero();
    }

    @Test
    void givesEveryThreadTheStateThatItAskedFor() throws Exception {
        BoundedCache<String> shared = new BoundedCache<>(1000, String::length);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> right = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int seed = thread;
            right.add(threads.submit(() -> {
                boolean all = true;
                for (int i = 0; i < 5000; i++) {
                    String state = "state " + (i * 7 + seed) % 3;
                    all &= shared.value("id " + i % 5, ENGLISH, NOW.plusSeconds(i), state::equals, () -> state)
                            .equals(state);
                }
                return all;
            }));
        }
        for (Future<Boolean> one : right) {
            assertThat(one.get()).isTrue();
        }
        threads.shutdown();
        assertThat(shared.size()).isBetween(0L, 1000L);
    }
}
