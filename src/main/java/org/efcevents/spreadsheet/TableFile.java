package org.efcevents.spreadsheet;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/**
 * A file that has tables: CSV, with any usual separator and encoding, XLSX, or ODS. What it is is told by its first bytes. Nothing in it is
 * computed, fetched or run, and it is held in memory no larger than it may be, whatever it says of itself.
 */
public final class TableFile {

    /** The ends of the names of the files that can be read. */
    public static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "xlsx", "xlsm", "ods", "xls");

    private static final int ZIP = 0x504B0304;

    /** The format of Excel before 2007, and of whatever Office locks with a password. */
    private static final int COMPOUND = 0xD0CF11E0;

    private TableFile() {}

    /** Whether a file is a table by its name; a table of text can be told by nothing else. */
    public static boolean isNamedSo(String name) {
        return EXTENSIONS.contains(extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a file.
     *
     * @param name of the file
     * @return its sheets that have something in them, at least one
     */
    public static List<Table> read(String name, byte[] file) throws UnreadableTable {
        List<Table> tables = all(name, file).stream()
                .filter(table -> !table.rows().isEmpty())
                .toList();
        if (tables.isEmpty()) {
            throw new UnreadableTable(Reason.EMPTY);
        }
        return tables;
    }

    private static List<Table> all(String name, byte[] file) throws UnreadableTable {
        int first = 0;
        for (int i = 0; i < 4 && i < file.length; i++) {
            first = first << 8 | file[i] & 0xFF;
        }
        if (first == COMPOUND) {
            throw new UnreadableTable(extension(name).equals("xls") ? Reason.OLD : Reason.ENCRYPTED);
        }
        if (first != ZIP) {
            return text(file);
        }
        return OdsTables.isOne(file) ? OdsTables.read(file) : workbook(file);
    }

    private static List<Table> text(byte[] file) throws UnreadableTable {
        try {
            return List.of(CsvTable.read(file));
        } catch (LinkageError noLibrary) {
            throw unsupported(noLibrary);
        }
    }

    private static List<Table> workbook(byte[] file) throws UnreadableTable {
        try {
            return XlsxTables.read(file);
        } catch (LinkageError noLibrary) {
            throw unsupported(noLibrary);
        }
    }

    private static UnreadableTable unsupported(LinkageError noLibrary) {
        UnreadableTable unreadable = new UnreadableTable(Reason.UNSUPPORTED);
        unreadable.initCause(noLibrary);
        return unreadable;
    }
}
