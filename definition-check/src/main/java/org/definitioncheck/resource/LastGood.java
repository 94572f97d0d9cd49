package org.definitioncheck.resource;

import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is made of files that may change at any time: made anew as soon as one has changed, and kept as it was for as long as that
 * fails.
 *
 * @param <T> what is made; best immutable
 */
public final class LastGood<T> {

    private final Resources resources;
    private final BiFunction<Resources, Resources, T> reading;
    private final Consumer<String> log;
    private volatile Made<T> last;

    /** @param wrong why nothing could be made of the files as they are; empty if all is well */
    private record Made<T>(Object fingerprint, Resources files, T made, String wrong) {}

    /**
     * Makes it for the first time.
     *
     * @param reading makes it of files that have been read, and these as they were when they were last in order or, the first
     *     time, are on the disk; throws what is wrong
     * @param log is told once what is wrong, and when it is mended
     * @throws RuntimeException what {@code reading} throws, or that files cannot be read
     */
    public LastGood(Resources resources, BiFunction<Resources, Resources, T> reading, Consumer<String> log) {
        this.resources = resources;
        this.reading = reading;
        this.log = log;
        this.last = made(resources.fingerprint(), resources);
    }

    private Made<T> made(Object fingerprint, Resources before) {
        Resources files = resources.read(before);
        return new Made<>(fingerprint, files, reading.apply(files, before), "");
    }

    /** What was made of the files as they are now or, while that fails, as they last were in order. */
    public T current() {
        Object fingerprint = resources.fingerprint();
        Made<T> present = last;
        return (fingerprint.equals(present.fingerprint()) ? present : again(fingerprint)).made();
    }

    private synchronized Made<T> again(Object fingerprint) {
        // Another thread may have been here before.
        if (!fingerprint.equals(last.fingerprint())) {
            try {
                Made<T> next = made(fingerprint, last.files());
                if (!last.wrong().isEmpty()) {
                    log.accept("The files are in order again.");
                }
                last = next;
            } catch (RuntimeException | StackOverflowError e) {
                String wrong = String.valueOf(e.getMessage());
                if (!wrong.equals(last.wrong())) {
                    log.accept("All stays as it was before these files were broken:\n" + wrong);
                }
                last = new Made<>(fingerprint, last.files(), last.made(), wrong);
            }
        }
        return last;
    }
}
