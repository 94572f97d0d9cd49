package org.efcevents.datephrase;

import static org.efcevents.datephrase.DateWords.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.efcevents.search.SearchTerms;

/** Finds the dates that stand in a place for the date: under a label, alone in a line, before or after a title. */
final class DateSlots {

    private static final Set<String> DATE = words(
            "date dates datum data when quand wann wanneer fecha quando dtstart startdate start begin beginn debut inizio inicio day days jour jours"
                    + " horaire time heure zeit");

    private static final Set<String> SCHEDULE = words("schedule dtstart startdate start");

    private static final Set<String> END = words("end enddate dtend fin ende eind fine until bis to au");

    private static final Set<String> OTHER = words(
            "posted published publish publication publie publiee pubdate modified updated update maj mise created creation createdate modifydate deadline deadlines"
                    + " registration register inscription inscriptions limite anmeldeschluss anmeldung frist submitted submission soumis byline meta"
                    + " abstract abstracts until by before since author edited changed uploaded copyright expires valid avant jusqu newsletter added ajoute ajoutee written redige"
                    + " erstellt veroffentlicht aktualisiert gepubliceerd publicado pubblicato geplaatst bijgewerkt released issued archived applications"
                    + " candidatures papers rsvp apply");

    private static final Set<String> AROUND = words(
            "on le la les the at in from du de am im um a au den der op te und and et y uhr cet cest room salle saal date dates datum when quand wann"
                    + " gmt utc p h time lieu ort place where local held tenue via via zu zum near pres");

    private static final Set<String> OF_SOMETHING_ELSE = words(
            "follow followup suite before after ahead preparing preparation preparatory towards vers deadline until since by avant apres depuis nach vor");

    private static final Set<String> EVENTS = words(
            "conference conferences meeting assembly festival forum workshop seminar summit congress symposium colloquium colloquy course training"
                    + " school fair exhibition event webinar session reunion journee journees colloque assemblee rencontre rencontres fete salon seminaire"
                    + " atelier formation congres tagung konferenz treffen versammlung messe fest vergadering bijeenkomst congreso convegno riunione"
                    + " launch kickoff week semaine day camp gathering retreat talk lecture");

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final int SHORT = 25;
    private static final int FEW = 7;

    private final Entry entry;
    private final List<DateCandidate> found = new ArrayList<>();
    private final Set<Block> taken = new HashSet<>();
    private final Set<Block> ofOther = new HashSet<>();
    private final FullerDates fuller = new FullerDates();
    private String label = "";

    DateSlots(Entry entry) {
        this.entry = entry;
    }

    /** The dates that were found. */
    List<DateCandidate> found() {
        List<DateCandidate> all = new ArrayList<>(found);
        fuller.of(found).ifPresent(all::add);
        all.addAll(fuller.offered());
        return all;
    }

    /** Whether the dates of a block are of something else than the event, such as of the posting. */
    boolean isOfOther(Block block) {
        return ofOther.contains(block);
    }

    /** Whether a block is a slot, or of something else than the event: no sentence of it is read. */
    boolean isTaken(Block block) {
        return taken.contains(block);
    }

    /** Reads one more block, in the order of the page. */
    void read(Block block, int index, List<DatePhrase> dates) {
        String before = label;
        label = label(block);
        Optional<Passage> title = entry.title().filter(block.passage()::overlaps);
        boolean labelled =
                DATE.stream().anyMatch(block.labels()::contains) || isLabel(before) || isLabelledInside(block, dates);
        if (fuller.readCaption(entry, block, dates)) {
            ofOther.add(block);
            taken.add(block);
            return;
        }
        boolean posting = block.marks().stream()
                .anyMatch(mark ->
                        mark.kind() == Mark.Kind.POSTING && mark.passage().contains(block.passage()));
        if (posting || isOther(block, before)) {
            if (!posting && before.isEmpty() && !rest(block, title, dates).other) {
                fuller.read(block, OTHER, dates);
            }
            ofOther.add(block);
            taken.add(block);
            return;
        }
        if (dates.isEmpty()) {
            return;
        }
        Rest rest = rest(block, title, dates);
        if (rest.other) {
            taken.add(block);
            return;
        }
        title.ifPresent(words ->
                dates.stream().filter(date -> words.contains(date.passage())).forEach(date -> readTitle(words, date)));
        List<DatePhrase> outside = dates.stream()
                .filter(date -> title.filter(date.passage()::overlaps).isEmpty())
                .filter(date -> !isLinked(block, date))
                .toList();
        boolean term = block.kind() == Block.Kind.TERM;
        if (labelled && rest.words <= 2 * FEW || rest.isPlace && rest.words <= FEW) {
            taken.add(block);
            // A line with a place is no more that of the posting than a label is.
            boolean bare = rest.words == 0;
            String rule = labelled ? "date.label" : term ? "date.term" : "date.line";
            valid(outside).forEach(date -> add(block, date, rule, labelled || term, bare, index));
        } else if (index < 3) {
            outside.forEach(date -> readEdge(block, date, title));
        }
    }

    /** “Date: 2 April 2020 – postponed”: what is before the first date names it. */
    private boolean isLabelledInside(Block block, List<DatePhrase> dates) {
        String text = entry.text()
                .substring(
                        block.passage().from(),
                        dates.isEmpty()
                                ? block.passage().from()
                                : dates.get(0).passage().from());
        int colon = text.indexOf(':');
        return colon > 0
                && colon < SHORT
                && isLabel(SearchTerms.searchable(text.substring(0, colon)))
                && words(SearchTerms.searchable(text.substring(0, colon))).stream()
                        .noneMatch(OTHER::contains);
    }

    /** Without those of before: of “rescheduled from 28 April to 3 November” the second. */
    private List<DatePhrase> valid(List<DatePhrase> dates) {
        // The words of “12 and 19 March” overlap.
        if (dates.size() != 2
                || dates.get(0).passage().to() > dates.get(1).passage().from()) {
            return dates;
        }
        DateTokens between = new DateTokens(
                entry.text(),
                new Passage(dates.get(0).passage().to(), dates.get(1).passage().from()));
        DateTokens before = new DateTokens(
                entry.text(),
                new Passage(
                        Math.max(0, dates.get(0).passage().from() - SHORT),
                        dates.get(0).passage().from()));
        boolean moved = DateWords.MOVED.contains(before.word(before.size() - 1))
                || DateWords.MOVED.contains(before.word(before.size() - 2));
        return moved && between.size() == 1 && DateWords.TO.contains(between.word(0)) ? dates.subList(1, 2) : dates;
    }

    private void add(Block block, DatePhrase date, String rule, boolean labelled, boolean bare, int index) {
        boolean numbers = date.strength() == DatePhrase.Strength.NUMBERS && !labelled
                || date.strength() == DatePhrase.Strength.VAGUE;
        boolean first = labelled || index < FEW;
        DateCandidate candidate = DateCandidate.of(
                date,
                rule,
                numbers ? 15 : labelled ? 0 : first ? bare ? DateCandidate.BARE : 1 : 12,
                !numbers && first);
        DateCandidate last = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean end = END.stream().anyMatch(block.labels()::contains)
                && !block.labels().contains("start");
        if (end
                && last != null
                && last.rank() == 0
                && last.date().first().isDay()
                && date.date().first().isDay()) {
            NamedDate whole = new NamedDate(
                    last.date().first(),
                    date.date().last(),
                    last.date().startTime(),
                    last.date().startTime() == null ? null : date.date().startTime(),
                    last.date().zone(),
                    false);
            if (isAllDay(whole)) {
                whole = whole.at(null, null);
            }
            if (whole.exists()) {
                found.set(
                        found.size() - 1,
                        new DateCandidate(
                                whole,
                                List.of(last.words().get(0), date.passage()),
                                rule,
                                0,
                                last.sure() && candidate.sure(),
                                Optional.empty()));
                return;
            }
        }
        found.add(candidate);
    }

    /** As calendars write days without a time. */
    private static boolean isAllDay(NamedDate date) {
        return LocalTime.MIDNIGHT.equals(date.startTime())
                && (LocalTime.MIDNIGHT.equals(date.endTime()) || LAST_MINUTE.equals(date.endTime()));
    }

    private void readTitle(Passage title, DatePhrase date) {
        DateTokens before = new DateTokens(
                entry.text(), new Passage(title.from(), date.passage().from()));
        for (int i = 0; i < before.size(); i++) {
            if (OF_SOMETHING_ELSE.contains(before.word(i))) {
                return;
            }
        }
        boolean year = date.date().first().month() == 0;
        // “EUROSAND 3, Santander, Spain, 2003”
        boolean last = date.passage().to() == title.to() && before.sign(before.size() - 1) == ',';
        if (year && date.strength() == DatePhrase.Strength.NUMBERS && !last && !namesEvent(title)) {
            return;
        }
        boolean bound = before.word(before.size() - 1).matches("of|on|du|le|in|en|am|from|de|vom|im|les|au|the|d|a")
                && !before.word(before.size() - 2).equals("for");
        String rest = entry.text().substring(date.passage().to(), title.to()).strip();
        boolean edge = before.size() == 0 || rest.isEmpty() || !Character.isLetterOrDigit(rest.charAt(0));
        boolean sure = date.strength() == DatePhrase.Strength.CLEAR && (edge || bound);
        found.add(DateCandidate.of(date, "date.title", sure ? 20 : year ? 60 : 25, sure));
    }

    /** Whether a title names an event, so that a year in it is the event's: “Festival 1997”, not “Strategy 2020”. */
    private boolean namesEvent(Passage title) {
        DateTokens tokens = new DateTokens(entry.text(), title);
        for (int i = 0; i < tokens.size(); i++) {
            if (EVENTS.contains(tokens.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** “3 May 2011 – Workshop”, “Workshop, Brussels, 3 May 2011”, “Workshop, 3 May 2011, Brussels. Thirty people came.” */
    private void readEdge(Block block, DatePhrase date, Optional<Passage> title) {
        String text = entry.text();
        int from = title.filter(words -> words.to() <= date.passage().from())
                .map(Passage::to)
                .orElse(block.passage().from());
        String before = text.substring(from, date.passage().from()).strip();
        String after = text.substring(date.passage().to(), block.passage().to()).strip();
        boolean opens = before.isEmpty() || before.matches("(?i)on|le|am|du|from|the|\\(|\\[|[-*•·–]|\\d{1,3}[.)]");
        boolean leads = opens && !after.isEmpty() && "-–—:|)]•/·»@".indexOf(after.charAt(0)) >= 0;
        boolean alone = opens
                && title.isPresent()
                && title.get().from() >= date.passage().to();
        boolean fragment = isPlaceAlone(new Passage(from, date.passage().from()))
                && isPlaceAlone(new Passage(
                        date.passage().to(),
                        endsSentence(date)
                                ? date.passage().to()
                                : sentenceEnd(
                                        date.passage().to(), block.passage().to())));
        boolean brief = title.isPresent() && new DateTokens(text, block.passage()).size() <= 2 * SHORT;
        boolean last = after.matches("[.)\\]]*") && !before.isEmpty();
        boolean closes = brief && last && "-–—|,(:[•·".indexOf(before.charAt(before.length() - 1)) >= 0;
        if (last && MonthBelowTitle.mayFollow(before) && MonthBelowTitle.is(entry, block, date)) {
            found.add(DateCandidate.of(date, "date.line", MonthBelowTitle.RANK, false));
        }
        if (leads || alone || closes || fragment) {
            boolean sure = date.strength() == DatePhrase.Strength.CLEAR
                    && (date.date().first().isDay() || !leads);
            found.add(DateCandidate.of(date, "date.line", sure ? 10 : 15, sure));
        }
    }

    /** “16–22 August. Children came …”: the full stop may be one of the date, too. */
    private boolean endsSentence(DatePhrase date) {
        String text = entry.text();
        int next = date.passage().to();
        boolean stop = text.charAt(next - 1) == '.';
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return stop && next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    private int sentenceEnd(int from, int to) {
        int i = from;
        while (i < to && ".!?;(".indexOf(entry.text().charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    /** Whether words can be no more than a place: “Preetz, Germany”. */
    private boolean isPlaceAlone(Passage words) {
        DateTokens tokens = new DateTokens(entry.text(), words);
        if (tokens.size() > 2 * FEW) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            boolean verb = OTHER.contains(tokens.word(i))
                    || ".!?;".indexOf(tokens.sign(i)) >= 0 && i > 0 && tokens.sign(i) != DateTokens.NONE;
            boolean name = tokens.isCapital(i) || AROUND.contains(tokens.word(i)) || !tokens.isWord(i);
            if (verb || !name || tokens.sign(i) == ':' && !DATE.contains(tokens.word(i - 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLinked(Block block, DatePhrase date) {
        return block.marks().stream()
                .anyMatch(
                        mark -> mark.kind() == Mark.Kind.LINK && mark.passage().contains(date.passage()));
    }

    /** Its words if they do nothing but name what follows: a term, or a line that ends in a colon. */
    private String label(Block block) {
        String text = block.passage().in(entry.text());
        return text.length() < 40 && (text.endsWith(":") || block.kind() == Block.Kind.TERM)
                ? SearchTerms.searchable(text)
                : "";
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && words(label.replaceAll("[^a-z]+", " ").strip()).stream().anyMatch(DATE::contains);
    }

    private boolean isOther(Block block, String label) {
        boolean named = !label.isEmpty()
                && words(label.replaceAll("[^a-z]+", " ").strip()).stream().anyMatch(OTHER::contains);
        if (entry.blocks().size() == 1
                || entry.title().filter(block.passage()::overlaps).isPresent()) {
            return named;
        }
        boolean ofPost = block.labels().contains("date")
                && (block.labels().contains("entry") || block.labels().contains("post"));
        // What is around the date may be called anything: “author location”, “meta”.
        // “talk-meta” and “seminar-meta” are of what they name; “entry-meta” and “meta” may be of the posting.
        boolean ofEvent = SCHEDULE.stream().anyMatch(block.labels()::contains)
                || EVENTS.stream().anyMatch(block.labels()::contains)
                        && block.labels().stream().filter(OTHER::contains).allMatch("meta"::equals);
        return named || ofPost || !ofEvent && OTHER.stream().anyMatch(block.labels()::contains);
    }

    /**
     * What a block has beside its dates.
     *
     * @param isPlace whether it can be no more than a place
     * @param other whether it says that the dates are of something else
     */
    private record Rest(int words, boolean isPlace, boolean other) {}

    private Rest rest(Block block, Optional<Passage> title, List<DatePhrase> dates) {
        DateTokens tokens = new DateTokens(entry.text(), block.passage());
        int count = 0;
        boolean place = true;
        boolean other = false;
        boolean afterDate = false;
        boolean sentences = false;
        for (int i = 0; i < tokens.size() && count <= 2 * FEW; i++) {
            Passage token = tokens.passage(i, i + 1);
            if (title.filter(token::overlaps).isPresent()) {
                continue;
            }
            if (dates.stream().anyMatch(date -> date.passage().contains(token))) {
                afterDate = true;
                continue;
            }
            String word = tokens.word(i);
            if (tokens.isWord(i) || tokens.isNumber(i)) {
                count++;
                boolean around = AROUND.contains(word)
                        || tokens.isCapital(i)
                        || tokens.isNumber(i) && afterDate
                        || word.equals("online");
                place &= around;
                // A lecture by somebody is none until then.
                int at = i;
                boolean name = word.equals("by")
                        && count > 1
                        && dates.stream().noneMatch(date -> date.passage().from() == tokens.to(at) + 1);
                other |= !afterDate && OTHER.contains(word) && count <= 4 && !name;
            } else if (tokens.sign(i) == ':' && !afterDate) {
                place &= DATE.contains(tokens.word(i - 1)) || AROUND.contains(tokens.word(i - 1));
            } else if (".!?;".indexOf(tokens.sign(i)) >= 0 && i < tokens.size() - 1) {
                place &= afterDate;
                sentences |= !tokens.touches(i + 1) && tokens.isCapital(i + 1);
            }
        }
        return new Rest(count, place, other && !sentences && count <= 2 * FEW);
    }
}
