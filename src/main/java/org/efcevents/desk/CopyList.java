package org.efcevents.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.archive.FormerAddresses;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.copy.CopiedPart;
import org.efcevents.copy.CopyAddress;
import org.efcevents.copy.CopyDate;
import org.efcevents.copy.EventCopy;
import org.efcevents.date.EventDate;
import org.efcevents.date.StoredDate;
import org.efcevents.event.EventSummary;

/**
 * The copies that are to be made of an event, one by one.
 *
 * @param parts what they take along
 * @param rows the copies
 * @param problems what is wrong with the whole
 */
public record CopyList(Set<CopiedPart> parts, List<Row> rows, List<Problem> problems) {

    /**
     * A copy.
     *
     * @param number from 0, in the names of its fields
     * @param isTaken whether it is to be made
     * @param day as it was typed
     * @param address as it was typed
     * @param title what it is going to be called
     * @param stored its date; null if what was typed is none
     * @param problems what is wrong with it
     */
    public record Row(
            int number,
            boolean isTaken,
            String day,
            String address,
            String title,
            StoredDate stored,
            List<Problem> problems) {

        /** When it takes place in words; empty if that is not known. */
        public String inWords(Locale locale) {
            EventDate date = stored == null ? null : EventDate.of(stored);
            return date == null || !date.isDated() ? "" : date.inWords(locale);
        }
    }

    /** As they come from a plan. */
    static CopyList proposed(DeskRequest request, EventSummary event, Node original, CopyPlan plan) {
        Predicate<String> free = free(request, original);
        Set<String> given = new HashSet<>();
        CopyDate date = CopyDate.of(read(original), event.date());
        List<Row> rows = new ArrayList<>();
        for (Optional<LocalDate> day : plan.days()) {
            String address = CopyAddress.of(
                    read(original).name(),
                    day,
                    plan.days().size() == 1,
                    name -> !given.contains(name) && free.test(name));
            given.add(address);
            rows.add(row(
                    rows.size(),
                    true,
                    day.map(LocalDate::toString).orElse(""),
                    address,
                    event,
                    date.on(day),
                    List.of()));
        }
        return new CopyList(plan.taken(), rows, List.of());
    }

    /** As they were sent, with what is wrong with them. */
    static CopyList sent(DeskRequest request, EventSummary event, Node original) {
        Set<CopiedPart> parts = CopyPlan.sent(request, original).stream()
                .filter(CopyPlan.Part::isTaken)
                .map(CopyPlan.Part::part)
                .collect(Collectors.toSet());
        Predicate<String> free = free(request, original);
        Set<String> given = new HashSet<>();
        CopyDate date = CopyDate.of(read(original), event.date());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < CopyPlan.MOST && request.isChosen("row." + i + ".address"); i++) {
            String typed = request.typed("row." + i + ".day");
            String address = request.typed("row." + i + ".address");
            boolean taken = request.isChosen("row." + i + ".take");
            Optional<LocalDate> day = CopyPlan.day(typed);
            boolean readable = day.isPresent() || typed.isEmpty();
            List<Problem> problems = new ArrayList<>();
            if (!readable) {
                problems.add(Problem.of("row." + i + ".day", "efc.desk.copy.day.wrong", typed));
            }
            if (!CopyAddress.isAllowed(address)) {
                problems.add(Problem.of("row." + i + ".address", "efc.desk.copy.address.wrong", address));
            } else if (taken && (!given.add(address) || !free.test(address))) {
                problems.add(Problem.of("row." + i + ".address", "efc.desk.copy.address.taken", address));
            }
            rows.add(
                    row(i, taken, typed, address, event, readable ? date.on(day) : null, taken ? problems : List.of()));
        }
        boolean none = rows.stream().noneMatch(Row::isTaken);
        return new CopyList(parts, rows, none ? List.of(Problem.of("", "efc.desk.copy.nothing")) : List.of());
    }

    private static Row row(
            int number,
            boolean taken,
            String day,
            String address,
            EventSummary event,
            StoredDate stored,
            List<Problem> problems) {
        String title = stored == null ? event.title() : EventCopy.title(event.title(), event.date(), stored);
        return new Row(number, taken, day, address, title, stored, problems);
    }

    /** Only what is the same in all languages is read of it. */
    private static ContentNode read(Node original) {
        return new ContentNode(original, new ContentLanguages("en", "en"));
    }

    /** Whether nothing lies there, and no event has an address, nor had it: links to that would lead to the copy. */
    private static Predicate<String> free(DeskRequest request, Node original) {
        Collection<String> names = request.archive().desk().eventNames();
        FormerAddresses former = request.archive().formerAddresses();
        return name ->
                !names.contains(name) && former.presentSlug(NodeType.EVENT, name) == null && !isBeside(original, name);
    }

    /** Whether there is a folder of that name, or something marked as deleted. */
    private static boolean isBeside(Node original, String name) {
        try {
            return original.getParent().hasNode(name);
        } catch (RepositoryException e) {
            throw new ContentException("What is beside the event cannot be read: " + name, e);
        }
    }

    /** Those that are to be made. */
    List<Row> taken() {
        return rows.stream().filter(Row::isTaken).toList();
    }

    /** Whether they can be made. */
    boolean isRight() {
        return allProblems().isEmpty();
    }

    /** What is wrong with any of them. */
    public List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>(problems);
        rows.forEach(row -> all.addAll(row.problems()));
        return all;
    }

    /** The same with another problem. */
    CopyList with(Problem problem) {
        return new CopyList(parts, rows, List.of(problem));
    }
}
