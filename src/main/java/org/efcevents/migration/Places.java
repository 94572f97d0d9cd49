package org.efcevents.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;
import org.efcevents.pagetext.WordForms;

/**
 * Where an event was: in a column or a line for it, in its title, or in the first sentences beside what tells that it took place. A name
 * that stands elsewhere may be of anything.
 */
final class Places {

    private static final String NAME =
            "\\p{Lu}[\\p{L}’'-]+(?:[ -](?:(?:de|la|le|les|sur|am|an|der|aan|den|upon) )?\\p{Lu}[\\p{L}’'-]+){0,2}";

    private static final String CITY = "(?<city>(?:[Tt]he (?=Hague))?" + NAME + ")";

    private static final String COUNTRY =
            "(?:,\\s*(?<country>(?:[Tt]he )?\\p{Lu}[\\p{L}’'-]+(?: (?:of )?\\p{Lu}[\\p{L}’'-]+){0,3})|\\s*\\((?<code>[^()]{2,40})\\))?";

    /** All of a line: {@code Old Fish Hall, Lerwick, Shetland}. */
    private static final Pattern LINE = Pattern.compile(
            "(?<before>(?:[^\\s,()|:]{1,30}(?: [^\\s,()|:]{1,30}){0,5},\\s){0,3}?)" + CITY + COUNTRY + "\\s*\\.?");

    /** The same without a country: {@code Old Mint, Leuven}. */
    private static final Pattern CITY_LINE =
            Pattern.compile("(?<before>(?:[^\\s,()|:]{1,30}(?: [^\\s,()|:]{1,30}){0,5},\\s){1,3}?)" + CITY
                    + "(?<country>$.)?(?<code>$.)?\\s*\\.?");

    /** Behind a title: {@code Round table, Vienna}, {@code Summer school (Ljubljana)}. */
    private static final Pattern BEHIND_TITLE =
            Pattern.compile("[^,()]{4,120}(?:,\\s|\\s\\()" + CITY + COUNTRY + "\\)?\\.?");

    /** A part of a line that is called so: {@code Place: Graz, Austria | …}. */
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?:place|venue|where|location|city|lieu|où|ville|ort)\\s?:\\s*([^|;\\n]{2,120}?)\\s*(?=[|;\\n]|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    /** Between a title and a date, or after the date: {@code , Preetz, Germany}. */
    private static final Pattern BESIDE_DATE =
            Pattern.compile("\\s*[,–—-]\\s*" + CITY + COUNTRY + "[\\s,.–—-]*(?:\\p{L}+day\\s)?");

    private static final Pattern BEFORE_DATE = Pattern.compile(CITY + COUNTRY + "\\s?[,–—-]\\s(?:\\p{L}+day,?\\s)?");

    /** In UTF-16 units. */
    private static final int LONGEST_HOUSE = 80;

    /** How far from the beginning of a text its first date is. */
    private static final int FURTHEST = 60;

    private static final Pattern IN =
            Pattern.compile("(?:\\b[Ii]n|\\bat|\\bto|(?<![\\p{L}])[àÀ]|\\ben|\\bin der|\\bin den)\\s" + CITY + COUNTRY);

    /** What tells that something took place, before the name of a place. */
    private static final Pattern TOOK_PLACE = Pattern.compile(
            "\\b(?:took place|takes? place|taken place|taking place|held|met|meets?|meeting|gathered|gathers?|hosted|opened|organised|organized|assembled|came together|"
                    + "was|were|will be|came|forum|conference|offices|premises|lieu|se tiendra|s.est tenue?|se sont tenue?s|réunie?s?|s.est réunie?|s.est rendue?|s.est déroulée?|a réuni|accueillie?s?|"
                    + "organisée?s?|invited|went|travelled|shown|played|presented|discussed|listened|compared|agreed|began|ended|closed|founded|launched|held in)\\b[^.;]{0,90}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Of another thing than the event. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:next|last|previous|before|after|following|which|that|who|where|postponed|planned|expected|prochaine?|dernière?|après|qui|que|où|born|from|since|university of|"
                    + "wished|wrote|office for|bureau)\\b[^.;]{0,60}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The same, so near that it is about nothing else. */
    private static final Pattern JUST_TOOK_PLACE = Pattern.compile(
            "\\b(?:took place|take place|was held|were held|be held|met|se sont tenue?s|s.est tenue?|lieu|se tiendra)\\b[^.;,]{0,40}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Countries countries;
    private final PageDates dates;

    private final Furniture furniture;

    Places(Countries countries, PageDates dates, Furniture furniture) {
        this.countries = countries;
        this.dates = dates;
        this.furniture = furniture;
    }

    /** The words of a block without the links that lead to a map and the like. */
    private Passage words(Entry entry, Block block) {
        int end = block.passage().to();
        for (Passage link : furniture.in(entry.text(), block)) {
            end = Math.min(end, Math.max(link.from(), block.passage().from() + 1));
        }
        while (end > block.passage().from() + 1 && !isOfPlace(entry.text().charAt(end - 1))) {
            end--;
        }
        return end == block.passage().to()
                ? block.passage()
                : new Passage(block.passage().from(), end);
    }

    private static boolean isOfPlace(char character) {
        return Character.isLetterOrDigit(character) || character == ')' || character == '.';
    }

    /** The place of an entry; empty if it names none of its own. */
    Optional<FoundPlace> of(Entry entry) {
        List<Block> blocks = new ArrayList<>(entry.blocks());
        blocks.addAll(entry.headings());
        return labelled(entry, blocks)
                .or(() -> ofLines(entry, blocks))
                .or(() -> besideDate(entry))
                .or(() -> besideFirstDate(entry))
                .or(() -> entry.title().flatMap(title -> inSentence(entry, title, true)))
                .or(() -> ofSentences(entry))
                .or(() -> entry.title().flatMap(title -> behindTitle(entry, title)))
                .map(place -> withCountry(place, entry));
    }

    /** With the country that the first sentences name beside the town, if what was found does not. */
    private FoundPlace withCountry(FoundPlace place, Entry entry) {
        if (place.city().isEmpty() || place.country().isPresent()) {
            return place;
        }
        Pattern named =
                Pattern.compile("\\b(?<city>" + Pattern.quote(place.city().get().value()) + ")" + COUNTRY);
        for (Passage sentence : Sentences.of(entry).stream().limit(3).toList()) {
            Matcher again = named.matcher(entry.text()).region(sentence.from(), sentence.to());
            Optional<FoundPlace> with =
                    again.find() ? place(again, "place.sentence", Certainty.STATED) : Optional.empty();
            if (with.flatMap(FoundPlace::country).isPresent()) {
                return new FoundPlace(place.city(), with.get().country(), place.venue());
            }
        }
        return place;
    }

    private Optional<FoundPlace> labelled(Entry entry, List<Block> blocks) {
        for (Block block : blocks) {
            Matcher called = CALLED.matcher(entry.text())
                    .region(block.passage().from(), block.passage().to());
            Optional<FoundPlace> place = PlaceWords.areLabels(block.labels())
                    ? line(entry, words(entry, block), "place.label", true)
                    : called.find()
                            ? line(entry, new Passage(called.start(1), called.end(1)), "place.called", true)
                            : Optional.empty();
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    private Optional<FoundPlace> ofLines(Entry entry, List<Block> blocks) {
        return blocks.stream()
                .map(block -> words(entry, block))
                .filter(words -> entry.title().filter(words::overlaps).isEmpty() && words.length() < 90)
                .flatMap(words -> line(entry, afterDate(entry, words), "place.line", false).stream())
                .findFirst();
    }

    /** In the line of the title: “General Assembly, Ghent, 6 November 1999.” */
    private Optional<FoundPlace> besideDate(Entry entry) {
        if (entry.title().isEmpty() || entry.body().isEmpty()) {
            return Optional.empty();
        }
        Passage rest = entry.body().get(0);
        boolean sameLine = rest.from() >= entry.title().get().to()
                && entry.text().substring(entry.title().get().to(), rest.from()).isBlank();
        Optional<Passage> date = sameLine ? dates.first(rest) : Optional.empty();
        if (date.isEmpty() || date.get().from() > rest.from() + 90) {
            return Optional.empty();
        }
        int sentence = entry.text().indexOf(". ", date.get().to());
        Passage before = new Passage(rest.from(), date.get().from());
        Passage after = new Passage(date.get().to(), sentence < 0 || sentence > rest.to() ? rest.to() : sentence);
        for (Passage beside : List.of(before, after)) {
            Matcher place = BESIDE_DATE.matcher(entry.text()).region(beside.from(), beside.to());
            if (place.matches()) {
                return beside(place);
            }
        }
        return Optional.empty();
    }

    /** At the beginning of the text: “14 November 2014, Bolzano, Italy. …”, “Ljubljana, 2–4 July 2013.” */
    private Optional<FoundPlace> besideFirstDate(Entry entry) {
        Passage first = entry.body().stream()
                .filter(part -> !dates.isNothingElse(part))
                .findFirst()
                .orElse(null);
        Passage date = first == null
                ? null
                : dates.writtenAtBeginning(first).or(() -> dates.first(first)).orElse(null);
        if (date == null || date.from() > first.from() + FURTHEST) {
            return Optional.empty();
        }
        int stop = entry.text().indexOf(". ", date.to());
        int end = stop < 0 || stop > first.to() ? first.to() : stop;
        Matcher after = BESIDE_DATE.matcher(entry.text()).region(date.to(), end);
        if (dates.writtenAtBeginning(first).isPresent() && after.matches()) {
            return beside(after);
        }
        Matcher before = BEFORE_DATE.matcher(entry.text()).region(first.from(), date.from());
        // “Two Saturdays, 8 and 15 February”: of more words than one a country has to say that they are a town.
        boolean town = before.matches() && (before.group("city").indexOf(' ') < 0 || before.group("country") != null);
        return town ? place(before, "place.beside", Certainty.DOUBTFUL) : Optional.empty();
    }

    private Optional<FoundPlace> beside(Matcher found) {
        return inTown(found, "place.beside", Certainty.DOUBTFUL)
                .or(() -> place(found, "place.beside", Certainty.STATED));
    }

    /**
     * “Residence Palace, Brussels”: a house, and behind it what is no country. Which of the two is the town nobody says, unless one is a house.
     *
     * @param certainty of what is a house in a town
     */
    private Optional<FoundPlace> inTown(Matcher found, String rule, Certainty certainty) {
        String town = found.group("country");
        if (town == null
                || PlaceWords.isHouse(town)
                || PlaceWords.isNoTown(town)
                || countries.code(town).isPresent()) {
            return Optional.empty();
        }
        Certainty sure = PlaceWords.isHouse(found.group("city")) ? certainty : Certainty.DOUBTFUL;
        return Optional.of(new FoundPlace(
                Optional.of(finding(found, "country", rule, sure)),
                Optional.empty(),
                Optional.of(finding(found, "city", rule, sure))));
    }

    private static Finding<String> finding(Matcher found, String group, String rule, Certainty certainty) {
        return new Finding<>(
                found.group(group), List.of(new Passage(found.start(group), found.end(group))), rule, certainty);
    }

    private Optional<FoundPlace> ofSentences(Entry entry) {
        List<Passage> sentences = Sentences.of(entry).stream().limit(3).toList();
        for (Passage sentence : sentences) {
            Optional<FoundPlace> place = inSentence(entry, sentence, false);
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** It may be of anything else than a town, unless its country stands beside it. */
    private Optional<FoundPlace> behindTitle(Entry entry, Passage title) {
        Passage words = dates.atEnd(title)
                .map(date -> new Passage(title.from(), date.from()))
                .orElse(title);
        String text = entry.text();
        int end = words.to();
        while (end > words.from() && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
            end--;
        }
        Matcher behind = BEHIND_TITLE.matcher(text).region(words.from(), end);
        if (!behind.matches()) {
            return Optional.empty();
        }
        boolean country = Optional.ofNullable(behind.group("country"))
                .flatMap(countries::code)
                .isPresent();
        return place(behind, "place.title", country ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    /** A line is a place if nothing else is on it, and it is called so or names its country. */
    private Optional<FoundPlace> line(Entry entry, Passage words, String rule, boolean called) {
        if (dates.isIn(words) || !dates.impossible(words).isEmpty()) {
            return Optional.empty();
        }
        Optional<FoundPlace> place = town(entry, words, rule);
        return called
                ? place.or(() -> house(entry, words, rule))
                : place.filter(found -> found.country().isPresent());
    }

    private Optional<FoundPlace> town(Entry entry, Passage words, String rule) {
        Matcher line = LINE.matcher(entry.text()).region(words.from(), words.to());
        if (!line.matches()) {
            return Optional.empty();
        }
        boolean foreign = line.group("country") != null
                && countries.code(line.group("country")).isEmpty();
        Matcher town = CITY_LINE.matcher(entry.text()).region(words.from(), words.to());
        Matcher found = foreign && town.matches() ? town : line;
        if (found.group("before").isBlank()) {
            return place(found, rule, Certainty.STATED);
        }
        Passage before = new Passage(found.start("before"), found.end("before"));
        String venue = before.in(entry.text()).strip().replaceFirst(",$", "");
        // Of several names any may be the town, and they may be several.
        boolean sure = found == line || venue.indexOf(',') < 0;
        Certainty certainty = sure ? Certainty.STATED : Certainty.DOUBTFUL;
        return place(found, rule, certainty)
                .map(place -> new FoundPlace(
                        place.city(),
                        place.country(),
                        Optional.of(new Finding<>(venue, List.of(before), rule, certainty))));
    }

    /** “Théâtre Quartier Libre”: a house, and no town. */
    private static Optional<FoundPlace> house(Entry entry, Passage words, String rule) {
        String name = words.in(entry.text());
        return PlaceWords.isHouse(name) && name.length() <= LONGEST_HOUSE && Character.isUpperCase(name.charAt(0))
                ? Optional.of(new FoundPlace(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Finding<>(name, List.of(words), rule, Certainty.STATED))))
                : Optional.empty();
    }

    private Passage afterDate(Entry entry, Passage words) {
        return dates.writtenAtBeginning(words)
                .map(date -> {
                    int from = date.to();
                    while (from < words.to() && !Character.isLetter(entry.text().charAt(from))) {
                        from++;
                    }
                    return new Passage(from, words.to());
                })
                .orElse(words);
    }

    private Optional<FoundPlace> inSentence(Entry entry, Passage sentence, boolean title) {
        Matcher in = IN.matcher(entry.text()).region(sentence.from(), sentence.to());
        Optional<FoundPlace> doubtful = Optional.empty();
        while (in.find()) {
            String before = entry.text().substring(sentence.from(), in.start());
            boolean country = Optional.ofNullable(in.group("country"))
                    .flatMap(countries::code)
                    .isPresent();
            boolean weak = in.group().startsWith("at") || in.group().startsWith("to");
            boolean own = title
                    || TOOK_PLACE.matcher(before).find()
                    || dates.isIn(new Passage(Math.max(sentence.from(), in.start() - 25), in.start()))
                    || before.isBlank();
            boolean other = !title
                    && OTHER.matcher(before).find()
                    && !JUST_TOOK_PLACE.matcher(before).find();
            if (other || weak && !country && !before.endsWith("came ")) {
                continue;
            }
            Optional<FoundPlace> place = place(
                    in,
                    title ? "place.title" : "place.sentence",
                    own || country ? Certainty.STATED : Certainty.DOUBTFUL);
            if (place.isPresent() && (own || country)) {
                return place;
            }
            doubtful = doubtful.or(() -> place);
        }
        return doubtful;
    }

    private Optional<FoundPlace> place(Matcher found, String rule, Certainty certainty) {
        String city = found.group("city");
        if (PlaceWords.isNoTown(city)
                || dates.isMonth(WordForms.letters(city).replaceFirst(" .*", ""))
                || PlaceWords.isHouse(city)
                || city.codePoints().filter(Character::isUpperCase).count() == city.length()) {
            return Optional.empty();
        }
        String named = found.group("country") != null ? "country" : "code";
        Optional<Finding<String>> country = Optional.ofNullable(found.group(named))
                .flatMap(countries::code)
                .map(code -> new Finding<>(
                        code, List.of(new Passage(found.start(named), found.end(named))), rule, certainty));
        Passage words = new Passage(found.start("city"), found.end("city"));
        Optional<String> alone = country.isEmpty() ? countries.code(city) : Optional.empty();
        return Optional.of(
                alone.isPresent()
                        ? new FoundPlace(
                                Optional.empty(),
                                Optional.of(new Finding<>(alone.get(), List.of(words), rule, certainty)),
                                Optional.empty())
                        : new FoundPlace(
                                Optional.of(new Finding<>(city, List.of(words), rule, certainty)),
                                country,
                                Optional.empty()));
    }
}
