package org.efcevents.datephrase;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;

/**
 * Finds of an entry the date that it says of itself: in the places for it first, then in its title, then in its first sentences. What it says
 * of other things is not taken, and where it is not clear of what a date is, the finding is doubtful.
 */
public final class OwnDates {

    private static final int MOST_DATES = 40;

    /** The rank behind all others. */
    private static final int LAST = 65;

    private final DatePhrases phrases;

    /** @param phrases of the page that the entries are of */
    public OwnDates(DatePhrases phrases) {
        this.phrases = phrases;
    }

    /** The dates of a page's entries, in their order: what is only seen of many together counts, too. */
    public List<OwnDate> of(List<Entry> entries) {
        List<Read> read = entries.stream().map(this::read).toList();
        boolean posted = PostingDates.areIn(read.stream().map(Read::candidates).toList());
        // Where most say no other day, as news do, that of the posting is better than none, in doubt.
        boolean news = 2 * read.stream().filter(Read::isOnlyPosted).count() > read.size();
        return read.stream()
                .map(each -> !posted ? each : news && each.isOnlyPosted() ? each.doubtful() : each.posted())
                .map(OwnDates::own)
                .toList();
    }

    /** The date of an entry, and the other dates in its words. */
    public OwnDate of(Entry entry) {
        return own(read(entry));
    }

    /** What was read of an entry. */
    private record Read(
            List<DateCandidate> candidates,
            List<DatePhrase> all,
            List<DatePhrase> ofOther,
            GroupDate group,
            TimeAlone time,
            MovedDates moved) {

        boolean isOnlyPosted() {
            return !candidates.isEmpty() && PostingDates.without(candidates).isEmpty();
        }

        Read posted() {
            return new Read(PostingDates.without(candidates), all, ofOther, group, time, moved);
        }

        Read doubtful() {
            return new Read(
                    candidates.stream().map(DateCandidate::doubtful).toList(), all, ofOther, group, time, moved);
        }
    }

    private Read read(Entry entry) {
        DateSlots slots = new DateSlots(entry);
        DateSentences sentences = new DateSentences(entry);
        MarkedDates marked = new MarkedDates(entry.text(), phrases);
        List<DatePhrase> all = new ArrayList<>();
        List<DatePhrase> ofOther = new ArrayList<>();
        TimeAlone time = new TimeAlone(entry.text());
        MovedDates moved = new MovedDates(entry.text());
        int index = 0;
        for (Block block : new DatePieces(entry, phrases).joined()) {
            List<DatePhrase> dates = marked.in(block);
            all.addAll(dates);
            dates = dates.stream()
                    .filter(date -> !MovedDates.isFormer(entry.text(), date))
                    .toList();
            // Of a block of nothing but dates the first are enough.
            dates = dates.subList(0, Math.min(MOST_DATES, dates.size()));
            slots.read(block, index, dates);
            ofOther.addAll(slots.isOfOther(block) ? dates : List.of());
            moved.read(block.passage(), dates);
            List<Passage> prose = slots.isTaken(block) ? List.of() : prose(entry, block);
            time.read(dates.isEmpty() ? List.of(block.passage()) : prose, index++);
            for (Passage part : prose) {
                sentences.read(
                        part,
                        dates.stream()
                                .filter(date -> part.contains(date.passage()))
                                .toList());
            }
        }
        GroupDate group = GroupDate.of(entry, phrases);
        List<DateCandidate> candidates = new ArrayList<>(slots.found());
        candidates.addAll(sentences.found(group.year()));
        new DaysAlone(entry, phrases).in(group).ifPresent(candidates::add);
        return new Read(candidates, all, ofOther, group, time, moved);
    }

    private static OwnDate own(Read read) {
        Optional<DateCandidate> own = choose(read.candidates, read.all)
                .map(candidate -> withYearBeside(candidate, read))
                .map(candidate -> inGroup(candidate, read.group))
                .or(() -> ofGroup(read.group))
                .map(read.time::of)
                .map(read.moved::of);
        return new OwnDate(
                own.map(OwnDates::finding),
                read.all.stream()
                        .filter(date -> own.filter(found -> found.words().contains(date.passage()))
                                .isEmpty())
                        .toList());
    }

    /**
     * “7 Sep” on a calendar's leaf, and below it “07/09/2019”. Where another day is named, such as that of the posting, its year is offered in
     * doubt, or the next if it is nearer; so is that of a posting on the very day.
     */
    private static DateCandidate withYearBeside(DateCandidate day, Read read) {
        if (day.date().first().year() > 0 || !day.date().first().isDay() || read.group.year() > 0) {
            return day;
        }
        List<DateCandidate> dated = read.all.stream()
                .filter(date -> date.date().first().date().isPresent())
                .map(date -> DateCandidate.of(date, day.rule(), LAST, !read.ofOther.contains(date)))
                .toList();
        return dated.stream()
                .flatMap(other -> day.with(other).stream()
                        .map(both -> new DateCandidate(
                                both.date(),
                                both.words(),
                                both.rule(),
                                both.rank(),
                                day.sure() && other.sure(),
                                Optional.empty())))
                .findFirst()
                .or(() -> dated.stream().findFirst().flatMap(other -> near(day, other)))
                .orElse(dated.isEmpty() ? day : day.doubtful());
    }

    /** A day in the year in which it is nearest to another. */
    private static Optional<DateCandidate> near(DateCandidate day, DateCandidate other) {
        LocalDate fixed = other.date().first().date().orElseThrow();
        List<Passage> words = new ArrayList<>(day.words());
        words.addAll(other.words());
        words.sort(null);
        return IntStream.rangeClosed(fixed.getYear() - 1, fixed.getYear() + 1)
                .mapToObj(day.date()::inYear)
                .filter(NamedDate::exists)
                .filter(date -> date.first().date().isPresent())
                .min(Comparator.comparingLong(date -> Math.abs(
                        ChronoUnit.DAYS.between(fixed, date.first().date().orElseThrow()))))
                .map(date -> new DateCandidate(date, words, "date.posting", day.rank(), false, Optional.empty()));
    }

    private static Finding<NamedDate> finding(DateCandidate own) {
        boolean stated = own.sure() && !own.date().isMoreThanItsNotation();
        return new Finding<>(own.date(), own.words(), own.rule(), stated ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    /** The parts of a block that are not the title. */
    private static List<Passage> prose(Entry entry, Block block) {
        return new Entry(entry.text(), entry.title(), List.of(block), List.of()).body();
    }

    /** The best, with what agrees; doubtful if another that is as sure does not agree. */
    private static Optional<DateCandidate> choose(List<DateCandidate> all, List<DatePhrase> phrases) {
        List<DateCandidate> candidates = all.stream()
                .map(candidate ->
                        isOfHistory(candidate, all) ? candidate.doubtful().ranked(LAST) : candidate)
                .sorted(Comparator.comparingInt(DateCandidate::rank))
                .toList();
        DateCandidate best = candidates.stream()
                .filter(DateCandidate::sure)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElse(null);
        if (best == null) {
            return Optional.empty();
        }
        boolean contradicted = false;
        DateCandidate chosen = best;
        for (DateCandidate other : candidates) {
            if (other != best) {
                Optional<DateCandidate> both = chosen.with(other);
                contradicted |=
                        both.isEmpty() && (other.sure() || other.rank() < best.rank() || mayBePosting(best, other));
                chosen = both.orElse(chosen);
            }
        }
        return Optional.of(
                contradicted ? chosen.doubtful() : isToldTwice(chosen, all, phrases) ? chosen.surely() : chosen);
    }

    /** “[18/04] …” and “Friday 18 April 2025, …”: a day told again with its year is the entry's own, wherever the second stands. */
    private static boolean isToldTwice(DateCandidate own, List<DateCandidate> all, List<DatePhrase> phrases) {
        return phrases.stream()
                        .filter(told -> told.date().first().date().isPresent() && !told.doubted())
                        .anyMatch(told -> told.date().first().equals(own.date().first())
                                && told.date().last().equals(own.date().last()))
                && phrases.stream()
                        .filter(told -> told.date().first().year() == 0
                                && told.date().first().isDay()
                                && (!told.doubted() || told.otherwise().isPresent()))
                        .flatMap(told -> all.stream().filter(one -> one.words().contains(told.passage())))
                        .anyMatch(told -> told.with(own).isPresent());
    }

    /** A day alone in a line may be that of the posting wherever a sentence names another. */
    private static boolean mayBePosting(DateCandidate line, DateCandidate said) {
        return line.isBareLine()
                && said.rule().equals("date.sentence")
                && said.date().first().date().isPresent();
    }

    /** “Remembering May 1968”: a month or year of the title where the text names a day outside it. */
    private static boolean isOfHistory(DateCandidate candidate, List<DateCandidate> all) {
        return candidate.rule().equals("date.title")
                && !candidate.date().first().isDay()
                && all.stream()
                        .anyMatch(other -> other.date().first().date().isPresent()
                                && candidate.with(other).isEmpty());
    }

    private static DateCandidate inGroup(DateCandidate candidate, GroupDate group) {
        int year = group.year();
        if (year == 0) {
            return candidate;
        }
        Passage heading = group.words().get(0);
        int told = candidate.date().first().year();
        if (told == 0) {
            DateCandidate completed =
                    candidate.inYear(group.yearOf(candidate.date().first()), heading);
            return !completed.date().exists()
                    ? candidate.doubtful()
                    : group.holds(completed.date()) ? completed : completed.doubtful();
        }
        boolean within = told == year || candidate.date().last().year() == year;
        return within && group.holds(candidate.date()) ? candidate : candidate.doubtful();
    }

    /** What the headings say of an entry that says no date itself. */
    private static Optional<DateCandidate> ofGroup(GroupDate group) {
        return group.date()
                .map(date -> new DateCandidate(
                        date,
                        group.words(),
                        "date.heading",
                        70,
                        date.first().date().isPresent() && !date.isRange(),
                        Optional.empty()));
    }
}
