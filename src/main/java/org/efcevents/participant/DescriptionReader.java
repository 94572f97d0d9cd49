package org.efcevents.participant;

import java.util.Optional;
import java.util.Set;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/** Finds what a page says beside a name of who that is: from where to where it goes. {@link RoleReader} says what it means. */
final class DescriptionReader {

    /** In how many words a description ends. */
    private static final int LONGEST = 60;

    private static final Set<String> BEFORE_ORGANISATION =
            Set.of("of", "from", "de", "du", "des", "d'", "at", "chez", "with");

    private final PeopleWords words;
    private final NameReader names;
    private final DescriptionCues cues;
    private final NameSeries series;

    DescriptionReader(PeopleWords words, NameReader names) {
        this.words = words;
        this.names = names;
        this.cues = new DescriptionCues(words);
        this.series = new NameSeries(words, names);
    }

    /**
     * What follows a name.
     *
     * @param words the tokens that say who it is, without brackets and commas around them
     * @param end behind all of it
     * @param bracketed whether it stands in brackets
     * @param role whether it has a role
     * @param parts whether it stands in brackets and has a comma or a dash, as a role and an organisation have between them
     */
    record Description(Range words, int end, boolean bracketed, boolean role, boolean parts) {}

    /**
     * Reads what follows a name.
     *
     * @param name after which something follows
     * @param list whether the name is one of a list, where what follows need not have a role
     * @param led whether words before the name say that a person follows
     */
    Optional<Description> after(Tokens tokens, ReadName name, int end, boolean list, boolean led) {
        int at = behindTitles(tokens, name.end(), end);
        boolean sure = name.likely() || name.titled() || led && name.full();
        if (at >= end) {
            return Optional.empty();
        }
        if (tokens.is(at, "(") || tokens.is(at, "[")) {
            int closing = tokens.closing(at, end);
            return closing <= at + 1
                    ? Optional.empty()
                    : Optional.of(described(tokens, at + 1, closing, closing + 1, true));
        }
        Token first = tokens.get(at);
        if (first.is(",") && (leadsToNext(tokens, at, end) || list && series.begins(tokens, at, end))) {
            return Optional.empty();
        }
        int from = at;
        if (first.is(",") || first.isDash() || list && (first.is(":") || first.is("|"))) {
            from = at + 1;
        } else if (first.isUpper()
                && (sure || words.isOfParliament(tokens, at))
                && words.begins(Words.ROLES, tokens, at)) {
            int to = end(tokens, at, end, list);
            return to == at + 1 && !words.isOfParliament(tokens, at)
                    ? Optional.empty()
                    : Optional.of(described(tokens, at, to, to, false));
        } else if (!BEFORE_ORGANISATION.contains(first.folded()) || at + 1 >= end) {
            return Optional.empty();
        }
        boolean role = cues.roleSoon(tokens, from, end);
        boolean organisation = from < end
                && (tokens.get(from).isUpper()
                        || words.begins(Words.ORGANISATIONS, tokens, from)
                        || cues.isArticle(tokens.get(from).folded())
                                && from + 1 < end
                                && tokens.get(from + 1).isUpper());
        boolean small = list
                && from < end
                && tokens.get(from).kind() == Token.Kind.LOWER
                && !cues.isAnd(tokens.get(from).folded())
                && !cues.stops(tokens, from, at);
        boolean listed = list && (organisation || small) && !beginsName(tokens, from, end);
        if (from > at && !role && !listed && !(sure && organisation && isOrganisation(tokens, from, end))) {
            return Optional.empty();
        }
        int to = end(tokens, from, end, list);
        if (from == at) {
            from++;
            while (from < to && cues.isArticle(tokens.get(from).folded())) {
                from++;
            }
            if (from >= to || !tokens.get(from).isUpper()) {
                return Optional.empty();
            }
        }
        return to <= from ? Optional.empty() : Optional.of(described(tokens, from, to, to, false));
    }

    /** Behind what is said after names: “KC”, “PhD”. */
    private int behindTitles(Tokens tokens, int at, int end) {
        int i = at;
        while (i < end) {
            int title = tokens.is(i, ",") ? i + 1 : i;
            if (title >= end || !tokens.get(title).isUpper() || !words.begins(Words.BEHIND_NAMES, tokens, title)) {
                break;
            }
            i = title + 1;
        }
        return i;
    }

    /** Whether a comma behind “MP” or “QC” comes before somebody else, whose organisation is in brackets. */
    private boolean leadsToNext(Tokens tokens, int comma, int end) {
        return words.endsName(tokens, comma - 1)
                && names.read(tokens, comma + 1, end)
                        .filter(name -> name.full() && tokens.is(name.end(), "("))
                        .isPresent();
    }

    private Description described(Tokens tokens, int from, int to, int end, boolean bracketed) {
        boolean parts = false;
        for (int i = from + 1; i < to - 1 && bracketed; i++) {
            parts |= tokens.is(i, ",") || tokens.get(i).isDash();
        }
        return new Description(new Range(from, to), end, bracketed, cues.firstRole(tokens, from, to) >= 0, parts);
    }

    /**
     * A role that leads to a name: “incoming President of X, ” or “the new chair of X - ”, or in lower case right before it.
     *
     * @param from what must not be read again
     */
    Optional<Range> before(Tokens tokens, int from, int name) {
        int to = name;
        if (to > from && (tokens.is(to - 1, ",") || tokens.get(to - 1).isDash() || tokens.is(to - 1, ":"))) {
            to--;
        }
        int start = to;
        while (start > from && start > to - LONGEST / 2 && isDescribing(tokens, start - 1)) {
            start--;
        }
        for (int i = start; i < to; i++) {
            int role = words.end(Words.ROLES, tokens, i);
            if (role > i && role <= to) {
                int first = i;
                while (first > start && isOfRole(tokens, first - 1)) {
                    first--;
                }
                boolean adjacent = to == name && role < to && !words.begins(Words.ROLE_MODIFIERS, tokens, role);
                return adjacent ? Optional.empty() : Optional.of(new Range(first, to));
            }
        }
        return Optional.empty();
    }

    private boolean isOfRole(Tokens tokens, int at) {
        Token token = tokens.get(at);
        return words.begins(Words.ROLE_MODIFIERS, tokens, at) && !cues.isArticle(token.folded())
                || token.isUpper() && !words.begins(Words.NO_NAMES, tokens, at);
    }

    private boolean isDescribing(Tokens tokens, int at) {
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.SIGN) {
            return token.is("&") || token.is("/") || token.is("-") && !token.isDash();
        }
        return token.isUpper() && !words.begins(Words.NO_NAMES, tokens, at)
                || cues.connects(token.folded())
                || token.kind() == Token.Kind.LOWER
                        && !cues.leaves(token.folded())
                        && !cues.isVerb(tokens, at)
                        && !words.begins(Words.LISTING, tokens, at)
                || words.begins(Words.ROLES, tokens, at);
    }

    /** Where a description that begins at a token ends. */
    private int end(Tokens tokens, int at, int end, boolean list) {
        int i = at;
        int last = Math.min(end, at + LONGEST);
        while (i < last) {
            Token token = tokens.get(i);
            if (token.is("(")) {
                int closing = tokens.closing(i, end);
                if (closing < 0) {
                    break;
                }
                i = closing + 1;
            } else if (token.is(",")) {
                if (i + 1 >= end
                        || leadsToNext(tokens, i, end)
                        || alternates(tokens, at, i, end)
                        || !goesOn(tokens, i + 1, end, list)) {
                    break;
                }
                i++;
            } else if (token.isDash()) {
                if (i + 1 >= end || !(list || tokens.get(i + 1).isUpper())) {
                    break;
                }
                i++;
            } else if (cues.isAnd(token.folded())) {
                if (beginsPerson(tokens, i + 1, end) || leadsToName(tokens, i + 1, end)) {
                    break;
                }
                i++;
            } else if (token.isWord() && !cues.stops(tokens, i, at)
                    || cues.connects(token.folded())
                    || token.is(".") && i + 1 < end) {
                i++;
            } else {
                break;
            }
        }
        while (i > at && isLoose(tokens.get(i - 1))) {
            i--;
        }
        return i;
    }

    /** Whether a name with an organisation follows, as what is described here is an organisation: “A B, Bank of X, C D, Office of Y”. */
    private boolean alternates(Tokens tokens, int from, int comma, int end) {
        return cues.firstRole(tokens, from, comma) < 0
                && isOrganisation(tokens, from, comma)
                && tokens.get(comma + 1).isUpper()
                && names.read(tokens, comma + 1, end)
                        .filter(name -> name.full()
                                && tokens.is(name.end(), ",")
                                && isOrganisation(tokens, name.end() + 1, end))
                        .isPresent();
    }

    private boolean isLoose(Token token) {
        return token.is(",")
                || token.is("-")
                || token.isDash()
                || token.is("/")
                || token.isWord() && cues.connects(token.folded());
    }

    /** Whether what follows a comma describes the same person. */
    private boolean goesOn(Tokens tokens, int at, int end, boolean list) {
        if (beginsPerson(tokens, at, end)) {
            return false;
        }
        Token token = tokens.get(at);
        boolean and = cues.isAnd(token.folded());
        if (and && (beginsPerson(tokens, at + 1, end) || leadsToName(tokens, at + 1, end))) {
            return false;
        }
        return token.isUpper() && !words.begins(Words.NO_NAMES, tokens, at)
                || words.begins(Words.ROLES, tokens, at)
                || words.begins(Words.ROLE_MODIFIERS, tokens, at)
                || words.begins(Words.ORGANISATIONS, tokens, at)
                || and && cues.leadsToRole(tokens, at + 1)
                || cues.isArticle(token.folded()) && cues.leadsToRole(tokens, at + 1)
                || list && token.kind() == Token.Kind.LOWER && !cues.stops(tokens, at, at - 1);
    }

    /** Whether the capitalised words that begin here are an organisation. */
    private boolean isOrganisation(Tokens tokens, int at, int end) {
        for (int i = at; i < Math.min(end, at + DescriptionCues.ROLE_WITHIN); i++) {
            Token token = tokens.get(i);
            boolean capitals = token.kind() == Token.Kind.CAPITALS && !words.begins(Words.BEHIND_NAMES, tokens, i);
            if ((i == at || token.isUpper()) && words.begins(Words.ORGANISATIONS, tokens, i) || capitals) {
                return !beginsPerson(tokens, at, end);
            }
            if (!token.isUpper() && !cues.connects(token.folded())) {
                return false;
            }
        }
        return false;
    }

    private boolean beginsName(Tokens tokens, int at, int end) {
        return names.read(tokens, at, end)
                .filter(name -> name.likely() || name.titled())
                .isPresent();
    }

    /** Whether another person begins, and not an organisation with two words. */
    private boolean beginsPerson(Tokens tokens, int from, int end) {
        int at = from;
        while (at < end
                && at < from + 2
                && tokens.get(at).kind() == Token.Kind.LOWER
                && cues.connects(tokens.get(at).folded())) {
            at++;
        }
        if (at >= end) {
            return false;
        }
        Optional<ReadName> name = names.read(tokens, at, end);
        return name.isPresent()
                && (name.get().likely() && name.get().full()
                        || name.get().honorific().isPresent()
                        || describes(tokens, name.get().end(), end));
    }

    private boolean describes(Tokens tokens, int at, int end) {
        if (tokens.is(at, "(")) {
            int closing = tokens.closing(at, end);
            return closing > 0 && cues.firstRole(tokens, at + 1, closing) >= 0;
        }
        return at + 1 < end && (tokens.is(at, ",") || tokens.get(at).isDash()) && cues.roleSoon(tokens, at + 1, end);
    }

    /** Whether a role begins here that ends in a comma and a name: “and incoming President of X, Anna Berg”. */
    private boolean leadsToName(Tokens tokens, int at, int end) {
        if (!cues.roleSoon(tokens, at, Math.min(end, at + 5))) {
            return false;
        }
        for (int i = at; i < Math.min(end, at + LONGEST / 2); i++) {
            boolean nearer =
                    i > at && cues.isAnd(tokens.get(i).folded()) && cues.roleSoon(tokens, i + 1, Math.min(end, i + 6));
            if (nearer || tokens.is(i, ";") || tokens.is(i, "(")) {
                return false;
            }
            if (tokens.is(i, ",")) {
                Optional<ReadName> name = names.read(tokens, i + 1, end);
                return name.filter(read -> read.likely() || read.titled())
                        .map(read ->
                                read.end() >= end || !tokens.get(read.end()).isWord() && !tokens.is(read.end(), ","))
                        .orElse(false);
            }
        }
        return false;
    }
}
