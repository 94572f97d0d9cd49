package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/** Tells what somebody is from whom they are it for: “Analyst - European Cybercrime Centre”, “directrice de l'Institut X”. */
final class RoleReader {

    private static final Set<String> ARTICLES = Set.of(
            "a",
            "an",
            "the",
            "le",
            "la",
            "l'",
            "les",
            "un",
            "une",
            "currently",
            "its",
            "their",
            "our",
            "son",
            "sa",
            "leur",
            "notre",
            "as",
            "now");

    private static final Set<String> MINISTERS = Set.of("commissioner", "minister", "commissaire", "ministre");
    private static final Set<String> FRENCH = Set.of("et", "des", "du", "d'", "la", "le", "l'");
    private static final Set<String> AND = Set.of("and", "et", "&", "und");

    /** What is between a role and an organisation. */
    private static final Set<String> OF =
            Set.of("of", "de", "du", "d'", "des", "from", "at", "chez", "in", "au", "a", "to", "for");

    private static final Set<String> AT = Set.of("at", "chez", "@", "aupres");

    /** Capitals that are no organisation. */
    private static final Set<String> NO_ORGANISATIONS = Set.of(
            "ceo", "cfo", "cto", "cio", "coo", "ciso", "it", "ict", "hr", "pr", "ai", "mep", "mp", "pdg", "drh", "dsi",
            "phd", "r&d", "gis", "ii", "iii");

    /** Roles that are one of an organisation only with a word that tells whose. */
    private static final Set<String> NO_ROLE_BEFORE_ORGANISATION = Set.of(
            "member",
            "expert",
            "student",
            "teacher",
            "partner",
            "lead",
            "leader",
            "associate",
            "journalist",
            "lawyer",
            "membre",
            "chief",
            "head",
            "guide",
            "judge");

    /** How many words separate parts of a description, such as “, and the”. */
    private static final int MOST_BETWEEN = 3;

    private final PeopleWords words;

    RoleReader(PeopleWords words) {
        this.words = words;
    }

    /** A part of a description between separators. */
    private record Segment(int from, int to, boolean and, boolean role, boolean organisation) {}

    /** Reads what descriptions of one person say. */
    WhoTheyAre read(Tokens tokens, List<Range> ranges) {
        List<Segment> rest = new ArrayList<>();
        WhoTheyAre.Words group = WhoTheyAre.Words.NONE;
        WhoTheyAre.Words country = WhoTheyAre.Words.NONE;
        List<Segment> all = ranges.stream()
                .flatMap(range -> segments(tokens, range).stream())
                .toList();
        for (Segment segment : all) {
            String said = tokens.words(segment.from(), segment.to());
            Optional<String> code = words.country(said);
            if (words.end(Words.GROUPS, tokens, segment.from()) == segment.to() && !group.isThere()) {
                group = new WhoTheyAre.Words(said, List.of(tokens.passage(segment.from(), segment.to())));
            } else if (code.isPresent() && !segment.role() && !country.isThere()) {
                country = new WhoTheyAre.Words(code.get(), List.of(tokens.passage(segment.from(), segment.to())));
            } else {
                rest.add(segment);
            }
        }
        return sorted(tokens, rest, group, country);
    }

    private WhoTheyAre sorted(Tokens tokens, List<Segment> said, WhoTheyAre.Words group, WhoTheyAre.Words country) {
        List<Segment> roles = new ArrayList<>();
        List<Segment> organisations = new ArrayList<>();
        List<Segment> segments = withRole(said);
        boolean anyRole = segments.stream().anyMatch(Segment::role);
        for (int i = 0; i < segments.size(); ) {
            if (segments.get(i).role()) {
                roles.add(segments.get(i++));
                continue;
            }
            int end = i;
            while (end < segments.size() && !segments.get(end).role()) {
                end++;
            }
            int first = i;
            int last = i > 0 && isPortfolio(tokens, segments.get(i - 1)) ? end : end - 1;
            while (anyRole && i > 0 && first < last && !segments.get(first).organisation()) {
                first++;
            }
            roles.addAll(segments.subList(i, first));
            organisations.addAll(segments.subList(first, end));
            i = end;
        }
        if (organisations.isEmpty()) {
            detach(tokens, roles, organisations);
        }
        List<Segment> named = organisations.isEmpty() ? leading(tokens, roles) : organisations;
        return new WhoTheyAre(
                joined(tokens, roles, segments), joined(tokens, distinct(tokens, named), segments), group, country);
    }

    /** “Commissioner for Justice, Consumers and Equality”: what follows may be more of it. */
    private static boolean isPortfolio(Tokens tokens, Segment segment) {
        return IntStream.range(segment.from(), segment.to() - 1)
                .anyMatch(i -> MINISTERS.contains(tokens.get(i).folded())
                        && OF.contains(tokens.get(i + 1).folded()));
    }

    /** Where no word for a role is known, the first of several parts is one: “Rope Maker, Net Works”. */
    private static List<Segment> withRole(List<Segment> segments) {
        if (segments.size() < 2
                || segments.get(0).organisation()
                || segments.stream().anyMatch(Segment::role)) {
            return segments;
        }
        List<Segment> all = new ArrayList<>(segments);
        Segment first = segments.get(0);
        all.set(0, new Segment(first.from(), first.to(), first.and(), true, false));
        return all;
    }

    /** “President of X”: the organisation is what the first role is of. */
    private void detach(Tokens tokens, List<Segment> roles, List<Segment> organisations) {
        for (int i = 0; i < roles.size(); i++) {
            Segment role = roles.get(i);
            int of = afterRole(tokens, role);
            int from = of;
            while (from < role.to()
                    && (OF.contains(tokens.get(from).folded())
                            || ARTICLES.contains(tokens.get(from).folded()))) {
                from++;
            }
            if (of > role.from()
                    && from > of
                    && from < role.to()
                    && !tokens.is(of, "for")
                    && (isOrganisation(tokens, from, role.to())
                            || tokens.is(of, "a") && tokens.get(from).isUpper())
                    && isName(tokens, from, role.to())) {
                roles.set(i, new Segment(role.from(), of, role.and(), true, false));
                organisations.add(new Segment(from, role.to(), false, false, true));
                return;
            }
        }
    }

    /** Not a subject, as in “Minister of Transport”. */
    private boolean isName(Tokens tokens, int from, int to) {
        boolean at = tokens.is(from - 1, "a")
                || tokens.is(from - 2, "a")
                        && words.has(Words.ARTICLES, tokens.get(from - 1).folded());
        return to > from + 1 || at || isAcronym(tokens.get(from)) || words.begins(Words.WELL_KNOWN, tokens, from);
    }

    /** Behind the role in a segment and what belongs to it; its beginning if there is none. */
    private int afterRole(Tokens tokens, Segment segment) {
        for (int i = segment.from(); i < segment.to(); i++) {
            int end = words.end(Words.ROLES, tokens, i);
            if (end > i) {
                while (end < segment.to()
                        && (words.begins(Words.ROLE_MODIFIERS, tokens, end)
                                || words.begins(Words.ROLES, tokens, end))) {
                    end = Math.max(end + 1, words.end(Words.ROLES, tokens, end));
                }
                return Math.min(end, segment.to());
            }
        }
        return segment.from();
    }

    /** “EU Commissioner”: capitals before a role. */
    private List<Segment> leading(Tokens tokens, List<Segment> roles) {
        for (Segment role : roles) {
            Token first = tokens.get(role.from());
            if ((isAcronym(first) || words.begins(Words.WELL_KNOWN, tokens, role.from()))
                    && !words.begins(Words.ROLES, tokens, role.from())
                    && role.to() > role.from() + 1) {
                return List.of(new Segment(role.from(), role.from() + 1, false, false, true));
            }
        }
        return List.of();
    }

    private static boolean isAcronym(Token token) {
        boolean capitals = token.kind() == Token.Kind.CAPITALS
                || token.kind() == Token.Kind.NUMBER
                        && !Character.isDigit(token.folded().charAt(0));
        return capitals && !NO_ORGANISATIONS.contains(token.folded());
    }

    private boolean isOrganisation(Tokens tokens, int from, int to) {
        int first = from;
        while (first < to && ARTICLES.contains(tokens.get(first).folded())) {
            first++;
        }
        if (first >= to) {
            return false;
        }
        if (words.begins(Words.ORGANISATIONS, tokens, first) && !words.begins(Words.DEPARTMENTS, tokens, first)) {
            return true;
        }
        boolean department = words.begins(Words.DEPARTMENTS, tokens, to - 1);
        for (int i = first; i < to && !department; i++) {
            Token token = tokens.get(i);
            boolean organisation = token.isUpper()
                    && words.begins(Words.ORGANISATIONS, tokens, i)
                    && !words.begins(Words.DEPARTMENTS, tokens, i);
            if (organisation || isAcronym(token)) {
                return true;
            }
        }
        return false;
    }

    /** The parts of a description between commas, dashes, “at”, and an “and” that a role follows. */
    private List<Segment> segments(Tokens tokens, Range range) {
        List<Segment> all = new ArrayList<>();
        int from = range.from();
        boolean and = false;
        for (int i = range.from(); i < range.to(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") && words.begins(Words.GROUPS, tokens, i + 1)) {
                add(tokens, all, from, i, and);
                and = false;
                from = i + 1;
                continue;
            }
            if (token.is("(")) {
                int closing = tokens.closing(i, range.to());
                i = closing < 0 ? i : closing;
                continue;
            }
            boolean joins = AND.contains(token.folded()) && leadsToRole(tokens, i + 1, range.to());
            boolean at = AT.contains(token.folded()) && i > from;
            boolean department = i > from
                    && isAcronym(token)
                    && i + 1 < range.to()
                    && words.begins(Words.DEPARTMENTS, tokens, i - 1)
                    && tokens.get(i - 1).isUpper();
            if (token.is(",") || token.is(";") || token.is("|") || token.is(")") || token.isDash() || joins || at) {
                add(tokens, all, from, i, and);
                and = joins;
                from = i + 1;
            } else if (department && !all.isEmpty()) {
                add(tokens, all, from, i, and);
                and = false;
                from = i;
            }
        }
        add(tokens, all, from, range.to(), and);
        return all;
    }

    private void add(Tokens tokens, List<Segment> all, int from, int to, boolean and) {
        int first = from;
        while (first < to - 1 && ARTICLES.contains(tokens.get(first).folded())) {
            first++;
        }
        boolean joined = and;
        if (first < to - 1 && AND.contains(tokens.get(first).folded())) {
            joined = true;
            first++;
        }
        if (first < to && hasWord(tokens, first, to)) {
            boolean role = isRole(tokens, first, to);
            all.add(new Segment(first, to, joined, role, !role && isOrganisation(tokens, first, to)));
        }
    }

    /** Not the years of a life. */
    private static boolean hasWord(Tokens tokens, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(tokens::get)
                .anyMatch(token ->
                        token.isWord() && !Character.isDigit(token.folded().charAt(0)));
    }

    private boolean isRole(Tokens tokens, int from, int to) {
        boolean organisation = words.begins(Words.ORGANISATIONS, tokens, from)
                && from + 1 < to
                && OF.contains(tokens.get(from + 1).folded());
        if (tokens.get(from).kind() == Token.Kind.LOWER
                && !words.begins(Words.ORGANISATIONS, tokens, from)
                && !words.begins(Words.DEPARTMENTS, tokens, from)) {
            return true;
        }
        for (int i = from; i < to && !organisation; i++) {
            if (roleAt(tokens, i, to)) {
                return true;
            }
            if (i > from && OF.contains(tokens.get(i).folded())) {
                return false;
            }
        }
        return false;
    }

    private boolean roleAt(Tokens tokens, int at, int to) {
        int end = words.end(Words.ROLES, tokens, at);
        boolean compound = end == at + 1
                && NO_ROLE_BEFORE_ORGANISATION.contains(tokens.get(at).folded())
                && end < to
                && words.begins(Words.ORGANISATIONS, tokens, end);
        return end > at && end <= to && !compound;
    }

    /** Whether a role is within some words, and nothing in between that tells of something else. */
    private boolean leadsToRole(Tokens tokens, int at, int to) {
        for (int i = at; i < Math.min(to, at + 4); i++) {
            if (roleAt(tokens, i, to)) {
                return true;
            }
            Token token = tokens.get(i);
            if (!token.isWord() || OF.contains(token.folded()) && i > at || AND.contains(token.folded())) {
                return false;
            }
        }
        return false;
    }

    private static List<Segment> distinct(Tokens tokens, List<Segment> segments) {
        List<Segment> all = new ArrayList<>();
        for (Segment segment : segments) {
            String said = tokens.words(segment.from(), segment.to());
            if (all.stream()
                    .noneMatch(other -> tokens.words(other.from(), other.to()).equalsIgnoreCase(said))) {
                all.add(segment);
            }
        }
        return all;
    }

    /** The words of some segments: as the page has them where they follow each other. */
    private static WhoTheyAre.Words joined(Tokens tokens, List<Segment> segments, List<Segment> all) {
        String and = isFrench(tokens, all) ? " et " : " and ";
        StringBuilder value = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < segments.size(); ) {
            int end = i + 1;
            while (end < segments.size() && follows(all, segments.get(end - 1), segments.get(end))) {
                end++;
            }
            if (i > 0) {
                value.append(segments.get(i).and() || segments.get(i).organisation() ? and : ", ");
            }
            value.append(
                    tokens.words(segments.get(i).from(), segments.get(end - 1).to()));
            passages.add(
                    tokens.passage(segments.get(i).from(), segments.get(end - 1).to()));
            i = end;
        }
        return new WhoTheyAre.Words(value.toString().replaceAll("\\s", " ").replaceAll(" {2,}", " "), passages);
    }

    private static boolean isFrench(Tokens tokens, List<Segment> all) {
        return !all.isEmpty()
                && IntStream.range(all.get(0).from(), all.get(all.size() - 1).to())
                        .anyMatch(i -> FRENCH.contains(tokens.get(i).folded()));
    }

    private static boolean follows(List<Segment> all, Segment first, Segment second) {
        int index = all.indexOf(first);
        return index >= 0
                && index + 1 < all.size()
                && all.get(index + 1).equals(second)
                && second.from() - first.to() <= MOST_BETWEEN;
    }
}
