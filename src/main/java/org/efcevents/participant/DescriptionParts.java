package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/** Divides what a page says of somebody into its parts, and tells which of them are roles and which organisations. */
final class DescriptionParts {

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

    private final PeopleWords words;

    DescriptionParts(PeopleWords words) {
        this.words = words;
    }

    /**
     * A part of a description between separators.
     *
     * @param from its first token
     * @param to behind its last
     * @param and whether an “and” joins it to the one before it
     * @param role whether it is what somebody is
     * @param organisation whether it is surely whom they are it for
     */
    record Segment(int from, int to, boolean and, boolean role, boolean organisation) {}

    /** The parts of a description between commas, dashes, “at”, and an “and” that a role follows. */
    List<Segment> of(Tokens tokens, Range range) {
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
            boolean at = AT.contains(token.folded()) && i > from && token.spaced();
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
        while (first < to - 1 && ARTICLES.contains(tokens.get(first).folded()) && !isOfName(tokens, first)) {
            first++;
        }
        boolean joined = and;
        if (first < to - 1 && AND.contains(tokens.get(first).folded())) {
            joined = true;
            first++;
        }
        if (first < to && hasWord(tokens, first, to) && !isNobodys(tokens, from, to)) {
            boolean role = isRole(tokens, first, to);
            all.add(new Segment(first, to, joined, role, !role && isOrganisation(tokens, first, to)));
        }
    }

    /** “Le Soir” */
    private static boolean isOfName(Tokens tokens, int article) {
        return tokens.get(article).isUpper()
                && !tokens.is(article, "the")
                && tokens.get(article + 1).isUpper();
    }

    /** “tbc”, an e-mail address. */
    private boolean isNobodys(Tokens tokens, int from, int to) {
        return words.end(Words.PLACEHOLDERS, tokens, from) == to
                || IntStream.range(from, to)
                        .anyMatch(i -> tokens.is(i, "@") && !tokens.get(i).spaced());
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

    /** Whether it is capitals, as those of an organisation. */
    static boolean isAcronym(Token token) {
        boolean capitals = token.kind() == Token.Kind.CAPITALS
                || token.kind() == Token.Kind.NUMBER
                        && !Character.isDigit(token.folded().charAt(0));
        return capitals && !NO_ORGANISATIONS.contains(token.folded());
    }

    /** Whether a word joins a role to an organisation, or to what it is about. */
    static boolean isOf(Tokens tokens, int at) {
        return OF.contains(tokens.get(at).folded());
    }

    /** Whether a word can stand before either and is no part of it. */
    static boolean isArticle(Tokens tokens, int at) {
        return ARTICLES.contains(tokens.get(at).folded());
    }

    /** Whether some words are those of an organisation. */
    boolean isOrganisation(Tokens tokens, int from, int to) {
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
}
