package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;

/** What a page calls the place of an event: in a column, an element, or behind a word for it. Nothing of that is dropped, even if no town is known in it. */
final class LabelledPlaces {

    /** A part of a line that is called so: {@code Place: Graz, Austria | …}. */
    private static final Pattern CALLED = Pattern.compile(
            "\\b(?<label>place|venue|where|location|city|lieu|où|ville|ort|address|adresse|salle|room)\\s?:\\s*(?<words>[^|;\\n]{2,120}?)\\s*(?=[|;\\n]|$)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    /** In UTF-16 units; what is longer tells more than a place. */
    private static final int LONGEST = 120;

    private static final Pattern END = Pattern.compile(Sentences.END_SIGN + "\\s");

    private final PlacePhrases phrases;
    private final PageDates dates;
    private final Furniture furniture;

    LabelledPlaces(PlacePhrases phrases, PageDates dates, Furniture furniture) {
        this.phrases = phrases;
        this.dates = dates;
        this.furniture = furniture;
    }

    /** The place of an entry, of one block or of several: a venue, a town and a country may have a column each. */
    Optional<FoundPlace> of(Entry entry, List<Block> blocks) {
        boolean town = blocks.stream().anyMatch(block -> PlaceWords.areTownLabels(block.labels()));
        Optional<FoundPlace> found = Optional.empty();
        for (int i = 0; i < blocks.size(); i++) {
            Optional<FoundPlace> one = of(entry, blocks, i, town);
            found = found.isEmpty() || one.isEmpty() ? found.or(() -> one) : found.map(first -> with(first, one.get()));
        }
        return found.filter(place -> !place.findings().isEmpty());
    }

    private static FoundPlace with(FoundPlace first, FoundPlace second) {
        return new FoundPlace(
                first.city().or(second::city),
                first.country().or(second::country),
                first.venue().or(second::venue));
    }

    private Optional<FoundPlace> of(Entry entry, List<Block> blocks, int index, boolean town) {
        Block block = blocks.get(index);
        if (PlaceWords.areTownLabels(block.labels()) || PlaceWords.areLabels(block.labels())) {
            boolean venue = !PlaceWords.areTownLabels(block.labels());
            return cut(entry, words(entry, block))
                    .flatMap(words -> town && venue
                            ? Optional.of(PlacePhrases.venue(entry.text(), words, "place.label", Certainty.STATED))
                            : phrases.called(
                                    entry.text(),
                                    words,
                                    "place.label",
                                    block.labels().contains("venue")));
        }
        if (PlaceWords.areCountryLabels(block.labels())) {
            return phrases.country(entry.text(), block.passage(), "place.label");
        }
        if (index > 0 && isLabel(entry, blocks.get(index - 1))) {
            return cut(entry, words(entry, block))
                    .flatMap(words -> phrases.called(entry.text(), words, "place.label", false));
        }
        Matcher called = CALLED.matcher(entry.text())
                .region(block.passage().from(), block.passage().to());
        return called.find()
                ? cut(entry, new Passage(called.start("words"), called.end("words")))
                        .flatMap(words -> phrases.called(
                                entry.text(),
                                words,
                                "place.called",
                                called.group("label").equalsIgnoreCase("venue")))
                : Optional.empty();
    }

    /** “Venue” or “Lieu :” on a line of its own. */
    private static boolean isLabel(Entry entry, Block block) {
        String words = block.passage().in(entry.text());
        boolean alone = words.endsWith(":")
                || block.kind() != Block.Kind.PARAGRAPH && block.kind() != Block.Kind.LIST_ITEM
                || block.marks().stream().anyMatch(mark -> mark.passage().equals(block.passage()));
        return alone && PlaceWords.isLabel(words);
    }

    /** What of it can be a place: without a date, and no more than the first of several sentences. */
    private Optional<Passage> cut(Entry entry, Passage words) {
        Passage rest = words;
        Matcher end = END.matcher(entry.text()).region(words.from(), words.to());
        if (words.length() > LONGEST && end.find()) {
            rest = new Passage(words.from(), end.start());
        }
        Optional<Passage> date = dates.first(rest);
        if (date.isPresent()) {
            boolean before = date.get().from() > rest.from() + 3;
            rest = before
                    ? new Passage(rest.from(), date.get().from())
                    : new Passage(date.get().to(), rest.to());
        }
        return Optional.of(rest)
                .filter(left -> left.length() > 0
                        && left.length() <= LONGEST
                        && !dates.isIn(left)
                        && dates.impossible(left).isEmpty());
    }

    /** The words of a block without the links that lead to a map and the like. */
    Passage words(Entry entry, Block block) {
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
}
