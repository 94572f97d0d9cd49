package org.efcevents.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.imports.FieldChange.Becoming;
import org.efcevents.imports.KnownEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.source.AccountedPart.Use;

/**
 * A part of the events of a source, which can be shown alone. Each event is in one of {@link #NEW}, {@link #CHANGED}, {@link #PERHAPS} and {@link
 * #THERE}; the others may have any of them.
 */
public enum ReviewFilter {
    /** What the archive does not have. */
    NEW,
    /** What it has, and would be changed. */
    CHANGED,
    /** What it may have. */
    PERHAPS,
    /** What it has, with nothing to change. */
    THERE,
    /** Of which something is not sure, or not right. */
    UNSURE,
    /** Of which some words are in no field. */
    UNREAD,
    /** In which somebody has edited what the source states otherwise. */
    EDITED,
    /** Of which the source has lost letters. */
    LOST;

    /** The parameter and field that have its key. */
    static final String ONLY = "only";

    /**
     * How many events it has.
     *
     * @param key the end of the key of its name
     * @param count of its events
     * @param chosen whether they alone are shown
     */
    public record Count(String key, int count, boolean chosen) {}

    /** The end of the key of its name, and its name in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is asked for; empty if all events are to be shown. */
    static Optional<ReviewFilter> asked(DeskRequest request) {
        String key = request.asked(ONLY).orElseGet(() -> request.typed(ONLY));
        return Stream.of(values()).filter(filter -> filter.key().equals(key)).findFirst();
    }

    /** Those of a source that have any events, and the one that is asked for. */
    static List<Count> counts(Proposals proposals, Optional<ReviewFilter> asked) {
        return Stream.of(values())
                .map(filter -> new Count(
                        filter.key(),
                        filter.of(proposals).size(),
                        asked.filter(filter::equals).isPresent()))
                .filter(count -> count.count() > 0 || count.chosen())
                .toList();
    }

    /** The events of a source that it has, in their order. */
    List<Proposal> of(Proposals proposals) {
        if (this != UNREAD) {
            return proposals.all().stream().filter(this::has).toList();
        }
        Set<Integer> unread = proposals.source().account().stream()
                .filter(part -> part.use() == Use.UNREAD)
                .map(part -> part.event())
                .collect(Collectors.toSet());
        return proposals.all().stream()
                .filter(proposal -> unread.contains(proposal.position()))
                .toList();
    }

    private boolean has(Proposal proposal) {
        return switch (this) {
            case UNSURE -> proposal.isUnsure();
            case EDITED -> hasChange(proposal, Becoming.EDITED);
            case LOST -> hasChange(proposal, Becoming.LOST);
            default -> this == stateOf(proposal);
        };
    }

    private static boolean hasChange(Proposal proposal, Becoming becoming) {
        return proposal.known().stream()
                .flatMap(known -> known.changes().stream())
                .anyMatch(change -> change.becoming() == becoming);
    }

    /** Which of the first four an event is in. */
    static ReviewFilter stateOf(Proposal proposal) {
        return proposal.known()
                .map(known -> known.isChanged() ? CHANGED : known.how() == KnownEvent.How.PERHAPS ? PERHAPS : THERE)
                .orElse(NEW);
    }
}
