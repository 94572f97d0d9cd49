package org.efccommand;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Says how far the work is: on a terminal in one line that is rewritten, else in lines, one at the beginning of each part of the work and one
 * for so many things, which a log can keep.
 */
public final class Progress {

    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int LINE_EACH = 1000;

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock = InstantSource.system();
    private long last;
    private String part = "";
    private int count;
    private int width;

    /** @param terminal whether somebody watches who sees a line rewritten */
    public Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A part of the work begins. */
    public void begin(String part) {
        clear();
        this.part = part;
        this.count = 0;
        if (!terminal) {
            out.println(part);
            out.flush();
        }
    }

    /** One thing more is done. */
    public void step() {
        count++;
        if (terminal && clock.millis() - last >= BETWEEN.toMillis()) {
            last = clock.millis();
            show(part + ": " + count);
        } else if (!terminal && count % LINE_EACH == 0) {
            out.println(part + ": " + count);
            out.flush();
        }
    }

    private void show(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }

    /** Takes the line away: something else is said now. */
    public void clear() {
        if (terminal && width > 0) {
            show("");
            out.print("\r");
            out.flush();
            width = 0;
        }
    }
}
