package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedPerson;

/**
 * The people of an event. Who is in a calendar was invited, and has not spoken: who chairs is taken, and who has said that they come, if they are
 * few, to be looked over. Who has declined or not answered is left out, and so is everybody else where many are invited. No address is taken.
 */
final class EventPeople {

    /** More are a mailing list. */
    private static final int FEW = 12;

    private static final int LONGEST_NAME = 80;

    private static final Set<String> COMES = Set.of("", "ACCEPTED", "COMPLETED", "IN-PROCESS");
    private static final Set<String> NO_PERSON = Set.of("ROOM", "RESOURCE", "GROUP", "UNKNOWN");

    /** {@code Doe, Jane}, as directories have it. */
    private static final Pattern FAMILY_FIRST = Pattern.compile("(?<family>[^,()]{2,40}), (?<given>[^,()]{2,40})");

    private static final Pattern UNIT =
            Pattern.compile("(?<name>[^()\\[\\]]{3,80}?) ?[(\\[](?<unit>[^()\\[\\]]{2,60})[)\\]]");

    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: [\\p{L}\\p{M}.’'-]+){1,6}");

    private EventPeople() {}

    /** Reads them; null if none is stated. */
    static List<StatedPerson> of(EventFields event) {
        organiser(event);
        List<StatedPerson> people = new ArrayList<>();
        List<CalendarLine> invited = event.component().lines("ATTENDEE").toList();
        boolean few = invited.size() <= FEW;
        for (CalendarLine line : invited) {
            boolean chair = line.has("ROLE", "CHAIR");
            if ((few || chair) && people.size() < FEW && comes(line)) {
                StatedPerson person = person(line, chair);
                if (person != null
                        && people.stream().noneMatch(one -> one.name().equals(person.name()))) {
                    people.add(person);
                    event.mark(line, Use.PERSON);
                }
            }
        }
        event.component().within().stream()
                .filter(part -> part.name().equals("PARTICIPANT"))
                .limit(FEW)
                .forEach(part -> speaker(event, part, people));
        return people.isEmpty() ? null : people;
    }

    private static boolean comes(CalendarLine line) {
        return COMES.contains(line.parameter("PARTSTAT").toUpperCase(Locale.ROOT))
                && !NO_PERSON.contains(line.parameter("CUTYPE").toUpperCase(Locale.ROOT))
                && !line.has("ROLE", "NON-PARTICIPANT");
    }

    private static String printed(CalendarLine line) {
        return WordForms.collapsed(line.parameter("CN").replace("%20", " ")).replaceAll("^['\"]|['\"]$", "");
    }

    private static StatedPerson person(CalendarLine line, boolean chair) {
        String printed = printed(line);
        Matcher unit = UNIT.matcher(printed);
        boolean hasUnit = unit.matches();
        String name = name(hasUnit ? unit.group("name").strip() : printed);
        return name.isEmpty()
                ? null
                : new StatedPerson(
                        name,
                        chair ? "chair" : "attending",
                        "",
                        hasUnit ? unit.group("unit").strip() : "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        line.words(),
                        false);
    }

    private static String name(String printed) {
        if (printed.length() > LONGEST_NAME) {
            return "";
        }
        Matcher family = FAMILY_FIRST.matcher(printed);
        String name = family.matches() ? family.group("given") + " " + family.group("family") : printed;
        return NAME.matcher(name).matches() ? name : "";
    }

    /** RFC 9073, 7.1: who takes part before an audience. */
    private static void speaker(EventFields event, CalendarComponent participant, List<StatedPerson> people) {
        String type = participant.text("PARTICIPANT-TYPE", event.text()).toUpperCase(Locale.ROOT);
        participant
                .line("SUMMARY")
                .filter(line -> type.equals("SPEAKER") || type.equals("PERFORMER"))
                .filter(line -> line.value().length() <= LONGEST_NAME)
                .ifPresent(line -> {
                    String name = WordForms.collapsed(event.of(line));
                    if (!name.isEmpty()) {
                        event.mark(line, Use.PERSON);
                        people.add(new StatedPerson(
                                name, StatedPerson.OTHERWISE, "", "", "", "", "", "", "", "", line.words(), true));
                    }
                });
    }

    /** Who invites is somebody of the house more often than the house itself. */
    private static void organiser(EventFields event) {
        event.component().line("ORGANIZER").ifPresent(line -> {
            String name = printed(line);
            if (name.isEmpty() || name.contains("@")) {
                return;
            }
            if (event.component().line("ATTENDEE").isPresent()) {
                StatedPerson person = person(line, false);
                event.addDoubtful(
                        EventField.ORGANISER,
                        person == null ? name : person.name(),
                        line,
                        "calendar.organiser",
                        Use.DETAIL);
            } else {
                event.add(EventField.ORGANISER, name, line, "calendar.organiser", Use.DETAIL);
            }
        });
    }
}
