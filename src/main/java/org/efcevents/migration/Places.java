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
import org.efcevents.participant.People;

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

    /** Behind a title: {@code Round table, Vienna}, {@code Summer school (Ljubljana)}. */
    private static final Pattern BEHIND_TITLE =
            Pattern.compile("[^,()]{4,120}(?:,\\s|\\s\\()" + CITY + COUNTRY + "\\)?\\.?");

    /** Between a title and a date, or after the date: {@code , Preetz, Germany}. */
    private static final Pattern BESIDE_DATE =
            Pattern.compile("\\s*[,–—-]\\s*" + CITY + COUNTRY + "[\\s,.–—-]*(?:\\p{L}+day\\s)?");

    private static final Pattern BEFORE_DATE = Pattern.compile(CITY + COUNTRY + "\\s?[,–—-]\\s(?:\\p{L}+day,?\\s)?");

    static final Pattern SENTENCE_END = Pattern.compile(Sentences.END_SIGN + "(?:\\s|$)");

    /** In UTF-16 units. */
    static final int LONGEST_LINE = 90;

    /** How far from the beginning of a text its first date is. */
    static final int FURTHEST = 60;

    private static final Pattern IN =
            Pattern.compile("(?:\\b[Ii]n|\\bat|\\bto|(?<![\\p{L}])[àÀ]|\\ben|\\bin der|\\bin den)\\s" + CITY + COUNTRY);

    private static final Pattern JOURNEY =
            Pattern.compile("\\b(?:visits?|trip|journey|excursion|outing|tour)\\s$", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_COUNTRY = Pattern.compile(
            "\\b(?:[Ii]n the|[Tt]o the|[Aa]ux?)\\s(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+){0,2})(?![\\p{L}’'])");

    private final Countries countries;
    private final PageDates dates;
    private final People people;
    private final PlacePhrases phrases;
    private final LabelledPlaces labelled;
    private final PlaceForms forms;

    Places(Countries countries, PageDates dates, Furniture furniture, People people) {
        this.countries = countries;
        this.dates = dates;
        this.people = people;
        this.phrases = new PlacePhrases(countries, people::isName);
        this.forms = new PlaceForms(phrases, dates);
        this.labelled = new LabelledPlaces(phrases, dates, furniture);
    }

    /** The place of an entry; empty if it names none of its own. */
    Optional<FoundPlace> of(Entry entry) {
        List<Block> blocks = new ArrayList<>(entry.blocks());
        blocks.addAll(entry.headings());
        return labelled.of(entry, blocks).or(() -> ofText(entry, blocks)).map(place -> withCountry(place, entry));
    }

    private Optional<FoundPlace> ofText(Entry entry, List<Block> blocks) {
        Optional<FoundPlace> named = ofLines(entry, blocks)
                .or(() -> besideDate(entry))
                .or(() -> besideFirstDate(entry))
                .or(() -> entry.title().flatMap(title -> inSentence(entry, title, true)))
                .or(() -> entry.title().flatMap(title -> countryIn(entry, title)))
                .or(() -> ofSentences(entry));
        boolean sure = named.stream()
                .flatMap(place -> place.findings().stream())
                .anyMatch(found -> found.certainty() == Certainty.STATED);
        if (named.filter(place -> sure && place.venue().isPresent()).isPresent()) {
            return named;
        }
        Optional<FoundPlace> form = forms.of(entry);
        // “Geneva, 3 July 2013”, and below it a house that a sentence speaks of.
        if (isOf("place.beside", named) && isOf("place.sentence", form)) {
            return named.map(place -> form.get().city().isPresent()
                    ? place
                    : new FoundPlace(place.city(), place.country(), form.get().venue()));
        }
        return sure
                ? named.map(place -> form.filter(other -> isIn(other, place))
                        .map(other -> new FoundPlace(place.city(), place.country(), other.venue()))
                        .orElse(place))
                : form.or(() -> named).or(() -> entry.title().flatMap(title -> behindTitle(entry, title)));
    }

    private static boolean isOf(String rule, Optional<FoundPlace> place) {
        return place.stream().flatMap(found -> found.findings().stream()).anyMatch(found -> found.rule()
                .equals(rule));
    }

    /** Whether a venue may be in a town: no other is named beside it. */
    private static boolean isIn(FoundPlace venue, FoundPlace town) {
        return venue.city()
                .map(Finding::value)
                .equals(town.city().map(Finding::value).filter(name -> venue.city()
                        .isPresent()));
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

    private Optional<FoundPlace> ofLines(Entry entry, List<Block> blocks) {
        return blocks.stream()
                .map(block -> labelled.words(entry, block))
                .filter(words -> entry.title().filter(words::overlaps).isEmpty() && words.length() < LONGEST_LINE)
                .flatMap(words -> line(entry, afterDate(entry, words)).stream())
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
        Matcher stop = SENTENCE_END.matcher(entry.text()).region(date.get().to(), rest.to());
        Passage before = new Passage(rest.from(), date.get().from());
        Passage after = new Passage(date.get().to(), stop.find() ? stop.start() : rest.to());
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
        Matcher stop = SENTENCE_END.matcher(entry.text()).region(date.to(), first.to());
        int end = stop.find() ? stop.start() : first.to();
        Matcher after = BESIDE_DATE.matcher(entry.text()).region(date.to(), end);
        if (dates.writtenAtBeginning(first).isPresent() && after.matches()) {
            return beside(after);
        }
        Matcher before = BEFORE_DATE.matcher(entry.text()).region(first.from(), date.from());
        // “Two Saturdays, 8 and 15 February”: of more words than one a country has to say that they are a town.
        if (!before.matches()) {
            return Optional.empty();
        }
        String second = before.group("country");
        // “General Assembly, Copenhagen, 26 June”: what is beside the date is the town.
        if (second != null && countries.code(second).isEmpty()) {
            return phrases.beside(entry.text(), new Passage(before.start(), before.end("country")), "place.beside");
        }
        boolean town = second != null || before.group("city").indexOf(' ') < 0;
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
        Passage words = forms.withoutDate(title, entry.text());
        String text = entry.text();
        Matcher behind = BEHIND_TITLE.matcher(text).region(words.from(), words.to());
        if (!behind.matches()
                || PlaceForms.isQuoted(text, words.from(), behind.start("city") - 1)
                        && text.charAt(behind.start("city") - 1) != '(') {
            return Optional.empty();
        }
        boolean country = Optional.ofNullable(behind.group("country"))
                .flatMap(countries::code)
                .isPresent();
        return place(behind, "place.title", country ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    /** A line is a place if nothing else is on it, and it names its country. */
    private Optional<FoundPlace> line(Entry entry, Passage words) {
        Matcher line = LINE.matcher(entry.text()).region(words.from(), words.to());
        if (dates.isIn(words) || !dates.impossible(words).isEmpty() || !line.matches()) {
            return Optional.empty();
        }
        Optional<FoundPlace> place = place(line, "place.line", Certainty.STATED)
                .filter(found -> found.country().isPresent());
        Passage before = new Passage(line.start("before"), line.end("before"));
        String venue = before.in(entry.text()).strip().replaceFirst(",$", "");
        return venue.isEmpty()
                ? place
                : place.map(found -> new FoundPlace(
                        found.city(),
                        found.country(),
                        Optional.of(new Finding<>(venue, List.of(before), "place.line", Certainty.STATED))));
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

    /** “Mission au Danemark”, “in the Netherlands” */
    private Optional<FoundPlace> countryIn(Entry entry, Passage title) {
        Matcher in = IN_COUNTRY.matcher(entry.text()).region(title.from(), title.to());
        return in.find()
                ? phrases.country(entry.text(), new Passage(in.start(1), in.end(1)), "place.title")
                : Optional.empty();
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
                    || PlaceCues.tell(before)
                    || dates.isIn(new Passage(Math.max(sentence.from(), in.start() - 25), in.start()));
            boolean other = !title && PlaceCues.tellOfAnother(before);
            boolean journey = title && JOURNEY.matcher(before).find();
            if (other || weak && !country && !journey && !before.endsWith("came ")) {
                continue;
            }
            Optional<FoundPlace> place = place(
                    in,
                    title ? "place.title" : "place.sentence",
                    own && !(weak && journey) || country ? Certainty.STATED : Certainty.DOUBTFUL);
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
                || found.group("country") == null && people.isName(city)
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
