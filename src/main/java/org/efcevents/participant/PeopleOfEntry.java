package org.efcevents.participant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.PeopleWords.Words;
import org.efcevents.participant.ReadName.Range;
import org.efcevents.participant.TalkLineReader.TalkLine;

/** One walk along the blocks of an entry, that remembers which heading it is under and who is speaking. */
final class PeopleOfEntry {

    /** Parts that are told also in the middle of a talk; others who are named there are merely spoken of. */
    private static final Set<Part> OF_THE_EVENT =
            Set.of(Part.CHAIR, Part.OPENING, Part.CLOSING, Part.KEYNOTE, Part.PANELLIST);

    private static final Set<Part> OF_LABELS = Set.of(Part.CHAIR, Part.SPEAKER, Part.KEYNOTE, Part.PANELLIST);

    private static final int LONGEST_LABEL = 8;

    /** Of more people with one family name none is looked for. */
    private static final int MOST_OF_A_FAMILY = 50;

    private final Entry entry;
    private final PeopleWords words;
    private final MentionReader mentions;
    private final PartReader parts;
    private final List<PersonInEntry> people = new ArrayList<>();
    private final Map<String, List<PersonInEntry>> byFamily = new HashMap<>();

    private Optional<Part> list = Optional.empty();
    private Optional<Passage> panel = Optional.empty();
    private Talk talk;
    private Optional<PersonInEntry> former = Optional.empty();
    private int saidFrom;
    private int named;
    private boolean partSaid;

    PeopleOfEntry(Entry entry, PeopleWords words, MentionReader mentions, PartReader parts) {
        this.entry = entry;
        this.words = words;
        this.mentions = mentions;
        this.parts = parts;
    }

    List<FoundPerson> find() {
        entry.title().ifPresent(this::readTitle);
        for (Block block : entry.blocks()) {
            if (entry.title().filter(block.passage()::overlaps).isEmpty()) {
                read(block, block.passage());
            } else {
                entry.body().stream().filter(block.passage()::contains).forEach(part -> read(block, part));
            }
        }
        return people.stream()
                .sorted(Comparator.comparingInt(PersonInEntry::position))
                .map(PersonInEntry::found)
                .toList();
    }

    private void readTitle(Passage title) {
        Tokens tokens = Tokens.of(entry.text(), title);
        Tokens line = Tokens.of(entry.text(), TitledTalk.line(entry, title));
        List<Mention> named = mentions.read(tokens, new Range(0, tokens.size()), Optional.empty());
        if (named.stream().noneMatch(Mention::partSaid)) {
            readTalkLine(line);
        }
        for (Mention mention : named) {
            // “Round table with Commissioner Roux’s cabinet” is not with her.
            boolean possessive = mention.name().end() + 1 < tokens.size()
                    && tokens.get(mention.name().end()).folded().equals("'")
                    && tokens.is(mention.name().end() + 1, "s");
            if (mention.partSaid() && !possessive) {
                find(mention).orElseGet(() -> add(mention)).add(mention, Optional.empty());
            }
        }
    }

    private void readTalkLine(Tokens tokens) {
        for (Mention mention : mentions.talkLine(tokens).map(TalkLine::speakers).orElse(List.of())) {
            find(mention).orElseGet(() -> add(mention)).add(mention, panel);
        }
    }

    private void read(Block block, Passage passage) {
        Tokens tokens = Tokens.of(entry.text(), passage);
        if (tokens.size() == 0) {
            return;
        }
        int colon = labelEnd(tokens, 0, tokens.size());
        Optional<Part> label = parts.label(tokens, 0, colon < 0 ? tokens.size() : colon);
        boolean heading = block.kind() == Block.Kind.HEADING
                || block.kind() == Block.Kind.TERM
                || label.isPresent() && colon == tokens.size() - 1
                || PartReader.isPanel(tokens) && !mentions.beginsWithPerson(tokens, colon + 1);
        boolean person = list.isPresent() && label.isEmpty() && mentions.beginsWithPerson(tokens, firstWord(tokens));
        if (heading && !person) {
            talk = null;
            list = label;
            panel = label.filter(Part.PANELLIST::equals).map(part -> passage);
            list = list.or(() -> PartReader.isPanel(tokens) ? Optional.of(Part.PANELLIST) : Optional.empty());
            return;
        }
        saidFrom = passage.from();
        named = 0;
        Optional<Part> first = list(block, tokens);
        boolean line = talk == null && first.isEmpty();
        partSaid = false;
        int from = 0;
        for (int end : tokens.sentenceEnds()) {
            int mark = labelEnd(tokens, from, end);
            Optional<Part> own = mark < 0 ? Optional.empty() : parts.label(tokens, from, mark);
            int begin = own.isPresent() ? mark + 1 : from;
            if (end > begin) {
                read(tokens, new Range(begin, end), own.isPresent() ? own : first, passage);
            }
            from = end;
            // the number of an item ends no sentence of it
            first = end > firstWord(tokens) ? Optional.empty() : first;
        }
        if (line && talk == null && !partSaid) {
            readTalkLine(tokens);
        }
        lastLabel(tokens).ifPresent(last -> list = Optional.of(last));
        former = Optional.empty();
        if (talk != null) {
            flush(new Passage(saidFrom, passage.to()), tokens, block);
        }
    }

    private void read(Tokens tokens, Range whole, Optional<Part> part, Passage block) {
        int from = whole.from();
        while (from < whole.to() - 1
                && (!tokens.get(from).isWord() && !tokens.is(from, "(")
                        || tokens.get(from).kind() == Token.Kind.NUMBER && part.isPresent())) {
            from++;
        }
        Range sentence = new Range(from, whole.to());
        if (talk != null && words.begins(Words.ENDING, tokens, from) && !namesSpeaker(tokens, from, whole.to())) {
            endTalk(tokens, from);
        }
        List<Mention> introduced = new ArrayList<>();
        boolean starting = false;
        for (Mention mention : mentions.read(tokens, sentence, part)) {
            Optional<PersonInEntry> known = find(mention);
            boolean starts = mention.acts()
                    && mention.begins()
                    && (mention.described()
                            || mention.name().titled()
                            || known.isPresent()
                            || mention.name().likely());
            if (talk != null && talk.isCertain() && !starts && !isOfTheEvent(mention)) {
                continue;
            }
            introduced.add(mention);
            partSaid |= mention.partSaid();
            PersonInEntry person = known.orElseGet(() -> add(mention));
            person.add(mention, panel);
            if (starts && (talk == null || talk.speaker() != person)) {
                int begin = tokens.get(from).from();
                endTalk(tokens, from);
                talk = new Talk(person, from == firstWord(tokens) && mention.described(), mention.talks());
                saidFrom = begin;
                starting = true;
            }
        }
        Optional<PersonInEntry> onlyOne = introduced.size() == 1 ? find(introduced.get(0)) : Optional.empty();
        if (talk == null && former.isPresent() && introduced.isEmpty() && parts.goesOn(tokens, from, whole.to())) {
            talk = new Talk(former.get(), false, true);
            saidFrom = tokens.get(from).from();
        }
        former = onlyOne;
        if (talk != null && (talk.isCertain() || !starting) && namesSpeaker(tokens, whole.from(), whole.to())) {
            named = tokens.get(whole.to() - 1).to() - saidFrom;
        }
    }

    /** Ends the talk before a word of the block. */
    private void endTalk(Tokens tokens, int at) {
        if (talk != null && tokens.get(at).from() > saidFrom) {
            talk.take(new Passage(saidFrom, tokens.get(at - 1).to()), named, false, false);
        }
        talk = null;
        named = 0;
    }

    private static int firstWord(Tokens tokens) {
        int first = 0;
        while (first < tokens.size() - 1
                && (!tokens.get(first).isWord() || tokens.get(first).kind() == Token.Kind.NUMBER)) {
            first++;
        }
        return first;
    }

    private void flush(Passage said, Tokens tokens, Block block) {
        boolean item = block.kind() == Block.Kind.LIST_ITEM
                || tokens.get(0).kind() == Token.Kind.NUMBER
                || !tokens.get(0).isWord();
        talk.take(said, Math.max(0, named), item, tokens.is(tokens.size() - 1, ":"));
    }

    private PersonInEntry add(Mention mention) {
        PersonInEntry person = new PersonInEntry(entry.text(), words);
        people.add(person);
        byFamily.computeIfAbsent(mention.family(), name -> new ArrayList<>()).add(person);
        return person;
    }

    private Optional<PersonInEntry> find(Mention mention) {
        return byFamily.getOrDefault(mention.family(), List.of()).stream()
                .limit(MOST_OF_A_FAMILY)
                .filter(person -> person.is(mention))
                .findFirst();
    }

    private static boolean isOfTheEvent(Mention mention) {
        return mention.partSaid()
                && OF_THE_EVENT.contains(mention.part())
                && mention.rule().equals("person.introduced")
                && (mention.described() || mention.name().titled());
    }

    private boolean namesSpeaker(Tokens tokens, int from, int to) {
        String family = talk.speaker().family();
        for (int i = from; i < to; i++) {
            String word = tokens.get(i).folded();
            if (words.begins(Words.PRONOUNS, tokens, i)
                    || word.equals(family)
                    || word.endsWith("-elle")
                    || word.endsWith("-il")) {
                return true;
            }
        }
        return false;
    }

    /** “…? Speakers:” at the end of a paragraph. */
    private Optional<Part> lastLabel(Tokens tokens) {
        int end = tokens.size() - 1;
        if (!tokens.is(end, ":")) {
            return Optional.empty();
        }
        int from = end;
        while (from > Math.max(0, end - LONGEST_LABEL) && tokens.get(from - 1).isWord()) {
            from--;
        }
        return parts.label(tokens, from, end);
    }

    /** Where the colon of a label is that a sentence begins with; -1 if there is none. */
    private static int labelEnd(Tokens tokens, int from, int end) {
        for (int i = from; i < Math.min(end, from + LONGEST_LABEL); i++) {
            if (tokens.is(i, ":") || tokens.is(i, "–") && i < from + 4) {
                return i;
            }
        }
        return -1;
    }

    /** The part that a heading before a block, or the page's markup, gives to the people named in it. */
    private Optional<Part> list(Block block, Tokens tokens) {
        Optional<Part> marked = block.labels().stream()
                .map(label -> Tokens.of(label, new Passage(0, label.length())))
                .flatMap(label -> parts.label(label, 0, label.size()).stream())
                .filter(OF_LABELS::contains)
                .findFirst();
        if (marked.isPresent()) {
            return marked;
        }
        boolean item = block.kind() == Block.Kind.LIST_ITEM
                || block.kind() == Block.Kind.DEFINITION
                || block.kind() == Block.Kind.CELL;
        if (list.isPresent() && !item && !mentions.beginsWithPerson(tokens, firstWord(tokens))) {
            list = Optional.empty();
            panel = Optional.empty();
        }
        return list;
    }
}
