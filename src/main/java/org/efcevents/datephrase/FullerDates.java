package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;

/**
 * The dates of lines that may be of whoever wrote the entry. They are not taken for the event's, but for one thing: where the entry shows a day and
 * a month as on the leaf of a calendar, that one of them which is that day tells its year, and may tell more days, and the time.
 */
final class FullerDates {

    /** What such a line may be called; folded. What is called “posted” is of the posting and nothing else. */
    private static final Set<String> BYLINE = Set.of("by", "byline", "meta", "author");

    /** Lines that are called only that are mostly of the event, but where systems call it so of what they post. */
    private static final String META = "meta";

    private static final Set<String> OF_POSTS = Set.of("entry", "post", "posts", "article", "news");

    /** In UTF-16 units. */
    private static final int SHORTEST_TEXT = 50;

    private static final int RANK = 10;

    /** Behind all that an entry says otherwise. */
    private static final int LAST = 65;

    private final List<DatePhrase> dates = new ArrayList<>();
    private final List<DatePhrase> offered = new ArrayList<>();

    /** Keeps the dates of one more line, if no other of the words that it is called by says of what they are. */
    void read(Block line, Set<String> others, List<DatePhrase> all) {
        if (line.labels().stream().filter(others::contains).allMatch(BYLINE::contains)) {
            dates.addAll(all);
            boolean meta = line.labels().stream().filter(others::contains).allMatch(META::equals)
                    && line.labels().stream().noneMatch(OF_POSTS::contains);
            offered.addAll(meta ? all : List.of());
        }
    }

    /** Keeps the dates of what stands under a picture beside a text: they may be of the picture. Whether it is that. */
    boolean readCaption(Entry entry, Block line, List<DatePhrase> all) {
        boolean caption = line.isCaption()
                && entry.blocks().stream()
                        .anyMatch(block -> !block.isCaption()
                                && block.passage().length() > SHORTEST_TEXT
                                && entry.title()
                                        .filter(block.passage()::overlaps)
                                        .isEmpty());
        offered.addAll(caption ? all : List.of());
        return caption;
    }

    /** What captions tell, and lines that are called “video-meta” and the like, in doubt, where nothing else is told. */
    List<DateCandidate> offered() {
        return offered.stream()
                .filter(date -> date.date().first().year() > 0)
                .limit(1)
                .map(date -> DateCandidate.of(date, "date.line", LAST, false))
                .toList();
    }

    /** The date that is the first day and month without a year among others; empty if none is, or several are. */
    Optional<DateCandidate> of(List<DateCandidate> candidates) {
        List<DateCandidate> fuller = candidates.stream()
                .filter(leaf ->
                        leaf.date().first().isDay() && leaf.date().first().year() == 0)
                .limit(1)
                .flatMap(leaf -> dates.stream()
                        .filter(date -> date.date().first().year() > 0)
                        .flatMap(date -> leaf.with(DateCandidate.of(date, "date.line", RANK, true)).stream()
                                .map(both -> new DateCandidate(
                                        both.date(),
                                        List.of(date.passage()),
                                        "date.line",
                                        RANK,
                                        true,
                                        Optional.empty()))))
                .toList();
        return fuller.size() == 1 ? Optional.of(fuller.get(0)) : Optional.empty();
    }
}
