package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;

/** The blocks of an entry, with those that tell one date only together as one: “23”, “NOV”, “2017”. */
final class DatePieces {

    private static final int LONGEST = 24;
    private static final int MOST = 4;

    private final Entry entry;
    private final DatePhrases phrases;

    DatePieces(Entry entry, DatePhrases phrases) {
        this.entry = entry;
        this.phrases = phrases;
    }

    List<Block> joined() {
        List<Block> blocks = entry.blocks();
        List<Block> joined = new ArrayList<>();
        int i = 0;
        while (i < blocks.size()) {
            int end = i + 1;
            for (int last = Math.min(blocks.size(), i + MOST); last > i + 1; last--) {
                if (isOneDate(blocks.subList(i, last))) {
                    end = last;
                    break;
                }
            }
            joined.add(end == i + 1 ? blocks.get(i) : joined(blocks.subList(i, end)));
            i = end;
        }
        return joined;
    }

    private boolean isOneDate(List<Block> pieces) {
        if (pieces.stream()
                .anyMatch(piece -> piece.passage().to() - piece.passage().from() > LONGEST
                        || entry.title().filter(piece.passage()::overlaps).isPresent())) {
            return false;
        }
        if (pieces.get(0).isNumberOfRow(entry.text(), pieces.size())) {
            return false;
        }
        // “7” above “Nov 29–30” is the number of a row.
        boolean day = pieces.stream()
                .skip(1)
                .flatMap(piece -> phrases.in(entry.text(), piece.passage()).stream())
                .anyMatch(date -> date.date().first().isDay());
        if (day) {
            return false;
        }
        Passage first = pieces.get(0).passage();
        Passage last = pieces.get(pieces.size() - 1).passage();
        List<DatePhrase> dates = phrases.in(entry.text(), new Passage(first.from(), last.to()));
        return dates.size() == 1
                && dates.get(0).date().first().isDay()
                && first.contains(new Passage(
                        dates.get(0).passage().from(), dates.get(0).passage().from() + 1))
                && dates.get(0).passage().to() > last.from();
    }

    private static Block joined(List<Block> pieces) {
        Block first = pieces.get(0);
        Set<String> labels = new HashSet<>();
        List<Mark> marks = new ArrayList<>();
        for (Block piece : pieces) {
            labels.addAll(piece.labels());
            marks.addAll(piece.marks());
        }
        Passage whole = new Passage(
                first.passage().from(), pieces.get(pieces.size() - 1).passage().to());
        return new Block(first.kind(), first.level(), whole, first.emptyLinesBefore(), labels, marks);
    }
}
