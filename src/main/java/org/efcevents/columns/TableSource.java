package org.efcevents.columns;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.columns.RowCells.Cell;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.SamePeople;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;
import org.efcevents.source.StatusMark;
import org.efcevents.spreadsheet.ReadCell;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.Table.Row;

/** What a table states of its events, one in each row below the headings. Its text has a line for each row, with a tabulator between cells. */
public final class TableSource {

    private static final String BETWEEN_CELLS = "\t";

    private final TableReading reading;
    private final boolean own;
    private final RowDate rowDate;
    private final RowFields rowFields;
    private final RowPeople rowPeople;
    private final CellWords words;
    private final List<ReadCell> headings;
    private final StringBuilder text = new StringBuilder();
    private final List<StatedEvent> events = new ArrayList<>();
    private final List<AccountedPart> account = new ArrayList<>();

    private TableSource(Table table, TableReading reading, ZoneId zone, Map<String, String> kinds) {
        this.reading = reading;
        this.words = new CellWords(kinds);
        this.headings = table.rows().stream()
                .filter(row -> row.number() == reading.heading())
                .findFirst()
                .map(Row::cells)
                .orElse(List.of());
        WrittenDates dates = new WrittenDates(reading.order(), zone, ColumnMatching.isOrderMixed(table, reading));
        this.rowDate = new RowDate(dates, zone);
        this.own = reading.meanings().contains(Meaning.MODIFIED);
        this.rowFields = new RowFields(words, dates, own);
        this.rowPeople = new RowPeople(words, new PeopleColumns(table, reading, words), own);
    }

    /**
     * Reads a table.
     *
     * @param zone of times that do not say theirs
     * @param kinds labels of the kinds of events that the site has, by their words
     */
    public static Source of(Table table, TableReading reading, ZoneId zone, Map<String, String> kinds) {
        TableSource source = new TableSource(table, reading, zone, kinds);
        table.rows().forEach(source::read);
        return new Source(
                table.name(),
                source.text.toString(),
                source.events,
                source.account,
                SamePeople.namesThatMayBeOne(source.events.stream()
                        .flatMap(event -> Stream.ofNullable(event.people()).flatMap(List::stream))
                        .map(StatedPerson::name)));
    }

    private void read(Row row) {
        int from = text.length();
        List<Cell> cells = new ArrayList<>();
        int columns = Math.max(row.cells().size(), reading.meanings().size());
        for (int column = 0; column < columns; column++) {
            text.append(column == 0 ? "" : BETWEEN_CELLS);
            int begin = text.length();
            text.append(row.cell(column).text());
            String meaning = reading.meaning(column);
            cells.add(new Cell(
                    column,
                    isSaid(meaning, row.cell(column)) ? meaning : Meaning.NONE,
                    row.cell(column),
                    new Passage(begin, text.length())));
        }
        Passage whole = new Passage(from, text.length());
        text.append('\n');
        // On every page that was printed the headings are once more.
        if (row.number() <= reading.heading() || row.cells().equals(headings)) {
            cells.stream().filter(cell -> !cell.isBlank()).forEach(cell -> account(cell, Use.FURNITURE, 0));
            return;
        }
        RowCells read = new RowCells(cells);
        Map<String, Finding<String>> fields = new LinkedHashMap<>();
        Map<String, Finding<String>> found = rowFields.of(read);
        if (!own) {
            withStatus(found);
        }
        put(EventField.TITLE, found, fields);
        rowDate.of(read).ifPresent(date -> fields.put(EventField.DATE.property(), date));
        found.forEach(fields::putIfAbsent);
        List<StatedPerson> people = rowPeople.of(read);
        StatedEvent event = new StatedEvent(
                events.size() + 1,
                whole,
                word(read, Meaning.KEY),
                word(read, Meaning.MODIFIED),
                fields,
                Optional.empty(),
                people,
                RowLinks.links(read, own),
                false,
                RowLinks.files(read),
                List.of(),
                remarks(row, read, fields));
        events.add(event);
        cells.stream()
                .filter(cell -> !cell.isBlank())
                .forEach(cell -> account(cell, use(cell, read), event.position()));
    }

    /** Whether a cell says something. What is said instead, as “tbc”, stays with the words of its event. */
    private boolean isSaid(String meaning, ReadCell cell) {
        if (own || cell.isBlank() || words.isSaid(cell.text())) {
            return true;
        }
        // The words of one column may be nothing in another.
        return meaning.equals(EventField.COUNTRY.property())
                        && words.country(cell.text()).isPresent()
                || meaning.equals(EventField.STATUS.property())
                        && words.status(cell.text()).isPresent();
    }

    private List<Remark> remarks(Row row, RowCells read, Map<String, Finding<String>> fields) {
        if (row.hidden()) {
            read.remark(Remark.Type.HIDDEN, "");
        }
        if (row.struck()) {
            read.remark(Remark.Type.STRUCK, "");
        }
        Finding<String> date = fields.get(EventField.DATE.property());
        boolean dated = date != null && !date.value().isEmpty() && date.certainty() == Certainty.STATED;
        row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(first -> !own && !dated && words.isTotal(first.text()))
                .ifPresent(first -> read.remark(Remark.Type.TOTAL, first.text()));
        return read.remarks();
    }

    /** A title may say that the event did not take place. */
    private static void withStatus(Map<String, Finding<String>> fields) {
        Finding<String> title = fields.get(EventField.TITLE.property());
        Finding<String> status = fields.get(EventField.STATUS.property());
        if (title == null || status != null && !status.value().isEmpty()) {
            return;
        }
        String said = title.value();
        StatusMark.in(said, new Passage(0, said.length()))
                .filter(mark -> !StatusMark.without(said, mark).isEmpty())
                .ifPresent(mark -> {
                    fields.put(
                            EventField.TITLE.property(),
                            new Finding<>(
                                    StatusMark.without(said, mark), title.words(), title.rule(), title.certainty()));
                    fields.put(
                            EventField.STATUS.property(),
                            new Finding<>(mark.status(), title.words(), title.rule(), Certainty.STATED));
                });
    }

    private static void put(EventField field, Map<String, Finding<String>> from, Map<String, Finding<String>> to) {
        if (from.containsKey(field.property())) {
            to.put(field.property(), from.get(field.property()));
        }
    }

    private static String word(RowCells row, String meaning) {
        return row.of(meaning).stream()
                .findFirst()
                .map(cell -> cell.text().strip())
                .orElse("");
    }

    private void account(Cell cell, Use use, int event) {
        account.add(new AccountedPart(cell.passage(), use, event));
    }

    private static Use use(Cell cell, RowCells row) {
        return switch (cell.meaning()) {
            case Meaning.NONE -> Use.UNREAD;
            case Meaning.KEY, Meaning.MODIFIED, Meaning.DERIVED -> Use.FURNITURE;
            default -> row.isUnderstood(cell) ? use(cell.meaning()) : Use.UNREAD;
        };
    }

    private static Use use(String meaning) {
        Optional<EventField> field = Meaning.field(meaning);
        if (field.isEmpty()) {
            return switch (meaning) {
                case Meaning.PLACE -> Use.PLACE;
                case Meaning.PART, Meaning.ROLE, Meaning.ORGANISATION -> Use.PERSON;
                case Meaning.TALK -> Use.TALK;
                case Meaning.LINK_TITLE, Meaning.DOCUMENTS, Meaning.PICTURES -> Use.ATTACHMENT;
                default -> Use.DATE;
            };
        }
        return switch (field.get()) {
            case TITLE -> Use.TITLE;
            case DATE -> Use.DATE;
            case KIND -> Use.KIND;
            case VENUE, CITY, COUNTRY -> Use.PLACE;
            case CLOSED, ATTENDANCE -> Use.CLOSED;
            case WORK_PACKAGES -> Use.WORK_PACKAGE;
            case PEOPLE -> Use.PERSON;
            case LINKS -> Use.ATTACHMENT;
            case CREDIT -> Use.CREDIT;
            default -> Use.BODY;
        };
    }
}
