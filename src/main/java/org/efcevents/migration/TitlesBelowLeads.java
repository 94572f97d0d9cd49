package org.efcevents.migration;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.FieldNames;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;

/**
 * Titles in a line of their own below one that tells the series, or who invites: “20 November: Public lecture:”, and below it “The grain of the
 * north” in quotation marks, in bold or in a style of its own.
 *
 * @param title whether words alone on their line look like a title
 */
record TitlesBelowLeads(PageText page, PageDates dates, Predicate<Passage> title) {

    /** So far below its lead a title in quotation marks may be, in lines. */
    private static final int FURTHEST = 2;

    private static final Pattern QUOTED = Pattern.compile("[“\"„]([^“\"„”]+)[”\"“]|«([^«»]+)»|‘([^‘]+)’");

    /** What leads to a name. */
    private static final Pattern OF_PEOPLE = Pattern.compile(
            "(?:\\b(?:by|with|from|chair|par|avec|de|von|mit)|\\p{L}*(?:speaker|lecturer|guest|moderator|intervenant|orateur|conférencier|invité)\\p{L}*)\\s?:",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The title; empty if the blocks of an entry do not begin with a lead, or none follows. */
    Optional<Passage> of(int[] blocks) {
        int lead = blocks.length > 1 && dates.isAlone(passage(blocks[0])) && !isLead(passage(blocks[0])) ? 1 : 0;
        if (lead + 1 >= blocks.length) {
            return Optional.empty();
        }
        Passage words = passage(blocks[lead]);
        boolean dated = dates.isBeforeName(words);
        if (!isLead(words) && !dated || leadsElsewhere(words)) {
            return Optional.empty();
        }
        for (int i = lead + 1; i < blocks.length && i <= lead + FURTHEST; i++) {
            Passage line = passage(blocks[i]);
            boolean next =
                    i == lead + 1 && isLead(words) && isSetApart(page.blocks().get(blocks[i]));
            Optional<Passage> found =
                    title.test(line) ? quoted(line).or(() -> Optional.of(line).filter(all -> next)) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            if (FieldNames.isAtBeginning(line.in(page.text())) || isLead(line) || dates.isIn(line)) {
                break;
            }
        }
        return Optional.empty();
    }

    private Passage passage(int block) {
        return page.blocks().get(block).passage();
    }

    private boolean isLead(Passage words) {
        return page.text().charAt(words.to() - 1) == ':';
    }

    /** To a name, or to a field. */
    private boolean leadsElsewhere(Passage words) {
        Passage lead = dates.atBeginning(words)
                .map(date -> new Passage(Math.min(date.to() + 1, words.to()), words.to()))
                .orElse(words);
        Matcher people = OF_PEOPLE.matcher(page.text()).region(lead.from(), lead.to());
        String text = lead.in(page.text()).strip();
        while (people.find()) {
            if (people.end() == lead.to()) {
                return true;
            }
        }
        return text.length() < 2 || isLead(lead) && FieldNames.isAtBeginning(text + " -");
    }

    private Optional<Passage> quoted(Passage line) {
        Matcher quoted = QUOTED.matcher(page.text()).region(line.from(), line.to());
        if (!quoted.matches()) {
            return Optional.empty();
        }
        int from = line.from() + 1;
        int to = line.to() - 1;
        while (from < to && Character.isWhitespace(page.text().charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(page.text().charAt(to - 1))) {
            to--;
        }
        return Optional.of(new Passage(from, to)).filter(words -> words.length() > 2);
    }

    /** Whether all of a line is bold, or in a style of its own. */
    private static boolean isSetApart(Block block) {
        return block.marks().stream()
                .anyMatch(mark -> (mark.kind() == Mark.Kind.STRONG || mark.kind() == Mark.Kind.STYLED)
                        && mark.passage().contains(block.passage()));
    }
}
