package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.participant.DescriptionReader.Description;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/**
 * Reads lines that are a talk and who gave it, as seminars are listed: “Anna Berg (Tide Institute) – The tides”, “The tides – Anna Berg, Tide
 * Institute”. No word of such a line says so: all of it is in doubt.
 */
final class TalkLineReader {

    /** Longer ones are sentences. */
    private static final int LONGEST = 60;

    private static final int LONGEST_DATE = 12;

    private static final int SHORTEST_TITLE = 2;

    private static final int MOST_SPEAKERS = 6;

    private final PeopleWords words;
    private final NameReader names;
    private final DescriptionReader descriptions;
    private final DescriptionParts parts;
    private final RoleReader roles;

    TalkLineReader(PeopleWords words, NameReader names, DescriptionReader descriptions, RoleReader roles) {
        this.words = words;
        this.names = names;
        this.descriptions = descriptions;
        this.parts = new DescriptionParts(words);
        this.roles = roles;
    }

    /**
     * A talk.
     *
     * @param title its words
     * @param speakers who gave it
     * @param end behind all of it
     */
    record TalkLine(Range title, List<Mention> speakers, int end) {}

    private record Speaker(ReadName name, Optional<Range> description, int end) {}

    /** The talk that a line is; empty if it is none. */
    Optional<TalkLine> read(Tokens tokens) {
        int end = tokens.sentenceEnds().stream()
                .filter(sentence -> tokens.is(sentence - 1, "."))
                .map(sentence -> sentence - 1)
                .findFirst()
                .orElse(tokens.size());
        int from = behindDate(tokens, end);
        if (end - from > LONGEST || isElsewhere(tokens, from, end)) {
            return Optional.empty();
        }
        return speakerFirst(tokens, from, end).or(() -> titleFirst(tokens, from, end));
    }

    private Optional<TalkLine> speakerFirst(Tokens tokens, int from, int end) {
        List<Speaker> all = bracketed(tokens, from, end);
        List<Speaker> speakers =
                all.isEmpty() ? separated(tokens, from, end).stream().toList() : all;
        int to = behind(speakers, end);
        return leadsToTitle(tokens, to, end)
                ? Optional.of(talk(tokens, speakers, new Range(to + 1, end), end))
                : Optional.empty();
    }

    private Optional<TalkLine> titleFirst(Tokens tokens, int from, int end) {
        int dash = end - 2;
        while (dash > from && !endsTitle(tokens, dash)) {
            dash--;
        }
        Range title = new Range(from, tokens.is(dash - 1, ",") ? dash - 1 : dash);
        if (dash <= from || !isTitle(tokens, title)) {
            return Optional.empty();
        }
        List<Speaker> all = bracketed(tokens, dash + 1, end);
        List<Speaker> speakers = all.isEmpty()
                ? apposed(tokens, name(tokens, dash + 1, end), end).stream().toList()
                : all;
        return !speakers.isEmpty() && behind(speakers, end) == end
                ? Optional.of(talk(tokens, speakers, title, end))
                : Optional.empty();
    }

    /** At a dash, or the “by” of “The tides, by Anna Berg of the Tide Institute”. */
    private static boolean endsTitle(Tokens tokens, int at) {
        return tokens.get(at).isDash()
                || tokens.is(at, "|")
                || tokens.is(at - 1, ",") && (tokens.is(at, "by") || tokens.is(at, "par"));
    }

    private static int behind(List<Speaker> speakers, int otherwise) {
        return speakers.isEmpty()
                ? otherwise
                : speakers.get(speakers.size() - 1).end();
    }

    /** “Anna Berg (Tide Institute)”, “Anna Berg and Tom Smith (Europol)”: those that follow each other, the last with brackets; else none. */
    private List<Speaker> bracketed(Tokens tokens, int from, int end) {
        List<Speaker> speakers = new ArrayList<>();
        int at = from;
        while (speakers.size() < MOST_SPEAKERS) {
            Optional<ReadName> name = name(tokens, at, end);
            if (name.isEmpty()) {
                break;
            }
            Optional<Speaker> described = bracketed(tokens, name.get(), end);
            Speaker speaker = described.orElse(
                    new Speaker(name.get(), Optional.empty(), name.get().end()));
            speakers.add(speaker);
            boolean more = tokens.is(speaker.end(), ",")
                    || speaker.end() < end
                            && words.has(Words.AND, tokens.get(speaker.end()).folded());
            if (!more) {
                break;
            }
            at = speaker.end() + 1;
        }
        while (!speakers.isEmpty()
                && speakers.get(speakers.size() - 1).description().isEmpty()) {
            speakers.remove(speakers.size() - 1);
        }
        return speakers;
    }

    private Optional<Speaker> bracketed(Tokens tokens, ReadName name, int end) {
        int closing = tokens.is(name.end(), "(") ? tokens.closing(name.end(), end) : -1;
        Range inside = new Range(name.end() + 1, closing);
        return closing > name.end() + 1 && isOfSomebody(tokens, name, inside)
                ? Optional.of(new Speaker(name, Optional.of(inside), closing + 1))
                : Optional.empty();
    }

    /** “Anna Berg, Tide Institute: ” */
    private Optional<Speaker> separated(Tokens tokens, int from, int end) {
        Optional<ReadName> name = name(tokens, from, end);
        for (int i = name.map(ReadName::end).orElse(end); i < end; i++) {
            if (tokens.is(i, ":") || tokens.get(i).isDash()) {
                return apposed(tokens, name, i);
            }
        }
        return Optional.empty();
    }

    /** “Anna Berg, Tide Institute”, up to an end. */
    private Optional<Speaker> apposed(Tokens tokens, Optional<ReadName> found, int end) {
        return found.flatMap(name -> descriptions
                .after(tokens, name, end, false, true)
                .filter(description -> description.end() == end && !description.bracketed())
                .map(Description::words)
                .map(description -> new Speaker(name, Optional.of(description), end)));
    }

    private Optional<ReadName> name(Tokens tokens, int from, int end) {
        return from < end && tokens.get(from).isUpper()
                ? names.read(tokens, from, end).filter(ReadName::full)
                : Optional.empty();
    }

    /** What is in brackets behind a name that may be that of a town or a house has to be a role or an organisation. */
    private boolean isOfSomebody(Tokens tokens, ReadName name, Range inside) {
        boolean word = false;
        for (int i = inside.from(); i < inside.to(); i++) {
            if (tokens.get(i).kind() == Token.Kind.NUMBER) {
                return false;
            }
            word |= tokens.get(i).isUpper();
        }
        boolean known = words.begins(Words.ROLES, tokens, inside.from())
                || parts.isOrganisation(tokens, inside.from(), inside.to())
                        && words.country(tokens.words(inside.from(), inside.to()))
                                .isEmpty();
        return word && (name.likely() || name.titled()) || known;
    }

    /** Whether the title of a talk follows. Behind a comma there may be more of who it is, or somebody else. */
    private boolean leadsToTitle(Tokens tokens, int separator, int end) {
        if (separator >= end || !isTitle(tokens, new Range(separator + 1, end))) {
            return false;
        }
        if (tokens.is(separator, ",") || tokens.is(separator, ";")) {
            boolean sentence = false;
            for (int i = separator + 1; i < end; i++) {
                sentence |= tokens.get(i).kind() == Token.Kind.LOWER;
                if (words.begins(Words.ROLES, tokens, i) && i < separator + DescriptionCues.ROLE_WITHIN) {
                    return false;
                }
            }
            return sentence
                    && tokens.is(separator, ",")
                    && !tokens.is(separator + 1, "and")
                    && !tokens.is(separator + 1, "et")
                    && name(tokens, separator + 1, end).isEmpty()
                    && !namesOrganisation(tokens, separator + 1, end);
        }
        return tokens.is(separator, ":") || tokens.get(separator).isDash() || tokens.is(separator, "|");
    }

    private boolean namesOrganisation(Tokens tokens, int from, int end) {
        for (int i = from; i < Math.min(end, from + DescriptionCues.ROLE_WITHIN); i++) {
            if (tokens.get(i).isUpper() && words.begins(Words.ORGANISATIONS, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTitle(Tokens tokens, Range range) {
        int said = 0;
        for (int i = range.from(); i < range.to(); i++) {
            said += tokens.get(i).isWord() ? 1 : 0;
        }
        return said >= SHORTEST_TITLE
                && (tokens.get(range.from()).kind() != Token.Kind.LOWER
                        || tokens.get(range.from()).folded().endsWith("'"));
    }

    private boolean isElsewhere(Tokens tokens, int from, int end) {
        for (int i = from; i < end; i++) {
            if (words.begins(Words.ELSEWHERE, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** Behind “12 March 2014: ” or “10:30 – ”. */
    private int behindDate(Tokens tokens, int end) {
        boolean number = false;
        int i = 0;
        while (i < Math.min(end, LONGEST_DATE) && isOfDate(tokens, i)) {
            number |= tokens.get(i).kind() == Token.Kind.NUMBER;
            i++;
        }
        return number && (!tokens.get(i - 1).isWord() || isTime(tokens, i - 1)) ? i : 0;
    }

    /** “14:00”, “14h30” */
    private static boolean isTime(Tokens tokens, int at) {
        return tokens.is(at - 1, ":") || tokens.get(at).folded().matches("\\d{1,2}h\\d{0,2}");
    }

    private boolean isOfDate(Tokens tokens, int at) {
        Token token = tokens.get(at);
        return !token.isWord()
                || token.kind() == Token.Kind.NUMBER
                || words.begins(Words.NO_NAMES, tokens, at) && !words.has(Words.ARTICLES, token.folded());
    }

    private TalkLine talk(Tokens tokens, List<Speaker> speakers, Range title, int end) {
        return new TalkLine(
                title,
                speakers.stream().map(speaker -> mention(tokens, speaker)).toList(),
                end);
    }

    private Mention mention(Tokens tokens, Speaker speaker) {
        return new Mention(
                tokens,
                speaker.name(),
                roles.read(tokens, speaker.description().stream().toList()),
                List.of(),
                Part.SPEAKER,
                false,
                "person.talk",
                Certainty.DOUBTFUL,
                false,
                false,
                true,
                true);
    }
}
