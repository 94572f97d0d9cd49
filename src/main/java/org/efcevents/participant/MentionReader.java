package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.DescriptionReader.Description;
import org.efcevents.participant.PartReader.Doing;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;
import org.efcevents.participant.TalkLineReader.TalkLine;

/** Finds in a sentence, or an item of a list, the people who took part. */
final class MentionReader {

    /** How many words may be between two people who do the same. */
    private static final int FURTHEST = 4;

    private final PeopleWords words;
    private final NameReader names;
    private final DescriptionReader descriptions;
    private final RoleReader roles;
    private final PartReader parts;
    private final ChairOfSeveral chairs;
    private final NameSeries series;
    private final TalkLineReader talkLines;

    MentionReader(PeopleWords words) {
        this.words = words;
        this.names = new NameReader(words);
        this.descriptions = new DescriptionReader(words, names);
        this.roles = new RoleReader(words);
        this.parts = new PartReader(words);
        this.chairs = new ChairOfSeveral(words);
        this.series = new NameSeries(words, names);
        this.talkLines = new TalkLineReader(words, names, descriptions, roles);
    }

    /** A name that may be that of somebody who took part. */
    private record Candidate(ReadName name, Optional<Description> after, Optional<Range> before, boolean listed) {

        int start() {
            return before.map(Range::from)
                    .map(from -> Math.min(from, name.start()))
                    .orElse(name.start());
        }

        int end() {
            return after.map(Description::end).orElse(name.end());
        }

        boolean hasRole() {
            return before.isPresent()
                    || after.filter(Description::role).isPresent()
                    || name.likely() && after.filter(Description::parts).isPresent();
        }
    }

    /** Reads a sentence. In a list, its names are all people of a part. */
    List<Mention> read(Tokens tokens, Range sentence, Optional<Part> list) {
        List<Candidate> all = candidates(tokens, sentence, list.isPresent());
        List<Mention> mentions = new ArrayList<>();
        int from = sentence.from();
        boolean elsewhere = false;
        Optional<Part> former = list;
        for (int i = 0; i < all.size(); ) {
            int next = i + 1;
            while (next < all.size() && belongTogether(tokens, all.get(next - 1), all.get(next))) {
                next++;
            }
            List<Candidate> group = all.subList(i, next);
            elsewhere |= isElsewhere(tokens, from, group.get(0).start())
                    || isElsewhere(
                            tokens,
                            group.get(group.size() - 1).end(),
                            Math.min(sentence.to(), group.get(group.size() - 1).end() + 6));
            if (!elsewhere) {
                Optional<Part> before = parts.before(tokens, from, group.get(0).start());
                Range around = new Range(from, sentence.to());
                mentions.addAll(mentions(tokens, sentence, around, group, before.isPresent() ? before : former));
                former = before.isPresent() && group.get(0).listed() ? before : former;
            }
            from = group.get(group.size() - 1).end();
            i = next;
        }
        return mentions;
    }

    /** The talk that a line is, with who gave it; empty if it is none. */
    Optional<TalkLine> talkLine(Tokens tokens) {
        return tokens.size() == 0 ? Optional.empty() : talkLines.read(tokens);
    }

    /** Whether a name and what the person is stand there, as in an item of a list. */
    boolean beginsWithPerson(Tokens tokens, int at) {
        return names.read(tokens, at, tokens.size())
                .filter(name -> name.likely()
                        || descriptions
                                .after(tokens, name, tokens.size(), true, false)
                                .isPresent())
                .isPresent();
    }

    /** Whether all of it is a name with a title, or with a given name before another one; or a title alone. */
    boolean isName(Tokens tokens) {
        boolean given = words.begins(Words.GIVEN_NAMES, tokens, 0) && tokens.size() > 1;
        boolean titled = words.begins(Words.HONORIFICS, tokens, 0) || words.begins(Words.ROLES, tokens, 0);
        return titled
                || given
                        && names.read(tokens, 0, tokens.size())
                                .filter(ReadName::full)
                                .isPresent();
    }

    private List<Candidate> candidates(Tokens tokens, Range sentence, boolean inList) {
        List<Candidate> all = new ArrayList<>();
        boolean list = inList;
        boolean led = false;
        int from = sentence.from();
        for (int i = sentence.from(); i < sentence.to(); ) {
            if (!tokens.get(i).isUpper()) {
                i++;
                continue;
            }
            if (words.begins(Words.PLACEHOLDERS, tokens, i)) {
                i = words.end(Words.PLACEHOLDERS, tokens, i);
                continue;
            }
            list |= parts.beginsList(tokens, from, i);
            Optional<ReadName> spoilt = list ? names.readSpoilt(tokens, i, sentence.to()) : Optional.empty();
            Optional<ReadName> name = spoilt.isPresent() ? spoilt : names.read(tokens, i, sentence.to());
            if (name.isEmpty()) {
                i = afterNoName(tokens, i, sentence.to());
                continue;
            }
            boolean plain = !all.isEmpty() && all.get(all.size() - 1).after().isEmpty() && tokens.is(i - 1, ",");
            Optional<Range> before =
                    descriptions.before(tokens, from, name.get().start());
            int start = before.map(Range::from).orElse(name.get().start());
            led = tokens.is(name.get().end(), ",")
                    && (led && start - from <= 2
                            || parts.before(tokens, from, start).isPresent()
                            || parts.isBy(tokens, sentence.from(), start));
            Optional<Description> after = descriptions
                    .after(tokens, name.get(), sentence.to(), list && !plain, led)
                    .filter(description -> !plain || description.role() || description.bracketed());
            Candidate candidate = new Candidate(name.get(), after, before, list);
            all.add(candidate);
            i = Math.max(i + 1, candidate.end());
            from = i;
        }
        return all;
    }

    /** Where a name can begin after words that are none: “Lecture de Marie Roux”. */
    private int afterNoName(Tokens tokens, int at, int end) {
        int runEnd = names.runEnd(tokens, at, end, false);
        for (int i = at + 1; i < runEnd; i++) {
            boolean begins = i == at + 1 || tokens.get(i - 1).kind() == Token.Kind.LOWER;
            if (begins && tokens.get(i).isUpper() && words.begins(Words.GIVEN_NAMES, tokens, i)) {
                return i;
            }
        }
        return Math.max(at + 1, runEnd);
    }

    private boolean belongTogether(Tokens tokens, Candidate first, Candidate second) {
        if (second.start() - first.end() > FURTHEST || second.start() < first.end()) {
            return false;
        }
        boolean separated = false;
        for (int i = first.end(); i < second.start(); i++) {
            if (!isBetween(tokens.get(i).folded()) && !tokens.get(i).isDash()) {
                return false;
            }
            separated = true;
        }
        return separated;
    }

    private boolean isBetween(String word) {
        return word.equals(",") || words.has(Words.BETWEEN, word);
    }

    private boolean isElsewhere(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.begins(Words.ELSEWHERE, tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private List<Mention> mentions(
            Tokens tokens, Range sentence, Range around, List<Candidate> group, Optional<Part> before) {
        Candidate first = group.get(0);
        Candidate last = group.get(group.size() - 1);
        Optional<Doing> doing = parts.after(tokens, last.end(), sentence.to());
        Optional<Doing> known = doing.filter(done -> done.part().isPresent());
        List<Part> each = parts.respectively(tokens, last.end(), sentence.to(), group.size());
        boolean members = first.name().member();
        boolean chaired = before.filter(Part.CHAIR::equals).isPresent()
                && group.size() > 1
                && !chairs.isShared(
                        tokens, first.start(), first.end(), group.get(1).start(), group.size());
        boolean by = before.isEmpty() && known.isEmpty() && parts.isBy(tokens, sentence.from(), first.start());
        boolean surely =
                group.stream().anyMatch(candidate -> isPerson(candidate, before.isPresent() || known.isPresent()));
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Candidate candidate = group.get(i);
            boolean person = isPerson(candidate, before.isPresent() || known.isPresent());
            boolean alone = group.size() == 1 && leadsIn(tokens, sentence.from(), candidate.start());
            boolean unknownVerb = alone
                    && doing.isPresent()
                    && candidate.after().filter(Description::bracketed).isPresent()
                    && candidate.hasRole();
            boolean takesPart = before.isPresent() || known.isPresent() || unknownVerb || by;
            boolean weak = (surely
                                    || candidate.after().isPresent()
                                    || before.filter(Part.CHAIR::equals).isPresent())
                            && candidate.name().full()
                            && (members && surely || takesPart)
                    || candidate.listed()
                            && candidate.name().full()
                            && before.isPresent()
                            && first.start() == sentence.from();
            boolean lone = group.size() == 1 && isLone(candidate, sentence);
            boolean undescribed = by && candidate.after().isEmpty() && !candidate.hasRole();
            if (!person && !weak || !takesPart && !candidate.hasRole() && !lone || undescribed) {
                continue;
            }
            Optional<Part> own = candidate
                    .after()
                    .flatMap(description -> parts.label(
                            tokens,
                            description.words().from(),
                            description.words().to()));
            Optional<Part> part = own.isPresent()
                    ? own
                    : (each.isEmpty() ? Optional.<Part>empty() : Optional.of(each.get(i)))
                            .or(() -> before)
                            .or(() -> known.flatMap(Doing::part));
            boolean sure = takesPart
                    && !by
                    && !isUnsettled(tokens, candidate)
                    && (person || surely && (candidate.name().likely() || members))
                    && !(candidate.listed() && mayBeTwo(tokens, candidate));
            boolean guest = chaired && i > 0 && own.isEmpty() && each.isEmpty();
            boolean alike = first.before().isPresent() == candidate.before().isPresent();
            mentions.add(new Mention(
                    tokens,
                    candidate.name(),
                    who(tokens, candidate, members ? last : candidate),
                    members ? List.of(memberPassage(tokens, first)) : List.of(),
                    guest && !alike ? Part.SPEAKER : part.orElse(unknownVerb || by ? Part.SPEAKER : Part.ATTENDING),
                    part.isPresent() && !guest,
                    rule(candidate, before.isPresent(), known.isPresent()),
                    sure ? Certainty.STATED : Certainty.DOUBTFUL,
                    alone && (known.isPresent() || unknownVerb),
                    alone && doing.filter(Doing::talks).isPresent() && (known.isPresent() || unknownVerb),
                    leadsIn(tokens, sentence.from(), candidate.start()),
                    candidate.after().isPresent()));
        }
        return mentions;
    }

    private boolean isUnsettled(Tokens tokens, Candidate candidate) {
        return candidate
                .after()
                .filter(description -> IntStream.range(
                                description.words().from(), description.words().to())
                        .anyMatch(i -> words.begins(Words.PLACEHOLDERS, tokens, i)))
                .isPresent();
    }

    /** Whether what is behind a name, and has no word of an organisation or a role, may be the name of somebody else. */
    private boolean mayBeTwo(Tokens tokens, Candidate candidate) {
        return candidate
                .after()
                .filter(description -> !description.bracketed()
                        && !description.role()
                        && series.mayBeName(
                                tokens,
                                description.words().from(),
                                description.words().to()))
                .isPresent();
    }

    /** Whether a line is nothing but somebody with a title and an organisation: “Prof. Edith Harrow (King's College London)”. */
    private static boolean isLone(Candidate candidate, Range sentence) {
        return candidate.name().titled()
                && candidate.name().full()
                && candidate.after().filter(Description::bracketed).isPresent()
                && candidate.start() == sentence.from()
                && candidate.end() >= sentence.to() - 1;
    }

    /** Whether a sentence begins with no more than “In the afternoon, ” or “Then ” before a name. */
    private boolean leadsIn(Tokens tokens, int from, int name) {
        boolean comma = name - from <= 8 && name > from && tokens.is(name - 1, ",");
        boolean small = name - from <= 3;
        for (int i = from; i < name && small; i++) {
            small = words.begins(Words.NO_NAMES, tokens, i);
        }
        return comma || small;
    }

    /** Whether it is a person, whatever is said of it. */
    private static boolean isPerson(Candidate candidate, boolean takesPart) {
        ReadName name = candidate.name();
        if (name.titled()) {
            return name.full() || takesPart || candidate.after().isPresent();
        }
        boolean led = candidate.before().isPresent() && (name.likely() || takesPart && name.full());
        return candidate.after().filter(Description::role).isPresent()
                || led
                || takesPart && name.likely()
                || takesPart && candidate.after().filter(Description::bracketed).isPresent();
    }

    private static String rule(Candidate candidate, boolean before, boolean doing) {
        if (candidate.listed()) {
            return "person.list";
        }
        return before
                ? "person.introduced"
                : doing ? "person.does" : candidate.hasRole() ? "person.role" : "person.title";
    }

    private static Passage memberPassage(Tokens tokens, Candidate first) {
        return first.name().honorific().or(first.name()::role).orElseThrow().in(tokens);
    }

    private WhoTheyAre who(Tokens tokens, Candidate candidate, Candidate described) {
        List<Range> ranges = new ArrayList<>();
        candidate.before().ifPresent(ranges::add);
        candidate.after().or(described::after).map(Description::words).ifPresent(ranges::add);
        WhoTheyAre right = candidate
                .name()
                .role()
                .map(range -> roles.read(tokens, List.of(range)))
                .orElse(WhoTheyAre.NOTHING);
        return ranges.isEmpty() ? right : roles.read(tokens, ranges).or(right);
    }
}
