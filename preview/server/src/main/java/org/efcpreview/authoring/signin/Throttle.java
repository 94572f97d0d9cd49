package org.efcpreview.authoring.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes guessing passwords slow. After {@value #FREE} failures in a row, of a name or from an address, the next attempt is
 * refused for a second, then for two, four and so on, up to {@link #LONGEST}. Refused attempts do not count, and failures are
 * forgotten after {@link #MEMORY}, so nobody is shut out for good. From where somebody has signed in before, the failures
 * of others with that name do not count either: guessing at a name does not keep its owner out.
 */
final class Throttle {
    static final int FREE = 5;
    static final Duration LONGEST = Duration.ofMinutes(1);
    static final Duration MEMORY = Duration.ofMinutes(15);

    /** More names and addresses than an office has; whoever makes up more only makes the oldest forgotten. */
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private record Failures(int count, Instant last) {
        Instant until() {
            int over = count - FREE;
            return over < 0 ? last : last.plusSeconds(Math.min(LONGEST.toSeconds(), 1L << Math.min(over, 30)));
        }
    }

    Throttle(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks for an attempt. One that is granted counts as a failure until {@link #succeeded} says otherwise, so that many at
     * once are no way around.
     *
     * @return how long to wait; zero if the attempt is granted
     */
    synchronized Duration attempt(String name, String address) {
        Instant now = clock.instant();
        forget(now);
        boolean owner = known.contains(name + " " + address);
        List<String> keys = owner ? List.of("address " + address) : List.of("address " + address, "name " + name);
        Instant until = keys.stream()
                .map(key -> failures.getOrDefault(key, new Failures(0, now)).until())
                .max(Comparator.naturalOrder())
                .orElse(now);
        if (until.isAfter(now)) {
            return Duration.between(now, until);
        }
        keys.forEach(key ->
                failures.merge(key, new Failures(1, now), (before, one) -> new Failures(before.count() + 1, now)));
        return Duration.ZERO;
    }

    /** The last attempt of this name from this address was right. */
    synchronized void succeeded(String name, String address) {
        failures.remove("name " + name);
        // One failure less, not none: whoever has a password of their own must not clear the way to guess at others'.
        failures.computeIfPresent(
                "address " + address,
                (key, one) -> one.count() <= 1 ? null : new Failures(one.count() - 1, one.last()));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.add(name + " " + address);
    }

    private void forget(Instant now) {
        failures.values().removeIf(one -> one.last().plus(MEMORY).isBefore(now));
        while (failures.size() >= MOST) {
            failures.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparing(Failures::last)))
                    .ifPresent(oldest -> failures.remove(oldest.getKey()));
        }
    }
}
