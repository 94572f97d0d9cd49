package org.efcevents.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;

/**
 * Reads words that are a place, part by part between their commas: “European Parliament, Brussels, room 5G3”. A part is the town by its form or by
 * where it stands; what is neither it nor the country is of the venue, so that nothing of a place is dropped.
 */
final class PlacePhrases {

    private static final String SMALL =
            "(?:d['’]|l['’]|(?:de|du|des|la|le|les|of|the|and|et|en|à|aux?|sur|am|an|der|den|von|van|zu|upon|del|di)\\s)";

    private static final String WORD = "\\p{Lu}[\\p{L}\\p{M}’'.-]*";

    /** A name of at most four words. */
    private static final Pattern NAME =
            Pattern.compile(WORD + "(?:[ -]" + SMALL + "{0,2}" + WORD + "){0,3}", Pattern.UNICODE_CHARACTER_CLASS);

    /** With a postal code, the number of a district, or what stands for one: {@code 1050 Bruxelles}, {@code Paris 7e}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?:(?:\\p{Lu}{1,2}-)?\\d{4,6}(?: \\p{Lu}{2}(?= ))?\\s+(?<behind>" + WORD
                    + "(?:[ -]" + SMALL + "?" + WORD + "){0,3}?)(?: (?:[Cc]edex|CEDEX)(?: \\d+)?)?|(?<before>" + WORD
                    + "(?:[ -]" + SMALL + "?" + WORD
                    + "){0,2}?)\\s+(?:\\d{4,6}|\\p{Lu}{1,2}\\d[\\d\\p{Lu}]? \\d\\p{Lu}{2}|\\d{1,2}(?:er|e|ème)))");

    /** “Vienna, Austria and online” */
    private static final Pattern ALSO = Pattern.compile(
            "\\s(?:and|et|&|\\+|/) (?=(?:online|on line|en ligne|via|en visio|by video)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("(?<![\\d-])(?:19|20)\\d\\d(?!\\d)");

    /** Of a French department, behind its town. */
    private static final Pattern DEPARTMENT = Pattern.compile("\\d{2,3}|2[AB]");

    /** A word of a house's name with the small ones before it. */
    private static final Pattern HOUSE_WORD =
            Pattern.compile("\\G[ -]?(?:" + SMALL + "{0,2}[\\p{L}\\p{M}’'.-]*[\\p{L}\\p{M}]|\\d+(?:[/.]\\w+)*)");

    private static final Pattern CAPITAL = Pattern.compile("[ -]?" + SMALL + "{0,2}\\p{Lu}");

    /** “des fêtes”, “22/E27” */
    private static final Pattern OF_HOUSE = Pattern.compile("[ -]?(?:" + SMALL + ".*|\\d.*)");

    private static final Pattern BEFORE_PLACE = Pattern.compile(
            "(?<![\\p{L}])(?:(?:à|dans|chez|at|in)\\s(?:the |la |les? |l['’])?|aux?\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TIME = Pattern.compile(
            "(?:(?:à|at|from|de|dès|um|ab)\\s)?\\d{1,2}(?:[.:hH]\\s?\\d{0,2})?(?![\\p{L}\\d]*\\p{L}{3}).{0,24}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TIME_BEHIND =
            Pattern.compile("[\\s,.;–—-]+" + TIME.pattern(), Pattern.CASE_INSENSITIVE);

    private final Countries countries;

    private final Predicate<String> noTown;

    /** @param noTown what is no town although it has the form of one, such as the name of a person */
    PlacePhrases(Countries countries, Predicate<String> noTown) {
        this.countries = countries;
        this.noTown = noTown;
    }

    private enum Kind {
        COUNTRY,
        /** By its form or because everybody knows it. */
        TOWN,
        /** Which may be a town's. */
        NAME,
        HOUSE,
        DETAIL
    }

    /**
     * What stands between two commas, or in brackets.
     *
     * @param all its words
     * @param name those of the town or the country
     */
    private record Part(Passage all, Passage name, Kind kind, boolean bracketed) {}

    /** A place that is called so; something of it is always found, unless it says that none is known. */
    Optional<FoundPlace> called(String text, Passage words, String rule, boolean venue) {
        if (PlaceWords.areUnknown(words.in(text))) {
            return Optional.empty();
        }
        List<Part> parts = parts(text, words);
        boolean one = parts.size() == 1 && parts.get(0).kind() == Kind.NAME && venue;
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(place(text, parts, rule, one ? Certainty.DOUBTFUL : Certainty.STATED));
    }

    /** A country, if all the words are one. */
    Optional<FoundPlace> country(String text, Passage words, String rule) {
        return parts(text, words).stream()
                .filter(part -> part.kind() == Kind.COUNTRY)
                .findFirst()
                .map(part -> new FoundPlace(
                        Optional.empty(), country(text, part, rule, Certainty.STATED), Optional.empty()));
    }

    /** A name beside a date, in doubt, or two: the second is the town if it can be, the first is of it if it is a house, or else the event. */
    Optional<FoundPlace> beside(String text, Passage words, String rule) {
        List<Part> parts = parts(text, words);
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        boolean town = last != null && parts.size() <= 2 && (last.kind() == Kind.NAME || last.kind() == Kind.TOWN);
        return town
                ? Optional.of(place(
                        text, parts.get(0).kind() == Kind.HOUSE ? parts : List.of(last), rule, Certainty.DOUBTFUL))
                : Optional.empty();
    }

    /** All of it as a venue. */
    static FoundPlace venue(String text, Passage words, String rule, Certainty certainty) {
        return new FoundPlace(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Finding<>(words.in(text), List.of(words), rule, certainty)));
    }

    /**
     * What is recognised as a place at the beginning of some words, in doubt; empty if nothing is.
     *
     * @param sentence whether they are in the middle of a sentence, where a house has to have a name
     */
    Optional<FoundPlace> leading(String text, Passage words, String rule, boolean sentence) {
        List<Part> taken = new ArrayList<>();
        for (Part part : parts(text, words)) {
            if (taken.isEmpty()
                    && part.kind() != Kind.HOUSE
                    && TIME.matcher(part.all().in(text)).matches()) {
                continue;
            }
            boolean other = part.kind() == Kind.COUNTRY
                    || part.kind() == Kind.TOWN
                    || part.kind() == Kind.NAME
                            && !PlaceWords.isCalledAsHouse(part.all().in(text));
            Optional<Part> named = other ? Optional.of(part) : house(text, part.all(), sentence);
            named.ifPresent(taken::add);
            if (named.isEmpty() || named.get().all().to() < part.all().to()) {
                break;
            }
        }
        return recognised(taken) ? Optional.of(place(text, taken, rule, Certainty.DOUBTFUL)) : Optional.empty();
    }

    /** What is recognised behind the words that lead to a house: “at the Old Library, Ghent”, “à l'Espace Corail”. */
    Optional<FoundPlace> behindAt(String text, Passage sentence, String rule, IntPredicate own) {
        Matcher at = BEFORE_PLACE.matcher(text).region(sentence.from(), sentence.to());
        while (at.find()) {
            Optional<FoundPlace> place = own.test(at.start())
                    ? leading(text, new Passage(at.start(), sentence.to()), rule, true)
                    : Optional.empty();
            if (place.flatMap(FoundPlace::venue).isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** All of some words in doubt, if a place is recognised in them and each part may be of it; a time of day may be behind it. */
    Optional<FoundPlace> alone(String text, Passage words, String rule) {
        return leading(text, words, rule, false).filter(place -> {
            int end = place.findings().stream()
                    .flatMap(found -> found.words().stream())
                    .mapToInt(Passage::to)
                    .max()
                    .orElse(0);
            String rest = text.substring(end, words.to());
            return rest.chars().noneMatch(Character::isLetterOrDigit)
                    || TIME_BEHIND.matcher(rest).matches();
        });
    }

    /** What follows a title behind a comma: all of it, or a house and its town before something else. */
    Optional<FoundPlace> behindTitle(String text, Passage words, String rule) {
        List<Part> parts = parts(text, words);
        boolean townFirst = parts.size() > 1
                && parts.get(0).kind() == Kind.NAME
                && parts.get(0).all().in(text).indexOf(' ') < 0
                && parts.get(1).kind() == Kind.HOUSE;
        if (townFirst && parts.size() == 2) {
            return Optional.of(place(text, parts, rule, Certainty.DOUBTFUL));
        }
        return alone(text, words, rule).or(() -> leading(text, words, rule, false)
                .filter(place -> place.venue().isPresent() && place.city().isPresent()));
    }

    private static boolean recognised(List<Part> parts) {
        boolean house = !parts.isEmpty() && parts.get(0).kind() == Kind.HOUSE;
        boolean town = parts.stream().anyMatch(part -> part.kind() == Kind.TOWN);
        return house || town && parts.size() < 5;
    }

    /** The words of a part, from its beginning, that name a house. */
    private static Optional<Part> house(String text, Passage part, boolean sentence) {
        Matcher before = BEFORE_PLACE.matcher(text).region(part.from(), part.to());
        int from = before.lookingAt() ? before.end() : part.from();
        Matcher word = HOUSE_WORD.matcher(text).region(from, part.to());
        int end = from;
        int known = 0;
        boolean capital = false;
        while (word.find() && isOfHouse(word.group(), end == from)) {
            known += PlaceWords.isInTown(word.group()) ? 1 : 0;
            capital |= CAPITAL.matcher(word.group()).lookingAt();
            end = word.end();
        }
        Passage whole = new Passage(from, part.to());
        Passage name = new Passage(from, end);
        boolean named = PlaceWords.isInTown(name.in(text)) && (capital || known > 1 || !sentence && end == part.to());
        boolean form = !sentence && PlaceWords.isCalledAsHouse(whole.in(text));
        return named || form
                ? Optional.of(new Part(named ? name : whole, named ? name : whole, Kind.HOUSE, false))
                : Optional.empty();
    }

    private static boolean isOfHouse(String word, boolean first) {
        return PlaceWords.isInTown(word)
                || CAPITAL.matcher(word).lookingAt()
                || !first && OF_HOUSE.matcher(word).matches()
                || first && word.strip().matches("[Pp]lace|\\d+\\w?");
    }

    private List<Part> parts(String text, Passage words) {
        List<Part> parts = new ArrayList<>();
        int from = words.from();
        boolean bracket = false;
        for (int at = words.from(); at <= words.to(); at++) {
            char sign = at == words.to() ? ',' : text.charAt(at);
            boolean dash = (sign == '-' || sign == '–' || sign == '—')
                    && at > words.from()
                    && Character.isWhitespace(text.charAt(at - 1));
            boolean comma = !bracket
                    && (ALSO.matcher(text).region(at, words.to()).lookingAt() || ",;|·".indexOf(sign) >= 0 || dash);
            if (comma || sign == '(' || sign == ')' || at == words.to()) {
                add(text, from, at, bracket, parts);
                from = at + 1;
                bracket = sign == '(' || bracket && sign != ')';
            }
        }
        return parts;
    }

    private void add(String text, int begin, int end, boolean bracketed, List<Part> parts) {
        int from = begin;
        int to = end;
        Matcher also = ALSO.matcher(text).region(begin, end);
        if (begin > 0 && also.region(begin - 1, end).lookingAt()) {
            from = also.end();
        }
        while (from < to && !Character.isLetterOrDigit(text.charAt(from)) && "«“\"'’".indexOf(text.charAt(from)) < 0) {
            from++;
        }
        while (to > from && (Character.isWhitespace(text.charAt(to - 1)) || ".,:".indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        if (from < to) {
            parts.add(part(text, new Passage(from, to), bracketed));
        }
    }

    private Part part(String text, Passage words, boolean bracketed) {
        String said = words.in(text);
        if (countries.code(said).isPresent()) {
            return new Part(words, words, Kind.COUNTRY, bracketed);
        }
        if (PlaceWords.isInTown(said)) {
            return new Part(words, words, Kind.HOUSE, bracketed);
        }
        if (PlaceWords.isKnownTown(said)) {
            return new Part(words, words, Kind.TOWN, bracketed);
        }
        Matcher numbered = NUMBERED.matcher(text).region(words.from(), words.to());
        String group = numbered.matches() && numbered.group("behind") != null ? "behind" : "before";
        if (numbered.matches() && !YEAR.matcher(said).find() && isName(numbered.group(group))) {
            return new Part(words, new Passage(numbered.start(group), numbered.end(group)), Kind.TOWN, bracketed);
        }
        return new Part(words, words, isName(said) ? Kind.NAME : Kind.DETAIL, bracketed);
    }

    private boolean isName(String said) {
        return NAME.matcher(said).matches()
                && !PlaceWords.isHouse(said)
                && !PlaceWords.isNoTown(said)
                && said.codePoints().anyMatch(Character::isLowerCase)
                && !noTown.test(said);
    }

    private FoundPlace place(String text, List<Part> parts, String rule, Certainty certainty) {
        int country = last(parts, Kind.COUNTRY, parts.size());
        int town = town(parts, country < 0 ? parts.size() : country);
        boolean department = town >= 0
                && town + 1 < parts.size()
                && parts.get(town + 1).bracketed()
                && DEPARTMENT.matcher(parts.get(town + 1).all().in(text)).matches();
        List<Part> rest = IntStream.range(0, parts.size())
                .filter(i -> i != town && i != country && !(department && i == town + 1))
                .mapToObj(parts::get)
                .toList();
        // “Casablanca, Rabat, Tanger”: several towns, or a house and who knows what. They stay together.
        boolean several = country < 0
                && parts.size() > 2
                && rest.stream().allMatch(part -> part.kind() == Kind.NAME || part.kind() == Kind.TOWN);
        if (several) {
            Passage all = new Passage(
                    parts.get(0).all().from(), parts.get(parts.size() - 1).all().to());
            return new FoundPlace(
                    Optional.of(new Finding<>(all.in(text), List.of(all), rule, Certainty.DOUBTFUL)),
                    Optional.empty(),
                    Optional.empty());
        }
        Certainty sure = certainty == Certainty.STATED && isSure(text, parts, rest, town, country)
                ? Certainty.STATED
                : Certainty.DOUBTFUL;
        return new FoundPlace(
                town < 0
                        ? Optional.empty()
                        : Optional.of(new Finding<>(
                                parts.get(town).name().in(text),
                                List.of(parts.get(town).all()),
                                rule,
                                sure)),
                department
                        ? Optional.of(
                                new Finding<>("FR", List.of(parts.get(town + 1).all()), rule, Certainty.DOUBTFUL))
                        : country < 0 ? Optional.empty() : country(text, parts.get(country), rule, sure),
                venue(text, rest, rule, sure));
    }

    private Optional<Finding<String>> country(String text, Part part, String rule, Certainty certainty) {
        return countries
                .code(part.name().in(text))
                .map(code -> new Finding<>(code, List.of(part.all()), rule, certainty));
    }

    private static Optional<Finding<String>> venue(String text, List<Part> rest, String rule, Certainty certainty) {
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding<>(
                        rest.stream().map(part -> part.all().in(text)).collect(Collectors.joining(", ")),
                        rest.stream().map(Part::all).toList(),
                        rule,
                        certainty));
    }

    /** Which part is the town: what is one by its form, what stands before the country, what stands last; -1 if none can be. */
    private static int town(List<Part> parts, int end) {
        int before = end - 1;
        boolean country = end < parts.size();
        if (country && before >= 0 && parts.get(before).kind() == Kind.NAME) {
            return before;
        }
        // “Ghent (Het Pand)”, but “Het Pand (Ghent)”
        boolean behind = parts.size() == 2
                && parts.get(1).bracketed()
                && parts.stream().allMatch(part -> part.kind() == Kind.NAME)
                && parts.get(0).name().length() < parts.get(1).name().length();
        if (behind) {
            return 0;
        }
        int formed = last(parts, Kind.TOWN, parts.size());
        return formed >= 0 ? formed : last(parts, Kind.NAME, parts.size());
    }

    private static int last(List<Part> parts, Kind kind, int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (parts.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    /** Whether nothing but this can be meant, if all of it is a place. */
    private static boolean isSure(String text, List<Part> parts, List<Part> rest, int town, int country) {
        boolean online = PlaceWords.areOnline(parts.get(0).all().in(text));
        boolean houses = rest.stream().allMatch(part -> part.kind() == Kind.HOUSE);
        if (town < 0) {
            return online || houses;
        }
        boolean other = rest.stream().anyMatch(part -> part.kind() == Kind.NAME || part.kind() == Kind.TOWN);
        return country == town + 1 || houses || !other;
    }
}
