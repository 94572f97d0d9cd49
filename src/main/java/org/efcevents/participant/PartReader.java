package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efcevents.event.Part;
import org.efcevents.participant.PeopleWords.Words;

/** Tells by the words around names which part people had: “chaired by …”, “Speakers: …”, “… opened the day”. */
final class PartReader {

    private static final Map<Words, Part> BEFORE = Map.of(
            Words.BY_KEYNOTE, Part.KEYNOTE,
            Words.BY_CHAIR, Part.CHAIR,
            Words.BY_OPENING, Part.OPENING,
            Words.BY_CLOSING, Part.CLOSING,
            Words.BY_PANELLIST, Part.PANELLIST,
            Words.BY_ANNOUNCING, Part.ANNOUNCING,
            Words.BY_SPEAKER, Part.SPEAKER,
            Words.BY_ATTENDING, Part.ATTENDING);

    private static final Map<Words, Part> GIVEN = Map.of(
            Words.KEYNOTE_WORDS, Part.KEYNOTE, Words.OPENING_WORDS, Part.OPENING, Words.CLOSING_WORDS, Part.CLOSING);

    /** The rarer the word, the more it says. */
    private static final List<Part> BY_WEIGHT = List.of(
            Part.KEYNOTE,
            Part.CHAIR,
            Part.OPENING,
            Part.CLOSING,
            Part.PANELLIST,
            Part.ANNOUNCING,
            Part.SPEAKER,
            Part.ATTENDING);

    private static final Set<String> RESPECTIVELY = Set.of("respectively", "respectivement");

    /** How many words after a verb tell what was given: “gave a much noted opening speech”. */
    private static final int GIVEN_WITHIN = 8;

    /** How many words are looked at before and after names. */
    private static final int FARTHEST = 100;

    private static final int LONGEST_HEADING = 20;

    private final PeopleWords words;

    PartReader(PeopleWords words) {
        this.words = words;
    }

    /**
     * What people are said to do.
     *
     * @param part the part that it tells; empty if the verb is not known
     * @param talks whether they say something
     */
    record Doing(Optional<Part> part, boolean talks) {}

    /** The part that words before the first of some names tell of them. */
    Optional<Part> before(Tokens tokens, int start, int to) {
        int from = Math.max(start, to - FARTHEST);
        Part found = null;
        int end = from;
        for (int i = from; i < to; i++) {
            for (Map.Entry<Words, Part> kind : BEFORE.entrySet()) {
                int after = words.end(kind.getKey(), tokens, i);
                if (after > i
                        && after <= to
                        && (found == null || weight(kind.getValue()) <= weight(found) || after > end)) {
                    found = found != null && after <= end && weight(found) < weight(kind.getValue())
                            ? found
                            : heavier(found, kind.getValue());
                    end = Math.max(end, after);
                }
            }
        }
        return found == null || !leads(tokens, end, to) ? Optional.empty() : Optional.of(found);
    }

    private static Part heavier(Part one, Part other) {
        return one == null || weight(other) <= weight(one) ? other : one;
    }

    private static int weight(Part part) {
        return BY_WEIGHT.indexOf(part);
    }

    private static boolean isBy(Tokens tokens, int at) {
        return tokens.is(at, "by") || tokens.is(at, "par");
    }

    /** Whether a sentence begins with no more than “By” before a name: it may be who spoke, or who wrote it. */
    boolean isBy(Tokens tokens, int from, int name) {
        return name - from <= 3 && name > from && isBy(tokens, from) && leads(tokens, from + 1, name);
    }

    /** Whether nothing of weight is between such words and the names, or a word that begins a list is right before them. */
    private boolean leads(Tokens tokens, int from, int to) {
        boolean filling = to - from <= 4;
        for (int i = from; i < to && filling; i++) {
            filling = words.has(Words.FILLING, tokens.get(i).folded())
                    || tokens.is(i, ":")
                    || words.begins(Words.LISTING, tokens, i);
        }
        return filling
                || to > from
                        && (tokens.is(to - 1, ":")
                                || isBy(tokens, to - 1)
                                || words.end(Words.LISTING, tokens, to - 1) == to
                                || endsListing(tokens, from, to));
    }

    private boolean endsListing(Tokens tokens, int from, int to) {
        return to - 2 >= from && words.end(Words.LISTING, tokens, to - 2) == to;
    }

    /** Whether a list of names follows: a word for people, and one that begins a list. */
    boolean beginsList(Tokens tokens, int start, int to) {
        int from = Math.max(start, to - FARTHEST);
        boolean colon = to > from && tokens.is(to - 1, ":");
        boolean listing =
                to > from && (words.end(Words.LISTING, tokens, to - 1) == to || endsListing(tokens, from, to));
        return (colon || listing) && before(tokens, from, to).isPresent();
    }

    /** What people do of whom something is said. */
    Optional<Doing> after(Tokens tokens, int at, int end) {
        int i = behindClause(tokens, tokens.is(at, ",") ? at + 1 : at, end);
        for (int skipped = 0; skipped < 5 && i < end; skipped++) {
            Optional<Part> part = verb(tokens, i);
            boolean talking = words.begins(Words.TALKING, tokens, i) || i > at && isGoingToTalk(tokens, i);
            if (part.isPresent() || talking) {
                boolean more = talking || saysMore(tokens, i + 1, end);
                return Optional.of(new Doing(
                        Optional.of(given(tokens, i, Math.min(end, i + GIVEN_WITHIN))
                                .or(() -> part)
                                .orElse(Part.SPEAKER)),
                        more));
            }
            Token token = tokens.get(i);
            if (!words.has(Words.BESIDE, token.folded())
                    && !(token.kind() == Token.Kind.LOWER && token.folded().endsWith("ly"))) {
                break;
            }
            i++;
        }
        return i < end
                        && i == at
                        && tokens.get(i).kind() == Token.Kind.LOWER
                        && !words.begins(Words.NO_NAMES, tokens, i)
                ? Optional.of(new Doing(Optional.empty(), true))
                : Optional.empty();
    }

    /** “will show”. */
    private boolean isGoingToTalk(Tokens tokens, int at) {
        String word = tokens.get(at).folded();
        boolean future = tokens.is(at - 1, "will") || tokens.is(at - 2, "will");
        return future
                && (words.has(Words.TALKING, word + "s")
                        || words.has(Words.TALKING, word + "ed")
                        || words.has(Words.TALKING, word + "d"));
    }

    /** Behind “who leads the office, ”. */
    private int behindClause(Tokens tokens, int at, int end) {
        if (words.has(Words.AND, at < end ? tokens.get(at).folded() : "")
                && words.has(Words.OTHERS, at + 1 < end ? tokens.get(at + 1).folded() : "")) {
            return words.end(Words.OTHERS, tokens, at + 1);
        }
        boolean apposed = tokens.is(at - 1, ",")
                && (words.begins(Words.ROLES, tokens, at) || words.begins(Words.MEMBERS_OF_PARLIAMENT, tokens, at));
        if (apposed || tokens.is(at, "who") || tokens.is(at, "qui")) {
            for (int i = at; i < Math.min(end, at + 15); i++) {
                if (tokens.is(i, ",")) {
                    return i + 1;
                }
            }
        }
        return at;
    }

    /** Whether a sentence tells what the one before it has named says: “She explained …”. */
    boolean goesOn(Tokens tokens, int from, int end) {
        return from + 1 < end
                && words.begins(Words.PRONOUNS, tokens, from)
                && after(tokens, from + 1, end)
                        .filter(doing -> doing.part().isPresent() && doing.talks())
                        .isPresent();
    }

    private Optional<Part> verb(Tokens tokens, int at) {
        if (words.begins(Words.OPENING, tokens, at)) {
            return Optional.of(Part.OPENING);
        }
        if (words.begins(Words.CLOSING, tokens, at)) {
            return Optional.of(Part.CLOSING);
        }
        if (words.begins(Words.CHAIRING, tokens, at)) {
            return Optional.of(Part.CHAIR);
        }
        int announcing = words.end(Words.ANNOUNCING, tokens, at);
        if (announcing > at && announcing >= words.end(Words.TALKING, tokens, at)) {
            return Optional.of(Part.ANNOUNCING);
        }
        return words.begins(Words.ATTENDING, tokens, at) ? Optional.of(Part.ATTENDING) : Optional.empty();
    }

    private Optional<Part> given(Tokens tokens, int from, int to) {
        if (!words.begins(Words.GIVING, tokens, from)) {
            return Optional.empty();
        }
        for (int i = from + 1; i < to && !tokens.is(i, ","); i++) {
            for (Map.Entry<Words, Part> kind : GIVEN.entrySet()) {
                if (words.begins(kind.getKey(), tokens, i)) {
                    return Optional.of(kind.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private boolean saysMore(Tokens tokens, int from, int end) {
        for (int i = from; i < Math.min(end, from + FARTHEST); i++) {
            if (words.begins(Words.TALKING, tokens, i) && tokens.get(i).kind() == Token.Kind.LOWER) {
                return true;
            }
        }
        return false;
    }

    /** The parts of several people, in their order, where a sentence tells them “respectively”; else empty. */
    List<Part> respectively(Tokens tokens, int from, int end, int people) {
        List<Part> parts = new ArrayList<>();
        boolean said = false;
        for (int i = from; i < Math.min(end, from + FARTHEST); i++) {
            said |= RESPECTIVELY.contains(tokens.get(i).folded());
            for (Words kind : List.of(Words.BY_KEYNOTE, Words.BY_CHAIR, Words.BY_OPENING, Words.BY_CLOSING)) {
                if (words.begins(kind, tokens, i)) {
                    parts.add(BEFORE.get(kind));
                }
            }
            if (words.begins(Words.OPENING, tokens, i) && !words.begins(Words.BY_OPENING, tokens, i)) {
                parts.add(Part.OPENING);
            }
            if (words.begins(Words.CLOSING, tokens, i) && !words.begins(Words.BY_CLOSING, tokens, i)) {
                parts.add(Part.CLOSING);
            }
        }
        return said && parts.size() == people ? parts : List.of();
    }

    /** The part that a heading or a label gives to those below it: “Speakers”, “Intervenants :”, “Panel 1: …”. */
    Optional<Part> label(Tokens tokens, int from, int end) {
        int i = from;
        while (i < end
                && (tokens.get(i).kind() == Token.Kind.NUMBER
                        || words.has(Words.FILLING, tokens.get(i).folded())
                        || words.begins(Words.ROLE_MODIFIERS, tokens, i)
                        || tokens.is(i, "invited")
                        || tokens.is(i, "les"))) {
            i++;
        }
        for (Part part : BY_WEIGHT) {
            for (Map.Entry<Words, Part> kind : BEFORE.entrySet()) {
                int after = words.end(kind.getKey(), tokens, i);
                if (kind.getValue() == part && after > i && endsLabel(tokens, after, end)) {
                    return Optional.of(part);
                }
            }
        }
        return i < end && isPanel(tokens, i, end) ? Optional.of(Part.PANELLIST) : Optional.empty();
    }

    private static boolean endsLabel(Tokens tokens, int at, int end) {
        return at >= end
                || tokens.is(at, ":")
                || tokens.is(at, "–")
                || tokens.is(at, "/")
                || tokens.is(at, "(")
                || tokens.is(at, "&")
                || tokens.is(at, "and")
                || tokens.is(at, "et");
    }

    /** Whether a line is the heading of a panel: “Panel 1: Who pays?”. */
    static boolean isPanel(Tokens tokens) {
        int last = tokens.size() - 1;
        return last < LONGEST_HEADING && !tokens.is(last, ".") && isPanel(tokens, 0, tokens.size());
    }

    private static boolean isPanel(Tokens tokens, int at, int end) {
        int after = tokens.is(at, "table") && tokens.is(at + 1, "ronde")
                        || tokens.is(at, "round") && tokens.is(at + 1, "table")
                ? at + 2
                : at + 1;
        boolean panel = tokens.is(at, "panel") || after == at + 2;
        return panel
                && (after >= end
                        || tokens.is(after, ":")
                        || tokens.get(after).isDash()
                        || tokens.is(after, "discussion")
                        || tokens.get(after).kind() == Token.Kind.NUMBER
                        || tokens.get(after).kind() == Token.Kind.INITIAL
                        || tokens.get(after).kind() == Token.Kind.CAPITALS);
    }
}
