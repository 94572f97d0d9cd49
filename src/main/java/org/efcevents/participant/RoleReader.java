package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.DescriptionParts.Segment;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;

/** Tells what somebody is from whom they are it for: “Analyst - European Cybercrime Centre”, “directrice de l'Institut X”. */
final class RoleReader {

    private static final Set<String> MINISTERS = Set.of("commissioner", "minister", "commissaire", "ministre");
    private static final Set<String> FRENCH = Set.of("et", "des", "du", "d'", "la", "le", "l'");
    /** How many words separate parts of a description, such as “, and the”. */
    private static final int MOST_BETWEEN = 3;

    private final PeopleWords words;
    private final DescriptionParts parts;

    RoleReader(PeopleWords words) {
        this.words = words;
        this.parts = new DescriptionParts(words);
    }

    /** Reads what descriptions of one person say. */
    WhoTheyAre read(Tokens tokens, List<Range> ranges) {
        List<Segment> rest = new ArrayList<>();
        WhoTheyAre.Words group = WhoTheyAre.Words.NONE;
        WhoTheyAre.Words country = WhoTheyAre.Words.NONE;
        List<Segment> all = ranges.stream()
                .flatMap(range -> parts.of(tokens, range).stream())
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
                .anyMatch(i -> MINISTERS.contains(tokens.get(i).folded()) && DescriptionParts.isOf(tokens, i + 1));
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
                    && (DescriptionParts.isOf(tokens, from) || DescriptionParts.isArticle(tokens, from))) {
                from++;
            }
            if (of > role.from()
                    && from > of
                    && from < role.to()
                    && !tokens.is(of, "for")
                    && (parts.isOrganisation(tokens, from, role.to())
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
        return to > from + 1
                || at
                || DescriptionParts.isAcronym(tokens.get(from))
                || words.begins(Words.WELL_KNOWN, tokens, from);
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
            if ((DescriptionParts.isAcronym(first) || words.begins(Words.WELL_KNOWN, tokens, role.from()))
                    && !words.begins(Words.ROLES, tokens, role.from())
                    && role.to() > role.from() + 1) {
                return List.of(new Segment(role.from(), role.from() + 1, false, false, true));
            }
        }
        return List.of();
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
