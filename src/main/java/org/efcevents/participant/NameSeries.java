package org.efcevents.participant;

import java.util.Optional;
import org.efcevents.participant.PeopleWords.Words;

/** Tells names that follow each other from a name with an organisation behind it: “A B, C D and E F” are three people. */
final class NameSeries {

    private final PeopleWords words;
    private final NameReader names;

    NameSeries(PeopleWords words, NameReader names) {
        this.words = words;
        this.names = names;
    }

    /** Whether names alone stand behind a comma up to an end, the last of them behind an “and”, or one of them surely a person's. */
    boolean begins(Tokens tokens, int comma, int end) {
        int names = 0;
        boolean likely = false;
        boolean last = false;
        int at = comma;
        while (isBetween(tokens, at, end) && !last) {
            int from = at + 1;
            last = isAnd(tokens, at);
            if (!last && isAnd(tokens, from)) {
                last = true;
                from++;
            }
            Optional<ReadName> name = name(tokens, from, end);
            if (name.isEmpty()) {
                return false;
            }
            likely |= name.get().likely();
            names++;
            at = name.get().end();
        }
        boolean ended = at >= end || tokens.is(at, ".") || tokens.is(at, ";");
        return ended && names > 1 && (last || likely);
    }

    /** Whether a description may as well be the name of another person. */
    boolean mayBeName(Tokens tokens, int from, int to) {
        return name(tokens, from, to).filter(name -> name.end() == to).isPresent()
                && to - from > 1
                && !words.begins(Words.WELL_KNOWN, tokens, from);
    }

    private Optional<ReadName> name(Tokens tokens, int from, int end) {
        return from < end
                ? names.read(tokens, from, end).filter(name -> name.full() && hasNoCapitals(tokens, name))
                : Optional.empty();
    }

    private static boolean hasNoCapitals(Tokens tokens, ReadName name) {
        for (int i = name.name(); i < name.end(); i++) {
            if (tokens.get(i).kind() == Token.Kind.CAPITALS) {
                return false;
            }
        }
        return true;
    }

    private boolean isBetween(Tokens tokens, int at, int end) {
        return at < end && (tokens.is(at, ",") || isAnd(tokens, at));
    }

    private boolean isAnd(Tokens tokens, int at) {
        return at < tokens.size() && words.has(Words.AND, tokens.get(at).folded());
    }
}
