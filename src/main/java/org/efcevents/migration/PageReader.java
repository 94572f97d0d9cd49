package org.efcevents.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.efcevents.datephrase.DatePhrases;
import org.efcevents.datephrase.OwnDate;
import org.efcevents.datephrase.OwnDates;
import org.efcevents.datephrase.PageDates;
import org.efcevents.datephrase.YearsOfNeighbours;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.HtmlPage;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.PageRefused;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.PlainPage;
import org.efcevents.pagetext.Sentences;
import org.efcevents.pagetext.WordForms;
import org.efcevents.participant.FoundPerson;
import org.efcevents.participant.People;
import org.efcevents.participant.TitledTalk;
import org.jsoup.Jsoup;

/**
 * Reads a page of past events, as a browser saved it or as text. It is told by what it holds whether it is HTML. Nothing that it refers to is
 * fetched, no script of it is run, and no entity of its own is expanded.
 */
public final class PageReader {

    private static final Pattern MARKUP = Pattern.compile(
            "(?is).{0,2000}?<(?:!doctype|html|head|body|div|p|table|[uod]l|h[1-6]|article|section|main|center)\\b");

    private static final int LONGEST_TITLE = 120;

    private final Furniture furniture = new Furniture();
    private final Countries countries = new Countries();
    private final People people = new People();

    /**
     * Reads a page.
     *
     * @param saved the file
     * @throws PageRefused if it holds more than can be read as one
     */
    public ReadPage read(byte[] saved) {
        return read(saved, Divisions.NONE);
    }

    /**
     * Reads a page, where an editor has said something of where its entries begin.
     *
     * @param saved the file
     */
    public ReadPage read(byte[] saved, Divisions divisions) {
        String decoded = decoded(saved);
        if (!MARKUP.matcher(decoded).lookingAt()) {
            return read(PlainPage.read(decoded), divisions);
        }
        PageRefused.checkTags(decoded);
        try {
            // With the bytes jsoup looks for the encoding that the page says it has.
            return read(HtmlPage.read(Jsoup.parse(new ByteArrayInputStream(saved), null, "")), divisions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] saved) {
        if (saved.length > 1
                && (saved[0] == (byte) 0xFE && saved[1] == (byte) 0xFF
                        || saved[0] == (byte) 0xFF && saved[1] == (byte) 0xFE)) {
            // By its byte order mark.
            return new String(saved, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(saved))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            // The encoding of Western pages before UTF-8, as browsers read it (WHATWG Encoding).
            return new String(saved, Charset.forName("windows-1252"));
        }
    }

    private ReadPage read(PageText saved, Divisions divisions) {
        DatePhrases phrases = DatePhrases.of(saved.text());
        PageDates all = PageDates.of(saved.text(), phrases);
        PageText page = saved.withWholeDates(all.all());
        PageDates dates = all.within(page.blocks().stream().map(Block::passage).toList());
        BitSet ofPage = furniture.in(page);
        List<Entry> entries = divisions.of(new Layout(page, dates, furniture, ofPage).entries());
        OwnDates ownDates = new OwnDates(phrases);
        Places places = new Places(countries, dates, furniture, people);
        List<ReadEvent> events = new ArrayList<>();
        List<OwnDate> own = ownDates.of(entries);
        for (int i = 0; i < entries.size(); i++) {
            events.add(event(i + 1, entries.get(i), own.get(i), places, dates));
        }
        YearsOfNeighbours years =
                new YearsOfNeighbours(events.stream().map(ReadEvent::date).toList());
        return new ReadPage(
                page.title(),
                page.text(),
                events,
                IntStream.range(0, events.size()).mapToObj(years::of).toList(),
                Account.of(page, ofPage, furniture, events));
    }

    private ReadEvent event(int position, Entry whole, OwnDate date, Places places, PageDates dates) {
        Optional<Finding<String>> status = StatusWords.of(whole);
        Entry entry = StatusWords.titled(whole, status);
        List<Finding<String>> workPackages = WorkPackages.of(entry);
        Optional<FoundPlace> place = places.of(entry);
        Optional<Finding<String>> closed = ClosedSession.of(entry);
        Optional<Finding<String>> credit = Credits.of(entry);
        Attachments attachments = Attachments.of(entry, furniture);
        List<FoundPerson> people = this.people.of(entry);
        List<Passage> taken = new ArrayList<>(attachments.labels());
        // What only suggests it is a part of what is told.
        closed.filter(found -> found.certainty() == Certainty.STATED)
                .ifPresent(found ->
                        taken.add(withBrackets(entry.text(), found.words().get(0))));
        credit.ifPresent(found -> taken.addAll(found.words()));
        Optional<TitledTalk> talk = this.people.talk(entry);
        talk.map(TitledTalk::line).ifPresent(taken::add);
        status.filter(found -> found.certainty() == Certainty.STATED).ifPresent(found -> taken.addAll(found.words()));
        attachments.pictures().forEach(found -> taken.addAll(found.words()));
        for (Block block : entry.blocks()) {
            taken.addAll(furniture.in(entry.text(), block));
            block.marks().stream()
                    .filter(mark -> mark.kind() == Mark.Kind.STRUCK
                            || mark.kind() == Mark.Kind.POSTING && dates.isAlone(mark.passage()))
                    .map(Mark::passage)
                    .forEach(taken::add);
            if (isPlaceAlone(place, block, entry) || isDateAndPlace(place, block, entry, dates)) {
                taken.add(block.passage());
            }
        }
        entry.body().stream()
                .filter(part -> dates.isAlone(part) && !isOfPart(part, entry, date))
                .forEach(taken::add);
        List<BodyText> talks =
                people.stream().map(person -> BodyText.of(person.talk(), entry)).toList();
        people.forEach(person -> taken.addAll(person.talk()));
        return new ReadEvent(
                position,
                entry,
                title(entry, talk, status, dates),
                date,
                status,
                entry.blocks().stream()
                        .flatMap(block -> dates.impossible(block.passage()).stream())
                        .toList(),
                place,
                KindWords.of(entry, !workPackages.isEmpty()),
                closed,
                Announcement.of(entry),
                workPackages,
                people,
                talks,
                attachments,
                credit,
                BodyText.without(taken, entry));
    }

    /** Whether words are the heading of a part of the text, such as a day of a programme, rather than the date of the whole. */
    private static boolean isOfPart(Passage words, Entry entry, OwnDate date) {
        boolean heading = entry.blocks().stream()
                .anyMatch(block ->
                        block.kind() == Block.Kind.HEADING && block.passage().overlaps(words));
        return heading
                && date.date().stream().flatMap(found -> found.words().stream()).noneMatch(words::overlaps);
    }

    private static Finding<String> title(
            Entry entry, Optional<TitledTalk> ofTalk, Optional<Finding<String>> status, PageDates dates) {
        return ofTalk.map(talk -> new Finding<>(
                        WordForms.collapsed(talk.title().in(entry.text())),
                        List.of(talk.title()),
                        "title.talk",
                        Certainty.DOUBTFUL))
                .or(() -> stated(entry, status))
                .orElseGet(() -> {
                    Passage words = beginning(entry, dates);
                    return new Finding<>(
                            WordForms.collapsed(words.in(entry.text())),
                            List.of(words),
                            "title.beginning",
                            Certainty.DOUBTFUL);
                });
    }

    /** The first sentence that is no date, or as much of it as a title may have. */
    private static Passage beginning(Entry entry, PageDates dates) {
        Passage line = entry.blocks().stream()
                .map(Block::passage)
                .filter(words -> !dates.isAlone(words))
                .findFirst()
                .orElse(entry.blocks().get(0).passage());
        Passage sentence = Sentences.first(entry.text(), line);
        if (sentence.length() <= LONGEST_TITLE) {
            return sentence;
        }
        int longest = line.from() + LONGEST_TITLE;
        int space = entry.text().lastIndexOf(' ', longest);
        return new Passage(line.from(), space > line.from() ? space : longest);
    }

    private static Optional<Finding<String>> stated(Entry entry, Optional<Finding<String>> status) {
        return entry.title()
                .map(words -> StatusWords.beside(entry, words, status))
                .map(parts -> new Finding<>(StatusWords.title(entry, parts), parts, "title", Certainty.STATED));
    }

    private static boolean isPlaceAlone(Optional<FoundPlace> place, Block block, Entry entry) {
        List<Finding<String>> found = place.map(FoundPlace::findings).orElse(List.of());
        boolean line = found.stream().allMatch(one -> one.rule().matches("place.l.*"));
        boolean here = found.stream()
                .flatMap(one -> one.words().stream())
                .anyMatch(words -> block.passage().contains(words)
                        && words.length() * 2 > block.passage().length());
        boolean all = found.stream()
                        .flatMap(one -> one.words().stream())
                        .filter(block.passage()::contains)
                        .count()
                > 1;
        return line && (here || all)
                || !found.isEmpty() && PlaceWords.isLabel(block.passage().in(entry.text()));
    }

    /** “5 May 2017, Residence Palace, Brussels”: nothing of a block is left for a text. */
    private static boolean isDateAndPlace(Optional<FoundPlace> place, Block block, Entry entry, PageDates dates) {
        Optional<Passage> date = dates.first(block.passage());
        if (place.isEmpty()
                || date.isEmpty()
                || entry.title().filter(block.passage()::overlaps).isPresent()) {
            return false;
        }
        int from = block.passage().from();
        StringBuilder left = new StringBuilder(block.passage().in(entry.text()));
        List<Passage> told = new ArrayList<>(List.of(date.get()));
        place.get().findings().forEach(found -> told.addAll(found.words()));
        for (Passage words : told) {
            if (block.passage().contains(words)) {
                for (int i = words.from() - from; i < words.to() - from; i++) {
                    left.setCharAt(i, ' ');
                }
            }
        }
        return WordForms.letters(left.toString()).isEmpty();
    }

    private static Passage withBrackets(String text, Passage words) {
        boolean brackets = words.from() > 0
                && text.charAt(words.from() - 1) == '('
                && words.to() < text.length()
                && text.charAt(words.to()) == ')';
        return brackets ? new Passage(words.from() - 1, words.to() + 1) : words;
    }
}
