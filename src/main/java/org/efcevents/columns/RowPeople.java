package org.efcevents.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.columns.RowCells.Cell;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.People;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.StatedPerson;

/** The people of a row: in one cell or in several, with what they are behind their names or in columns beside them. */
final class RowPeople {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:;|\\r?\\n)\\s*");
    private static final Pattern LINE_END = Pattern.compile("\\s*\\r?\\n\\s*");
    /** Between names, outside of brackets. */
    private static final Pattern COMMAS = Pattern.compile("\\s*(?:,|\\band\\b|\\bet\\b|&)\\s*(?![^(]*\\))");

    private static final String WORD =
            "(?:\\p{Lu}[\\p{L}.'’-]*|d[eiu']|del|della|van|von|den|der|la|le|of|ten|ter|zu|y)";

    /** A full name, with a title before it or none. */
    private static final Pattern NAME = Pattern.compile("(?:" + WORD + "\\s+){1,4}\\p{Lu}[\\p{L}.'’-]*");

    /** The same with what the person is in brackets, or nothing. */
    private static final Pattern DESCRIBED = Pattern.compile(NAME.pattern() + "(?:\\s*\\([^()]*\\))?");

    private static final Pattern IN_BRACKETS = Pattern.compile("(?<name>[^()]+?)\\s*\\((?<who>[^()]*)\\)");
    private static final Pattern BEHIND_DASH = Pattern.compile("(?<name>.+?)\\s+[–—-]\\s+(?<who>.+)");
    private static final Pattern HONORIFIC = Pattern.compile(
            "(?i)(?<title>(?:(?:mr|mrs|ms|dr|prof|professor|mme|mlle|m|pr|sir|ing|h\\.e)\\.?\\s+)+)(?=\\p{Lu})(?<name>.+)");

    private final CellWords words;
    private final People roles = new People();
    private final PeopleColumns columns;

    /** Whether the table was written by the module, in its own notation. */
    private final boolean own;

    RowPeople(CellWords words, PeopleColumns columns, boolean own) {
        this.words = words;
        this.columns = columns;
        this.own = own;
    }

    /** Somebody while what is said of them is collected. */
    private static final class Person {
        private String name;
        private String part;
        private String role = "";
        private String organisation = "";
        private String talk = "";
        private String honorific = "";
        private final Passage passage;
        private boolean sure = true;
        private StatedPerson whole;

        Person(String name, String part, Passage passage) {
            this.name = name;
            this.part = part;
            this.passage = passage;
        }

        StatedPerson stated() {
            return whole != null
                    ? whole
                    : new StatedPerson(name, part, role, organisation, "", talk, "", "", honorific, "", passage, sure);
        }
    }

    /** Those that a row states; null if no column is of people. */
    List<StatedPerson> of(RowCells row) {
        List<Cell> names = row.of(EventField.PEOPLE.property());
        if (names.isEmpty()) {
            return null;
        }
        Map<Integer, List<Person>> groups = new LinkedHashMap<>();
        for (Cell cell : names) {
            groups.put(cell.column(), cell.isBlank() ? List.of() : people(cell, row));
            row.understand(cell);
        }
        for (String meaning : List.of(Meaning.PART, Meaning.ROLE, Meaning.ORGANISATION, Meaning.TALK)) {
            for (Cell cell : row.of(meaning)) {
                Optional<PeopleColumns.Owner> owner = columns.owner(cell.column());
                List<Person> people = owner.map(of -> groups.get(of.column())).orElse(List.of());
                boolean sure = owner.filter(PeopleColumns.Owner::sure).isPresent();
                if (say(people, meaning, cell.text())) {
                    row.understand(cell);
                    people.forEach(person -> person.sure &= sure || cell.isBlank());
                    if (!sure && !cell.isBlank()) {
                        row.remark(Remark.Type.OF_WHOM, cell.text());
                    }
                } else {
                    row.remark(Remark.Type.OF_WHOM, cell.text());
                }
            }
        }
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(person -> words.isSaid(person.name))
                .map(Person::stated)
                .toList();
    }

    private boolean say(List<Person> people, String meaning, String text) {
        if (people == null || people.isEmpty() || text.isBlank()) {
            return text.isBlank();
        }
        String[] all = people.size() == 1 ? new String[] {text.strip()} : BETWEEN.split(text.strip(), -1);
        if (all.length != people.size()) {
            people.forEach(person -> person.sure = false);
            return false;
        }
        boolean understood = true;
        for (int i = 0; i < all.length; i++) {
            Person person = people.get(i);
            String said = words.isSaid(all[i]) ? all[i].strip() : "";
            switch (meaning) {
                case Meaning.ROLE -> person.role = said;
                case Meaning.ORGANISATION -> person.organisation = said;
                case Meaning.TALK -> person.talk = said;
                default -> {
                    person.part = words.part(said).orElse(said.isEmpty() ? person.part : said);
                    person.sure &= said.isEmpty() || words.part(said).isPresent();
                }
            }
        }
        return understood;
    }

    private List<Person> people(Cell cell, RowCells row) {
        List<Person> people = new ArrayList<>();
        int at = 0;
        String text = cell.text();
        for (String one : own ? text.lines().filter(line -> !line.isBlank()).toList() : pieces(text)) {
            int from = Math.max(at, text.indexOf(one, at));
            at = from + one.length();
            Person person = new Person(
                    one,
                    columns.part(cell.column()),
                    new Passage(cell.passage().from() + from, cell.passage().from() + at));
            read(person, columns.order(cell.column()), row);
            people.add(person);
        }
        return people;
    }

    private static List<String> pieces(String text) {
        // In the module's notation a line is of one person, whatever signs it has.
        Pattern between = text.contains(" | ") ? LINE_END : BETWEEN;
        List<String> pieces = Arrays.stream(between.split(text.strip()))
                .filter(piece -> !piece.isBlank())
                .toList();
        if (pieces.size() == 1 && text.indexOf('|') < 0) {
            List<String> names = Arrays.stream(COMMAS.split(text.strip()))
                    .filter(piece -> !piece.isBlank())
                    .toList();
            if (names.size() > 1
                    && names.stream().allMatch(name -> DESCRIBED.matcher(name).matches())) {
                return names;
            }
        }
        return pieces;
    }

    /** Whether a text is nothing but full names. */
    static boolean areNames(String text) {
        return pieces(text).stream().allMatch(name -> NAME.matcher(name).matches());
    }

    private void read(Person person, NameOrder order, RowCells row) {
        String text = person.name;
        if (own || text.indexOf('|') >= 0) {
            person.whole = StatedPerson.of(text, person.passage);
            return;
        }
        Matcher brackets = IN_BRACKETS.matcher(text);
        Matcher dash = BEHIND_DASH.matcher(text);
        if (brackets.matches()) {
            describe(person, brackets.group("name"), brackets.group("who"), true);
        } else if (dash.matches()) {
            describe(person, dash.group("name"), dash.group("who"), true);
        } else if (order.turned(text).isEmpty() && text.indexOf(',') > 0) {
            describe(person, text.substring(0, text.indexOf(',')), text.substring(text.indexOf(',') + 1), false);
        }
        order.turned(person.name).ifPresent(turned -> {
            if (!order.sure()) {
                row.remark(Remark.Type.FAMILY_FIRST, person.name);
                person.sure = false;
            }
            if (turned.rest().isEmpty()) {
                person.name = turned.name();
            } else {
                describe(person, turned.name(), turned.rest(), false);
            }
        });
        Matcher titled = HONORIFIC.matcher(person.name);
        if (titled.matches()) {
            person.honorific = titled.group("title").strip();
            person.name = titled.group("name").strip();
        }
    }

    /**
     * What is behind a name: a role and an organisation, or one of the two, which only words tell.
     *
     * @param apart whether it stands in brackets or behind a dash, so that it is no other name
     */
    private void describe(Person person, String name, String who, boolean apart) {
        person.name = name.strip();
        int comma = who.lastIndexOf(',');
        String last = who.substring(comma + 1).strip();
        boolean role = roles.nameRole(last);
        if (comma < 0) {
            person.role = role ? last : "";
            person.organisation = role ? "" : last;
            person.sure &= apart && !role;
        } else {
            person.role = who.substring(0, comma).strip();
            person.organisation = last;
            person.sure &= who.indexOf(',') == comma && !role && (apart || roles.nameRole(person.role));
        }
    }
}
