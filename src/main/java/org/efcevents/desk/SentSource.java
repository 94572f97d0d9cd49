package org.efcevents.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.efcevents.imports.SavedFiles;
import org.efcevents.imports.SourceFile;
import org.efcevents.savedpage.SavedPage;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.TableFile;

/**
 * A source that is sent to be brought in.
 *
 * @param content the file that was chosen, or the text that was typed
 * @param name what the file is called; empty of a text
 * @param title what editors call it
 * @param address where it was; empty if that is not said
 */
record SentSource(byte[] content, String name, String title, String address) {

    /** The field that has the file. */
    static final String FILE = "file";

    /** The field that has the text. */
    static final String TEXT = "text";

    /** The field that has the title. */
    static final String TITLE = "title";

    /** The field that has the address. */
    static final String ADDRESS = "address";

    private static final int MEGABYTE = 1024 * 1024;

    /** Of a source alone, in bytes. */
    private static final int LARGEST = 10 * MEGABYTE;

    /** Of a source packed with its files, in bytes. */
    private static final int LARGEST_ZIP = 20 * MEGABYTE;

    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S{1,1000}");

    static SentSource of(DeskRequest request) {
        return new SentSource(
                request.form().file().length > 0
                        ? request.form().file()
                        : request.form().fields().getOrDefault(TEXT, "").getBytes(StandardCharsets.UTF_8),
                request.form().fileName(),
                request.typed(TITLE),
                request.typed(ADDRESS));
    }

    /**
     * What is wrong with it.
     *
     * @throws UnreadableSource if it is a ZIP that cannot be used, or of a kind that nothing can be read of
     */
    List<Problem> problems() throws UnreadableSource {
        if (!SavedPage.isOne(content) && !TableFile.isNamedSo(name)) {
            // Before its size: what is to be done is another thing.
            SourceFile.checkKind(content);
        }
        List<Problem> problems = new ArrayList<>();
        if (new String(content, StandardCharsets.UTF_8).isBlank()) {
            problems.add(Problem.of(FILE, name.isEmpty() ? "efc.desk.import.nothing" : "efc.desk.import.empty"));
        } else if (content.length > LARGEST && !mayBePacked()) {
            problems.add(large("efc.desk.import.large", LARGEST));
        } else if (content.length > LARGEST_ZIP) {
            problems.add(large("efc.desk.import.zip.heavy", LARGEST_ZIP));
        }
        if (title.isEmpty()) {
            problems.add(Problem.of(TITLE, "efc.desk.import.untitled"));
        }
        if (!address.isEmpty() && !WEB.matcher(address).matches()) {
            problems.add(Problem.of(ADDRESS, "efc.desk.import.address.wrong"));
        }
        if (problems.isEmpty() && SavedFiles.of(name, content).source().length > LARGEST) {
            problems.add(large("efc.desk.import.large", LARGEST));
        }
        return problems;
    }

    private boolean mayBePacked() {
        return SavedPage.isOne(content) && !TableFile.isNamedSo(name);
    }

    private static Problem large(String message, int most) {
        return Problem.of(FILE, message, most / MEGABYTE);
    }
}
