package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.StatusMark;

/** Whether an event took place as announced, and its title without the mark that says so. */
final class StatusWords {

    /** A longer block with a title in it has more than that, and what is in brackets there may be of anything. */
    private static final int LONGEST = 220;

    private static final String EVENT =
            "event|meeting|conference|webinar|workshop|seminar|forum|training|fair|visit|session|colloquium|lecture|festival|assembly|"
                    + "réunion|conférence|formation|événement|atelier|webinaire|séminaire|séance|visite|colloque|salon|rencontre|journée|assemblée";

    private static final Pattern SAID = Pattern.compile(
            "(?:\\b(?:" + EVENT
                    + "|it|this|elle|il)\\b[^.!?;]{0,40}?\\b(?:has been|had to be|was|is|a été|est|a dû être) |\\b(?:"
                    + EVENT
                    + ") |(?<=^|[.!?]\\s))"
                    + "(?:(?<cancelled>cancell?ed|called off|annulée?)(?! et reportée?)|(?<postponed>postponed|(?:annulée? et )?reportée?|ajournée?))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private StatusWords() {}

    /** Its status; empty if nothing says that there is one. */
    static Optional<Finding<String>> of(Entry entry) {
        return ofTitle(entry).or(() -> alone(entry)).or(() -> said(entry));
    }

    private static Optional<Finding<String>> ofTitle(Entry entry) {
        Optional<Passage> title = entry.title();
        Stream<Passage> around = entry.blocks().stream()
                .map(Block::passage)
                .filter(block -> block.length() <= LONGEST
                        && title.filter(block::contains).isPresent());
        return Stream.concat(title.stream(), around)
                .flatMap(words -> StatusMark.in(entry.text(), words).stream())
                .findFirst()
                .map(StatusWords::stated);
    }

    private static Optional<Finding<String>> alone(Entry entry) {
        return entry.body().stream()
                .flatMap(words -> StatusMark.alone(entry.text(), words)
                        .or(() -> StatusMark.first(entry.text(), words))
                        .or(() -> StatusMark.beside(entry.text(), words))
                        .stream())
                .findFirst()
                .map(StatusWords::stated);
    }

    private static Finding<String> stated(StatusMark mark) {
        return new Finding<>(mark.status(), List.of(mark.words()), "status", Certainty.STATED);
    }

    /** Of what a sentence speaks is not sure. */
    private static Optional<Finding<String>> said(Entry entry) {
        return entry.body().stream()
                .flatMap(words -> {
                    Matcher said = SAID.matcher(entry.text()).region(words.from(), words.to());
                    return said.find()
                            ? Stream.of(new Finding<>(
                                    said.group("cancelled") == null ? "postponed" : "cancelled",
                                    List.of(new Passage(said.start(), said.end())),
                                    "status.sentence",
                                    Certainty.DOUBTFUL))
                            : Stream.empty();
                })
                .findFirst();
    }

    /** The parts of a title beside the words of its status; all of it if nothing else would be left. */
    static List<Passage> beside(Entry entry, Passage title, Optional<Finding<String>> status) {
        Optional<Passage> mark = status.map(found -> found.words().get(0)).filter(title::contains);
        List<Passage> parts = mark.stream()
                .flatMap(words ->
                        Stream.of(new Passage(title.from(), words.from()), new Passage(words.to(), title.to())))
                .filter(part -> part.in(entry.text()).codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        return parts.isEmpty() ? List.of(title) : parts;
    }

    /** An entry whose title is without them, where that is one piece. */
    static Entry titled(Entry entry, Optional<Finding<String>> status) {
        List<Passage> parts =
                entry.title().map(title -> beside(entry, title, status)).orElse(List.of());
        return parts.size() == 1
                ? new Entry(entry.text(), Optional.of(parts.get(0)), entry.blocks(), entry.headings())
                : entry;
    }

    /** What a title says beside them. */
    static String title(Entry entry, List<Passage> parts) {
        StringBuilder title = new StringBuilder();
        parts.forEach(part -> title.append(part.in(entry.text())));
        return WordForms.collapsed(title.toString());
    }
}
