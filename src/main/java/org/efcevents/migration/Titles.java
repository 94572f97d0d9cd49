package org.efcevents.migration;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.FieldNames;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.PlainPage;
import org.efcevents.pagetext.Sentences;
import org.efcevents.pagetext.TableColumns;
import org.efcevents.source.StatusMark;

/** Which words of an entry are its title. */
final class Titles {

    private static final Set<String> LABELS = Set.of(
            "title",
            "headline",
            "titre",
            "titel",
            "intitule",
            "name",
            "nom",
            "event",
            "evenement",
            "veranstaltung",
            "summary",
            "activity",
            "activite",
            "meeting",
            "reunion",
            "subject",
            "what",
            "quoi",
            "sujet",
            "objet",
            "topic",
            "theme");

    private static final Set<String> TITLE = Set.of("title", "headline", "titre", "titel", "intitule");

    private static final Set<String> OTHER_LABELS = Set.of(
            "date",
            "datum",
            "time",
            "place",
            "lieu",
            "ort",
            "venue",
            "location",
            "speaker",
            "speakers",
            "subtitle",
            "category");

    private static final int LONGEST = 220;

    /** In UTF-16 units; of a title in a line. */
    private static final int SHORTEST_LINK = 5;

    /** In UTF-16 units. */
    private static final int LONGEST_BEHIND = 80;

    /** In UTF-16 units; of a line that is no title. */
    private static final int SHORTEST_TEXT = 80;

    /** A title that is a sentence's beginning ends at the first of these. */
    private static final Pattern END_OF_SENTENCE =
            Pattern.compile(Sentences.END_SIGN + "(?=\\s+[\\p{Lu}\\p{N}]|$)|\\s[–—]\\s|:\\s|;\\s");

    private static final Pattern SENTENCE = Pattern.compile(Sentences.END_SIGN + "(?=\\s+\\p{Lu})");

    /** Before bold words that are a part of a sentence. */
    private static final Pattern BEFORE_NAME =
            Pattern.compile("(?:[\\p{L}’']+,? )+\\p{Ll}[\\p{L}’'-]* ?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern BEHIND_NAME = Pattern.compile(",? ?\\p{Ll}");

    /** What has become of it may stand in brackets behind its date, as may how far that is sure. */
    private static final Pattern AFTER_DATE = Pattern.compile(
            "(?:\\s*\\((?iu:cancell?ed|postponed|annulée?s?|reportée?s?|abgesagt|verschoben|tb[acd]|(?:dates? )?(?:to be \\p{L}+|à \\p{L}+er)|sous réserve)\\))?"
                    + "[\\s\\p{Pd}:;|,.)\\]·•]*+");

    private final PageText page;
    private final PageDates dates;
    private final VagueTimes vague;

    Titles(PageText page, PageDates dates, VagueTimes vague) {
        this.page = page;
        this.dates = dates;
        this.vague = vague;
    }

    /** The title of the entry that some blocks are; empty if none of their words are its title alone. */
    Optional<Passage> of(int[] blocks) {
        Optional<Passage> called = labelled(blocks);
        if (called.isPresent()) {
            return called;
        }
        for (int i : blocks) {
            Block block = page.blocks().get(i);
            if (block.kind() == Block.Kind.HEADING && !isDateAlone(block)) {
                return withoutDate(block.passage()).or(() -> Optional.of(block.passage()));
            }
        }
        Optional<Passage> below = new TitlesBelowLeads(page, dates, this::looksLikeTitle).of(blocks);
        if (below.isPresent()) {
            return below;
        }
        boolean named = false;
        for (int i : blocks) {
            Optional<Passage> strong = strong(page.blocks().get(i));
            if (strong.isPresent()) {
                return strong;
            }
            Passage words = page.blocks().get(i).passage();
            if (dates.isBeforeName(words) || named && words.length() > SHORTEST_TEXT && !looksLikeTitle(words)) {
                // A title stands before the text.
                break;
            }
            named |= looksLikeTitle(words);
        }
        return blocks.length == 1 ? linked(blocks[0]).or(() -> first(blocks)) : first(blocks);
    }

    /** “<a>Study visit</a> (Rome, 3 May 2012)”: what leads to more before a date in the same line. */
    private Optional<Passage> linked(int block) {
        Passage line = page.blocks().get(block).passage();
        return page.blocks().get(block).marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.LINK
                        && mark.passage().from() == line.from()
                        && mark.passage().length() > SHORTEST_LINK
                        && !dates.isIn(mark.passage())
                        && dates.isIn(new Passage(mark.passage().to(), line.to())))
                .map(Mark::passage)
                .filter(this::looksLikeTitle)
                .findFirst();
    }

    private Optional<Passage> labelled(int[] blocks) {
        return IntStream.of(blocks)
                .mapToObj(page.blocks()::get)
                .filter(block -> isCalledSo(block)
                        && !isWhen(block.passage())
                        && block.passage().length() <= LONGEST)
                .map(Block::passage)
                .map(words -> withoutDate(words).orElse(words))
                .findFirst();
    }

    /** Whether the page calls a block a title, and nothing else. */
    private static boolean isCalledSo(Block block) {
        return block.labels().stream().anyMatch(LABELS::contains)
                && block.labels().stream().noneMatch(OTHER_LABELS::contains);
    }

    /** Whether the page calls a block its title by that very word: what stands below it is of it. */
    boolean isCalledTitle(int block) {
        return isCalledSo(page.blocks().get(block))
                && page.blocks().get(block).labels().stream().anyMatch(TITLE::contains)
                && looksLikeTitle(page.blocks().get(block).passage());
    }

    /** Whether the cell before a block calls it a title: “Event | Study visit”, where the rows below it are “Date | …” and “Place | …”. */
    boolean isCalledSoInItsRow(int block) {
        return block > 0
                && isCalledSo(page.blocks().get(block))
                && page.blocks().get(block - 1).labels().contains(TableColumns.COLUMN_HEADING);
    }

    /** Whether a block is a date and no title; a heading that has a word of its own is one, however short it is. */
    boolean isDateAlone(Block block) {
        return block.kind() == Block.Kind.HEADING ? dates.isNothingElse(block.passage()) : isWhen(block.passage());
    }

    /** Whether words only say when it was, however little: “14 May”, “Autumn”, “tbc”. */
    private boolean isWhen(Passage words) {
        return dates.isAlone(words) || vague.isAlone(words);
    }

    /** Whether a block begins with bold words that are no date. */
    boolean isStrongAtBeginning(Block block) {
        return strong(block)
                .filter(words -> words.from() <= block.passage().from() + 2)
                .isPresent();
    }

    /** Whether all words of a block are bold. */
    static boolean isStrong(Block block) {
        return block.marks().stream()
                .anyMatch(mark ->
                        mark.kind() == Mark.Kind.STRONG && mark.passage().contains(block.passage()));
    }

    private Optional<Passage> strong(Block block) {
        return block.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.STRONG)
                .map(Mark::passage)
                .filter(words -> words.length() > 2
                        && words.length() <= LONGEST
                        && !isWhen(words)
                        && !isOfPicture(block, words)
                        && !isStressed(block, words))
                .map(words -> withoutDate(words).orElse(words))
                .map(words -> KindOfEvent.isAlone(words.in(page.text()))
                        ? KindOfEvent.withName(page.text(), words, endOfName(block, words))
                        : words)
                .findFirst();
    }

    private static boolean isOfPicture(Block block, Passage words) {
        return block.marks().stream()
                .anyMatch(mark ->
                        mark.kind() == Mark.Kind.PICTURE && mark.passage().contains(words));
    }

    /** Whether bold words of a block say what became of the event, name a field, or stand in a sentence or behind one: nobody calls anything so. */
    private boolean isStressed(Block block, Passage words) {
        Passage line = block.passage();
        return StatusMark.alone(page.text(), words).isPresent()
                || isWithinSentence(line, words)
                || words.to() <= line.from() + FieldNames.end(line.in(page.text()))
                || SENTENCE.matcher(page.text())
                        .region(line.from(), words.from() + 1)
                        .find();
    }

    /** “Our guest <b>Anna Berg</b> spoke of seeds.” */
    private boolean isWithinSentence(Passage line, Passage words) {
        String text = page.text();
        return words.from() - line.from() < LONGEST
                && text.charAt(line.to() - 1) == '.'
                && BEFORE_NAME
                        .matcher(text.substring(line.from(), words.from()))
                        .matches()
                && BEHIND_NAME.matcher(text).region(words.to(), line.to()).lookingAt();
    }

    /** Where what a block says behind its first words comes to a date, or ends. */
    private int endOfName(Block block, Passage words) {
        Passage line = Sentences.first(
                page.text(), new Passage(words.from(), block.passage().to()));
        int end = dates.first(new Passage(words.to(), line.to()))
                .map(Passage::from)
                .orElse(line.to());
        return end - words.from() <= LONGEST ? end : words.to();
    }

    /** The first block with words that are no date; what follows a date at its beginning; or its first sentence. */
    private Optional<Passage> first(int[] blocks) {
        for (int i : blocks) {
            Block block = page.blocks().get(i);
            Passage passage = withoutPicture(block);
            if (isWhen(passage) || blocks.length > 1 && isOfPicture(block, passage)) {
                continue;
            }
            Optional<Passage> rest = withoutDate(passage).or(() -> behindBoldDay(block));
            if (looksLikeTitle(passage) && blocks.length > 1) {
                // Behind a date there may be more than a title.
                Passage words =
                        block.kind() == Block.Kind.LIST_ITEM && page.boxes().get(i) == null
                                ? PlainPage.withoutMark(page.text(), passage)
                                : passage;
                return Optional.of(
                        rest.map(behind -> Sentences.first(page.text(), behind)).orElse(words));
            }
            if (rest.isEmpty()) {
                return Optional.empty();
            }
            Matcher end = END_OF_SENTENCE
                    .matcher(page.text())
                    .region(behindStatus(rest.get()), rest.get().to());
            boolean found = end.find();
            if (found && end.group().startsWith(":") && isShortBehind(rest.get(), end.end())) {
                found = end.find();
            }
            int to = found ? end.start() : rest.get().to();
            return to - rest.get().from() <= LONGEST && to > rest.get().from()
                    ? Optional.of(new Passage(rest.get().from(), to))
                    : Optional.empty();
        }
        // “Lunch, 3 May 2014”: little beside a date is a title where there is nothing else.
        return IntStream.of(blocks)
                .mapToObj(i -> page.blocks().get(i).passage())
                .filter(words -> dates.isIn(words) && !dates.isNothingElse(words))
                .map(words -> withoutDate(words).orElse(words))
                .findFirst();
    }

    /** What a block says behind the words of a picture with which it begins; all of it if it says nothing else. */
    private static Passage withoutPicture(Block block) {
        return block.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.PICTURE
                        && mark.passage().from() == block.passage().from()
                        && mark.passage().to() + 1 < block.passage().to())
                .map(mark -> new Passage(
                        mark.passage().to() + (mark.passage().length() > 0 ? 1 : 0),
                        block.passage().to()))
                .findFirst()
                .orElse(block.passage());
    }

    /** “Workshop: measuring the quality of rivers”: what is behind the colon is of the title, too. */
    private boolean isShortBehind(Passage words, int colon) {
        return words.to() - colon < LONGEST_BEHIND
                && !SENTENCE.matcher(page.text()).region(colon, words.to()).find()
                && page.text().charAt(words.to() - 1) != '.';
    }

    /** “<b>Fri 14</b> Annual dinner, …” */
    private Optional<Passage> behindBoldDay(Block block) {
        return block.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.STRONG
                        && mark.passage().from() == block.passage().from()
                        && isWhen(mark.passage()))
                .map(mark -> new Passage(
                        Math.min(mark.passage().to() + 1, block.passage().to()),
                        block.passage().to()))
                .filter(rest -> rest.length() > 2)
                .findFirst();
    }

    /** “CANCELLED: …” is no title. */
    private int behindStatus(Passage words) {
        return StatusMark.in(page.text(), words)
                .filter(mark -> mark.words().from() == words.from())
                .map(mark -> mark.words().to())
                .orElse(words.from());
    }

    /** What follows the date with which words begin; empty if they do not, or nothing follows. */
    private Optional<Passage> withoutDate(Passage words) {
        return dates.atBeginning(words)
                .or(() -> vague.atBeginning(words))
                .map(date -> {
                    Matcher between = AFTER_DATE.matcher(page.text()).region(date.to(), words.to());
                    return new Passage(between.lookingAt() ? between.end() : date.to(), words.to());
                })
                .filter(rest -> rest.length() > 2);
    }

    /** Whether words alone on their line look like a title: few, and no sentence. */
    boolean looksLikeTitle(Passage passage) {
        String words = passage.in(page.text());
        char last = words.charAt(words.length() - 1);
        return words.length() <= LONGEST
                && ".;,:".indexOf(last) < 0
                && words.charAt(0) != '@'
                && !FieldNames.isAtBeginning(words)
                && words.codePoints().anyMatch(Character::isLetter)
                && !isWhen(passage)
                && (!Character.isLowerCase(words.charAt(0))
                        || dates.atBeginning(passage).isPresent());
    }
}
