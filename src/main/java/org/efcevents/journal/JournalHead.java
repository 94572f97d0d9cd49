package org.efcevents.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a journal as a whole.
 *
 * @param instance what tells it from those of other instances: 16 hexadecimal digits
 * @param began when it began
 * @param last the number of the last change
 * @param baseline the last change of those with which it began, which are no changes but what there was
 * @param horizon the last change that may be forgotten
 * @param referred the last change of which it has been noted who shows it
 * @param epochs the runs of the instance in which tokens were given, the oldest first
 */
record JournalHead(
        String instance, Instant began, long last, long baseline, long horizon, long referred, List<Epoch> epochs) {

    /**
     * A run of the instance. A repository that is restored from a backup does not know of those that came after; so a token of
     * such a run is not mistaken for one of what has happened since.
     *
     * @param id 16 hexadecimal digits
     * @param first the last change before it
     * @param began when the first token was given
     */
    record Epoch(String id, long first, Instant began) {}

    /** Makes a defensive copy of the list. */
    JournalHead {
        epochs = List.copyOf(epochs);
    }

    static JournalHead begin(Instant now, String instance) {
        return new JournalHead(instance, now, 0, 0, 0, 0, List.of());
    }

    JournalHead withNextChange() {
        return new JournalHead(instance, began, last + 1, baseline, horizon, referred, epochs);
    }

    JournalHead asBaseline() {
        return new JournalHead(instance, began, last, last, horizon, last, epochs);
    }

    JournalHead withHorizon(long forgotten) {
        return new JournalHead(instance, began, last, baseline, forgotten, referred, epochs);
    }

    JournalHead withReferrersNoted() {
        if (referred == last) {
            return this;
        }
        return new JournalHead(instance, began, last, baseline, horizon, last, epochs);
    }

    /** The identifier of the present run. */
    String epoch() {
        return epochs.get(epochs.size() - 1).id();
    }

    /** The same if this run has begun already: a node of a cluster then goes on in the one that another began after it. */
    JournalHead withEpoch(String id, Instant now) {
        if (epochs.stream().anyMatch(epoch -> epoch.id().equals(id))) {
            return this;
        }
        List<Epoch> more = new ArrayList<>();
        for (Epoch epoch : epochs) {
            if (epoch.began().isAfter(now.minus(Journal.REACH))) {
                more.add(epoch);
            }
        }
        more.add(new Epoch(id, last, now));
        return new JournalHead(instance, began, last, baseline, horizon, referred, more);
    }

    /** Whether a token can have been given: in a run that is known, before the next one began. */
    boolean gave(SyncToken token) {
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).id().equals(token.epoch())) {
                long end = i + 1 < epochs.size() ? epochs.get(i + 1).first() : last;
                return token.change() <= end && token.from() <= end;
            }
        }
        return false;
    }
}
