package org.efccommand.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;

/** What was read, to look over: each event with what it is, who took part, what is not sure of it and what was not read. */
public final class TextReport {

    private static final int LONGEST = 100;

    private final Source source;
    private final Lines lines;
    private final PrintWriter out;

    /** Begins. */
    public TextReport(Source source, PrintWriter out) {
        this.source = source;
        this.lines = new Lines(source.text());
        this.out = out;
    }

    /** Prints it. */
    public void print() {
        Map<Integer, List<AccountedPart>> unread = source.account().stream()
                .filter(part -> part.use() == AccountedPart.Use.UNREAD)
                .collect(Collectors.groupingBy(AccountedPart::event));
        for (StatedEvent event : source.events()) {
            print(event);
            unread.getOrDefault(event.position(), List.of()).forEach(this::printUnread);
        }
        List<AccountedPart> ofNone = unread.getOrDefault(0, List.of());
        if (!ofNone.isEmpty()) {
            out.println("Of no event:");
            ofNone.forEach(this::printUnread);
        }
        for (List<String> pair : source.maybeOne()) {
            out.println("Maybe one person: " + String.join(" / ", pair));
        }
        long dated = source.events().stream()
                .filter(event -> !event.text(EventField.DATE).isEmpty())
                .count();
        out.printf(
                "%d events, %d of them with a date, %d with something that is not sure; %d passages not read%n",
                source.events().size(),
                dated,
                source.events().stream().filter(StatedEvent::isUnsure).count(),
                unread.values().stream().mapToInt(List::size).sum());
    }

    private void print(StatedEvent event) {
        String date = event.text(EventField.DATE);
        out.printf(
                "%d. %s  %s%s%n",
                event.position(),
                date.isEmpty() ? "(no date)" : date,
                event.title(),
                event.text(EventField.KIND).isEmpty() ? "" : "  [" + event.text(EventField.KIND) + "]");
        for (StatedPerson person : event.people() == null ? List.<StatedPerson>of() : event.people()) {
            out.println("     "
                    + Stream.of(person.name(), person.part(), person.role(), person.organisation())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", "))
                    + (person.sure() ? "" : "  (not sure)"));
        }
        event.fields().forEach((name, found) -> {
            if (found.certainty() != Certainty.STATED) {
                out.println("     not sure: " + name + " " + said(found));
            }
        });
        for (Remark remark : event.remarks()) {
            out.println("     not sure: " + remark.type().key()
                    + (remark.words().isEmpty() ? "" : " (" + shortened(remark.words()) + ")"));
        }
        event.offered().ifPresent(found -> out.println("     offered: date " + said(found)));
    }

    private String said(Finding<String> found) {
        return shortened(found.value()) + "  (" + found.rule() + ", line "
                + lines.at(found.words().get(0).from()) + ": "
                + shortened(found.words().get(0).in(source.text())) + ")";
    }

    private void printUnread(AccountedPart part) {
        out.println("     not read, line " + lines.at(part.passage().from()) + ": "
                + shortened(part.passage().in(source.text())));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
