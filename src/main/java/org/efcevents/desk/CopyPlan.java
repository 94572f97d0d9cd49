package org.efcevents.desk;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.content.ContentException;
import org.efcevents.copy.CopiedPart;
import org.efcevents.copy.Repetition;
import org.efcevents.event.EventSummary;

/**
 * What an editor has said of the copies of an event: what they take along, and when they take place.
 *
 * @param parts what the event has, and whether it is taken along
 * @param typed what is in the fields, by their names
 * @param days the days of the copies; empty as long as nothing has been said of them
 * @param isComplete whether the copies can be looked over
 * @param problems what is wrong with what was said
 */
public record CopyPlan(
        List<Part> parts,
        Map<String, String> typed,
        List<Optional<LocalDate>> days,
        boolean isComplete,
        List<Problem> problems) {

    /** How many copies can be made at once. */
    static final int MOST = 200;

    private static final String PREFIX = "take.";

    private static final int FIRST_YEAR = 1900, LAST_YEAR = 2099;

    /**
     * A part of the event.
     *
     * @param part which
     * @param field the name of its box
     * @param isTaken whether it is ticked
     */
    public record Part(CopiedPart part, String field, boolean isTaken) {}

    /** The weekdays by what the form sends, each as it is called. */
    public Map<String, String> weekdays(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(key(day), day.getDisplayName(TextStyle.FULL, locale));
        }
        return names;
    }

    static CopyPlan asked(DeskRequest request, EventSummary event, Node node) {
        boolean said = request.asked("when").isPresent();
        List<Part> parts =
                parts(node, part -> said ? request.asked(PREFIX + part.key()).isPresent() : part.isUsual());
        Map<String, String> typed = usual(request, event);
        typed.replaceAll(
                (field, usual) -> request.asked(field).map(String::strip).orElse(usual));
        if (!said) {
            return new CopyPlan(parts, typed, List.of(), false, List.of());
        }
        List<Problem> problems = new ArrayList<>();
        List<Optional<LocalDate>> days = new ArrayList<>();
        if (!typed.get("when").equals("repeated")) {
            String day = typed.get("day");
            Optional<LocalDate> once = day(day);
            if (once.isEmpty() && !day.isEmpty()) {
                problems.add(Problem.of("day", "efc.desk.copy.day.wrong", day));
            }
            days.add(once);
        } else {
            repetition(typed, problems)
                    .ifPresent(repetition -> repetition.days(MOST + 1).forEach(day -> days.add(Optional.of(day))));
            if (problems.isEmpty() && days.isEmpty()) {
                problems.add(Problem.of("until", "efc.desk.copy.none"));
            }
        }
        if (days.size() > MOST) {
            problems.add(Problem.of("until", "efc.desk.copy.many", MOST));
        }
        return new CopyPlan(parts, typed, days, problems.isEmpty(), problems);
    }

    /** Those that are ticked. */
    Set<CopiedPart> taken() {
        Set<CopiedPart> taken = EnumSet.noneOf(CopiedPart.class);
        parts.stream().filter(Part::isTaken).map(Part::part).forEach(taken::add);
        return taken;
    }

    /** The parts of an event of which a form that was sent has the boxes. */
    static List<Part> sent(DeskRequest request, Node node) {
        return parts(node, part -> request.isChosen(PREFIX + part.key()));
    }

    private static List<Part> parts(Node node, Predicate<CopiedPart> taken) {
        try {
            return CopiedPart.of(node).stream()
                    .map(part -> new Part(part, PREFIX + part.key(), taken.test(part)))
                    .toList();
        } catch (RepositoryException e) {
            throw new ContentException("The event cannot be read", e);
        }
    }

    /** What is in the fields to begin with. */
    private static Map<String, String> usual(DeskRequest request, EventSummary event) {
        LocalDate today = ZonedDateTime.ofInstant(request.archive().entries().now(), request.timeZone())
                .toLocalDate();
        LocalDate end = today.getMonthValue() < 10
                ? today.withMonth(12).withDayOfMonth(31)
                : LocalDate.of(today.getYear() + 1, 12, 31);
        Optional<LocalDate> before =
                event.date().isOnACertainDay() ? event.date().earliest() : Optional.empty();
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("when", "once");
        usual.put("day", "");
        usual.put("rule", Repetition.Rule.WEEKDAY.key());
        usual.put(
                "number",
                Integer.toString(before.map(day -> (day.getDayOfMonth() - 1) / 7 + 1)
                        .filter(number -> number < 5)
                        .orElse(before.isPresent() ? 0 : 1)));
        usual.put("weekday", key(before.map(LocalDate::getDayOfWeek).orElse(DayOfWeek.TUESDAY)));
        usual.put(
                "dayOfMonth",
                Integer.toString(before.map(LocalDate::getDayOfMonth).orElse(1)));
        usual.put("every", "1");
        usual.put("from", today.toString());
        usual.put("until", end.toString());
        return usual;
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** A calendar day as a form sends it, of a year that can be meant; empty if it is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Repetition> repetition(Map<String, String> typed, List<Problem> problems) {
        Optional<Repetition.Rule> rule = Arrays.stream(Repetition.Rule.values())
                .filter(one -> one.key().equals(typed.get("rule")))
                .findFirst();
        Optional<DayOfWeek> weekday = Arrays.stream(DayOfWeek.values())
                .filter(day -> key(day).equals(typed.get("weekday")))
                .findFirst();
        String numbered = rule.equals(Optional.of(Repetition.Rule.DAY)) ? "dayOfMonth" : "number";
        Optional<Integer> number =
                number(typed, numbered, numbered.equals("number") ? 0 : 1, numbered.equals("number") ? 4 : 31);
        Optional<Integer> every = number(typed, "every", 1, 12);
        Optional<LocalDate> from = day(typed.get("from"));
        Optional<LocalDate> until = day(typed.get("until"));
        if (from.isEmpty()) {
            problems.add(Problem.of("from", "efc.desk.copy.day.wrong", typed.get("from")));
        }
        if (until.isEmpty()) {
            problems.add(Problem.of("until", "efc.desk.copy.day.wrong", typed.get("until")));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.add(Problem.of("until", "efc.desk.copy.until.before"));
        }
        if (number.isEmpty()) {
            problems.add(Problem.of(numbered, "efc.desk.copy.number.wrong", typed.get(numbered)));
        }
        if (every.isEmpty()) {
            problems.add(Problem.of("every", "efc.desk.copy.number.wrong", typed.get("every")));
        }
        if (rule.isEmpty() || weekday.isEmpty()) {
            problems.add(Problem.of("rule", "efc.desk.copy.rule.wrong"));
        }
        return problems.isEmpty()
                ? Optional.of(
                        new Repetition(rule.get(), number.get(), weekday.get(), every.get(), from.get(), until.get()))
                : Optional.empty();
    }

    private static Optional<Integer> number(Map<String, String> typed, String field, int least, int most) {
        return Optional.of(typed.get(field))
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }
}
