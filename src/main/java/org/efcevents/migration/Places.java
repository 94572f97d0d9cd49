package org.efcevents.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final Set<String> LABELS = Set.of(
            "place",
            "lieu",
            "ort",
            "venue",
            "location",
            "city",
            "ville",
            "where",
            "locality",
            "plaats",
            "luogo",
            "lugar");

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

    /** Words of houses and of what is held in them, which are in towns and are none. */
    private static final Pattern HOUSE = Pattern.compile(
            "(?i).*\\b(?:museum|hall|hotel|hôtel|university|université|offices?|parliament|parlement|palace|palais|house|centre|center|salon|fair|congress|musée|ministry|ministère|"
                    + "library|school|institute|days|forum|conference|commission|council|street|avenue|rue|week|internet|union|group|session|member|chair|european|national).*");

    private static final Set<String> NO_CITIES = Set.of(
            ("spring|summer|autumn|winter|english|french|german|europe|parliament|member states|internet|printemps|automne|"
                            + "hiver|ete|anglais|francais|online|en ligne|zoom|teams|skype|video conference|videoconference")
                    .split("\\|"));

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
            Optional<FoundPlace> place = block.labels().stream().anyMatch(LABELS::contains)
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
                return place(place, "place.beside", Certainty.STATED);
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
            return place(after, "place.beside", Certainty.STATED).or(() -> house(after));
        }
        Matcher before = BEFORE_DATE.matcher(entry.text()).region(first.from(), date.from());
        // “Two Saturdays, 8 and 15 February”: of more words than one a country has to say that they are a town.
        boolean town = before.matches() && (before.group("city").indexOf(' ') < 0 || before.group("country") != null);
        return town ? place(before, "place.beside", Certainty.DOUBTFUL) : Optional.empty();
    }

    /** “Residence Palace, Brussels”: a house, and behind it what is no country. */
    private Optional<FoundPlace> house(Matcher beside) {
        String town = beside.group("country");
        boolean house = town != null
                && HOUSE.matcher(beside.group("city")).matches()
                && !HOUSE.matcher(town).matches()
                && countries.code(town).isEmpty();
        return house
                ? Optional.of(new FoundPlace(
                        Optional.of(inDoubt(beside, "country")),
                        Optional.empty(),
                        Optional.of(inDoubt(beside, "city"))))
                : Optional.empty();
    }

    private static Finding<String> inDoubt(Matcher beside, String group) {
        return new Finding<>(
                beside.group(group),
                List.of(new Passage(beside.start(group), beside.end(group))),
                "place.beside",
                Certainty.DOUBTFUL);
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
        Matcher line = LINE.matcher(entry.text()).region(words.from(), words.to());
        if (!line.matches() || dates.isIn(words) || !dates.impossible(words).isEmpty()) {
            return Optional.empty();
        }
        if (line.group("before").isBlank()
                && line.group("country") != null
                && countries.code(line.group("country")).isEmpty()) {
            Matcher city = CITY_LINE.matcher(entry.text()).region(words.from(), words.to());
            line = city.matches() ? city : line;
        }
        Optional<FoundPlace> place = place(line, rule, Certainty.STATED);
        if (place.isPresent() && !line.group("before").isBlank()) {
            int end = line.end("before");
            Passage before = new Passage(line.start("before"), end);
            String venue = before.in(entry.text()).strip().replaceFirst(",$", "");
            place = Optional.of(new FoundPlace(
                    place.get().city(),
                    place.get().country(),
                    Optional.of(new Finding<>(venue, List.of(before), rule, Certainty.STATED))));
        }
        return place.filter(found -> called || found.country().isPresent());
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
        if (NO_CITIES.contains(WordForms.letters(city))
                || dates.isMonth(WordForms.letters(city).replaceFirst(" .*", ""))
                || HOUSE.matcher(city).matches()
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
