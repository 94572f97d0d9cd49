package org.efcevents.desk;

import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcevents.columns.ColumnMatch;
import org.efcevents.columns.ColumnMatching;
import org.efcevents.columns.TableReading;
import org.efcevents.columns.TableSource;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.KeptTables;
import org.efcevents.imports.KeptTables.Remembered;
import org.efcevents.imports.SavedFiles;
import org.efcevents.imports.SourceFile;
import org.efcevents.migration.Divisions;
import org.efcevents.savedpage.OtherFile;
import org.efcevents.source.Source;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.TableFile;
import org.efcevents.spreadsheet.UnreadableTable;

/** A table that was brought in, with how it is read. */
final class ImportTable {

    private static final String UNREADABLE = "efc.desk.import.table.unreadable.";

    private final DeskRequest request;
    private final KeptPage page;
    private final List<Table> tables;
    private final KeptTables kept;

    private ImportTable(DeskRequest request, KeptPage page, List<Table> tables, KeptTables kept) {
        this.request = request;
        this.page = page;
        this.tables = tables;
        this.kept = kept;
    }

    /** The tables of a file. */
    static List<Table> tables(String name, byte[] file) throws UnreadableSource {
        Optional<OtherFile> other = OtherFile.of(file);
        if (other.isPresent() && other.get() != OtherFile.SPREADSHEET && other.get() != OtherFile.BINARY) {
            SourceFile.checkKind(file);
        }
        try {
            return TableFile.read(name, file);
        } catch (UnreadableTable unreadable) {
            throw new UnreadableSource(UNREADABLE + unreadable.reason().key(), unreadable.details(), unreadable);
        }
    }

    /**
     * A file that is brought in, as it is kept.
     *
     * @throws UnreadableSource if it cannot be read
     */
    static byte[] checked(DeskRequest request, byte[] file) throws UnreadableSource {
        if (TableFile.isNamedSo(request.form().fileName())) {
            tables(request.form().fileName(), file);
            return file;
        }
        SourceFile.read(
                SavedFiles.of(request.form().fileName(), file).source(),
                Divisions.NONE,
                request.timeZone(),
                request.languages(),
                "");
        return SourceFile.kept(file);
    }

    /** What a file that was brought in states, be it a table or not. */
    static Source source(DeskRequest request, KeptPage page, KeptPages pages, SavedFiles files)
            throws UnreadableSource, RepositoryException {
        return TableFile.isNamedSo(page.name())
                ? of(request, page, pages).source()
                : SourceFile.read(
                        files.source(), page.divisions(), request.timeZone(), request.languages(), page.language());
    }

    static ImportTable of(DeskRequest request, KeptPage page, KeptPages pages)
            throws UnreadableSource, RepositoryException {
        return new ImportTable(request, page, tables(page.name(), pages.content(page)), new KeptTables(pages));
    }

    KeptPage page() {
        return page;
    }

    List<Table> tables() {
        return tables;
    }

    Table table(TableReading reading) {
        return tables.get(Math.min(reading.sheet(), tables.size() - 1));
    }

    private ColumnMatching matching() {
        return new ColumnMatching(request.languages(), request.messages().kinds());
    }

    /** How it is read: as was said, or as it may be meant. */
    TableReading reading() throws RepositoryException {
        Optional<TableReading> said = kept.reading(page);
        return said.isPresent() ? said.get() : first(firstShown(), -1);
    }

    /** Whether an editor has said how it is read. */
    boolean isRead() throws RepositoryException {
        return kept.reading(page).isPresent();
    }

    private int firstShown() {
        for (int i = 0; i < tables.size(); i++) {
            if (!tables.get(i).hidden()) {
                return i;
            }
        }
        return 0;
    }

    /**
     * How a sheet may be meant.
     *
     * @param heading the number of the row of headings; negative if it has to be found
     */
    TableReading first(int sheet, int heading) throws RepositoryException {
        Table table = tables.get(sheet);
        int row = heading < 0 ? matching().heading(table) : heading;
        List<ColumnMatch> matches = matching().of(table, row);
        Optional<Remembered> before = kept.remembered(headings(matches));
        TableReading reading = new TableReading(
                sheet,
                row,
                matches.stream()
                        .map(match -> before.map(known -> known.meanings().get(match.heading()))
                                .orElse(match.meaning()))
                        .toList(),
                DateOrder.UNKNOWN);
        return withOrder(reading, before.map(Remembered::order).orElse(DateOrder.UNKNOWN));
    }

    private static List<String> headings(List<ColumnMatch> matches) {
        return matches.stream().map(ColumnMatch::heading).toList();
    }

    /** With the order that its dates tell, or else another one. */
    TableReading withOrder(TableReading reading, DateOrder otherwise) {
        DateOrder told = ColumnMatching.order(table(reading), reading);
        return new TableReading(
                reading.sheet(), reading.heading(), reading.meanings(), told == DateOrder.UNKNOWN ? otherwise : told);
    }

    List<ColumnMatch> matches(TableReading reading) {
        return matching().of(table(reading), reading.heading());
    }

    /** Whether it was told by another table with the same headings what the columns are. */
    boolean isRemembered(TableReading reading) throws RepositoryException {
        return kept.remembered(headings(matches(reading))).isPresent();
    }

    /** Keeps how it is read. */
    void keep(TableReading reading) throws ChangeRefused {
        List<String> headings = headings(matches(reading));
        request.changes().together(editing -> {
            new KeptTables(new KeptPages(editing.session())).keep(page, reading, headings);
            return page;
        });
    }

    private Source source() throws RepositoryException {
        TableReading reading = reading();
        return TableSource.of(
                table(reading), reading, request.timeZone(), request.messages().kinds());
    }
}
