package org.efcevents.participant;

import java.util.Optional;
import java.util.Set;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/**
 * Reads names of people by their form: honorifics, roles right before, capitalised words, initials and particles. Whether somebody took
 * part has to be told by what is around them.
 */
final class NameReader {

    /** Longer runs of capitalised words are titles. */
    private static final int MOST_WORDS = 6;

    private static final int LONGEST_RUN = 14;

    /** Nobody has more titles: more of them are no name, which need not be looked for at each. */
    private static final int MOST_TITLES = 8;

    /** Those behind names that are not all in capitals. */
    private static final Set<String> DEGREES = Set.of("phd", "msc", "bsc");

    /** In letters. */
    private static final int LONGEST_NAME = 100;

    private final PeopleWords words;

    NameReader(PeopleWords words) {
        this.words = words;
    }

    /** The name that begins at a token; empty if none does. */
    Optional<ReadName> read(Tokens tokens, int at, int end) {
        int honorificEnd = honorifics(tokens, at, end);
        Optional<Range> honorific = honorificEnd == at ? Optional.empty() : Optional.of(new Range(at, honorificEnd));
        int runEnd = runEnd(tokens, honorificEnd, end, honorific.isPresent());
        int name = honorificEnd;
        boolean cut = false;
        for (int i = honorificEnd; i < runEnd; i++) {
            int roleEnd = words.end(Words.ROLES, tokens, i);
            if (roleEnd > i && roleEnd <= runEnd) {
                if (roleEnd < runEnd
                        && !words.begins(Words.ROLE_MODIFIERS, tokens, roleEnd)
                        && !words.begins(Words.DEPARTMENTS, tokens, roleEnd)) {
                    name = roleEnd;
                    i = roleEnd - 1;
                } else if (i != name + 1 || !words.begins(Words.GIVEN_NAMES, tokens, name)) {
                    runEnd = beforeModifiers(tokens, name, i);
                    cut |= !words.isOfParliament(tokens, i);
                }
            }
        }
        Optional<Range> role = name == honorificEnd ? Optional.empty() : Optional.of(new Range(honorificEnd, name));
        while (runEnd > name + 1
                && (tokens.get(runEnd - 1).kind() == Token.Kind.CAPITALS
                        || DEGREES.contains(tokens.get(runEnd - 1).folded()))
                && words.begins(Words.BEHIND_NAMES, tokens, runEnd - 1)) {
            runEnd--;
        }
        boolean roleFollows = cut;
        return checked(tokens, name, runEnd, honorific.isPresent() || role.isPresent())
                .map(form -> new ReadName(
                        at,
                        form.from(),
                        form.to(),
                        honorific,
                        isMember(tokens, honorific) || isMember(tokens, role),
                        role,
                        countNames(tokens, form) > 1,
                        isLikely(tokens, form),
                        false))
                .filter(read -> read.likely() || read.titled() || !roleFollows);
    }

    /** A name of which the first letter of a word was lost, as in “Maria senius”: where nothing but a name can stand. */
    Optional<ReadName> readSpoilt(Tokens tokens, int at, int end) {
        if (at + 2 > end
                || !words.begins(Words.GIVEN_NAMES, tokens, at)
                || !tokens.get(at).isUpper()) {
            return Optional.empty();
        }
        Token second = tokens.get(at + 1);
        boolean lost = second.kind() == Token.Kind.LOWER
                && second.folded().length() > 2
                && !words.begins(Words.NO_NAMES, tokens, at + 1)
                && !words.begins(Words.ROLES, tokens, at + 1)
                && !words.begins(Words.PARTICLES, tokens, at + 1)
                && !words.begins(Words.ORGANISATIONS, tokens, at + 1);
        boolean ends = at + 2 == end || !tokens.get(at + 2).isWord() && !tokens.is(at + 2, ".");
        return lost && ends
                ? Optional.of(new ReadName(at, at, at + 2, Optional.empty(), false, Optional.empty(), true, true, true))
                : Optional.empty();
    }

    /** Where the capitalised words that begin at a token end: a reader that found no name there need not look at the others. */
    int runEnd(Tokens tokens, int at, int end, boolean titled) {
        int i = at;
        while (i < end && i < at + LONGEST_RUN) {
            Token token = tokens.get(i);
            boolean name = token.isUpper()
                            && (!words.begins(Words.NO_NAMES, tokens, i)
                                    || isParticle(tokens, i, at, end)
                                    || isInitial(tokens, i))
                    || token.kind() == Token.Kind.NUMBER && i > at;
            if (name) {
                i++;
                if (token.kind() == Token.Kind.INITIAL
                        && tokens.is(i, ".")
                        && i < end
                        && !tokens.get(i).spaced()) {
                    i++;
                }
            } else {
                int particles = i > at || titled ? particles(tokens, i, end) : i;
                if (particles == i) {
                    break;
                }
                i = particles;
            }
        }
        return Math.min(i, end);
    }

    private static boolean isInitial(Tokens tokens, int at) {
        return tokens.get(at).kind() == Token.Kind.INITIAL
                && tokens.is(at + 1, ".")
                && !tokens.get(at + 1).spaced();
    }

    /** Whether a word in capitals that begins sentences is part of a name here, as in “Dirk De Fauw”. */
    private boolean isParticle(Tokens tokens, int at, int start, int end) {
        return at > start
                && at + 1 < end
                && words.begins(Words.PARTICLES, tokens, at)
                && tokens.get(at + 1).isUpper()
                && !words.begins(Words.NO_NAMES, tokens, at + 1);
    }

    /** Up to three particles that a capitalised word follows. */
    private int particles(Tokens tokens, int at, int end) {
        int i = at;
        while (i < end
                && i < at + 3
                && tokens.get(i).kind() == Token.Kind.LOWER
                && words.begins(Words.PARTICLES, tokens, i)) {
            i++;
        }
        boolean named = i < end
                && tokens.get(i).isUpper()
                && !words.begins(Words.NO_NAMES, tokens, i)
                && (at == i || !words.begins(Words.HONORIFICS, tokens, i));
        return named ? i : at;
    }

    private int honorifics(Tokens tokens, int at, int end) {
        int i = at;
        for (int titles = 0; i < end && tokens.get(i).isUpper(); titles++) {
            int after = words.end(Words.HONORIFICS, tokens, i);
            if (after == i || after >= end) {
                break;
            }
            if (titles == MOST_TITLES) {
                return at;
            }
            i = tokens.is(after, ".") && after + 1 < end ? after + 1 : after;
        }
        return i;
    }

    private int beforeModifiers(Tokens tokens, int from, int to) {
        int i = to;
        while (i > from && words.begins(Words.ROLE_MODIFIERS, tokens, i - 1)) {
            i--;
        }
        return i;
    }

    private boolean isMember(Tokens tokens, Optional<Range> range) {
        return range.filter(part -> {
                    for (int i = part.from(); i < part.to(); i++) {
                        if (words.begins(Words.MEMBERS_OF_PARLIAMENT, tokens, i)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    private Optional<Range> checked(Tokens tokens, int from, int to, boolean titled) {
        Range form = new Range(from, to);
        int names = 0;
        int strangers = 0;
        int small = 0;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.NUMBER) {
                return Optional.empty();
            }
            names += token.kind() == Token.Kind.CAPITALISED || token.kind() == Token.Kind.CAPITALS ? 1 : 0;
            boolean stranger = token.isUpper() && words.begins(Words.ORGANISATIONS, tokens, i);
            strangers += stranger ? token.folded().endsWith("s") ? 2 : 1 : 0;
            small += token.kind() == Token.Kind.CAPITALISED ? 1 : 0;
        }
        boolean given = from < to && words.begins(Words.GIVEN_NAMES, tokens, from);
        boolean organisation = strangers > 0
                && !(given && strangers == 1 && names == 2 && !words.begins(Words.ORGANISATIONS, tokens, from));
        boolean tooLong =
                from < to && tokens.get(to - 1).to() - tokens.get(from).from() > LONGEST_NAME;
        boolean enough = !tooLong
                && names >= (titled || tokens.get(from).kind() == Token.Kind.INITIAL ? 1 : 2)
                && names <= MOST_WORDS
                && (small > 0 || titled || given);
        return enough && !organisation ? Optional.of(form) : Optional.empty();
    }

    private static int countNames(Tokens tokens, Range form) {
        int names = 0;
        for (int i = form.from(); i < form.to(); i++) {
            names += tokens.get(i).isUpper() ? 1 : 0;
        }
        return tokens.get(form.from()).kind() == Token.Kind.LOWER ? 1 : names;
    }

    private boolean isLikely(Tokens tokens, Range form) {
        String first = tokens.get(form.from()).folded();
        int hyphen = first.indexOf('-');
        if (words.begins(Words.GIVEN_NAMES, tokens, form.from())
                || hyphen > 0 && words.has(Words.GIVEN_NAMES, first.substring(0, hyphen))) {
            return true;
        }
        for (int i = form.from(); i < form.to(); i++) {
            if (tokens.get(i).kind() == Token.Kind.INITIAL
                    || i > form.from() && words.begins(Words.NAME_PARTICLES, tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
