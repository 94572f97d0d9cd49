package org.efccommand.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.efccommand.Failure;
import org.efcevents.imports.SavedFiles;
import org.efcevents.imports.SourceFile;
import org.efcevents.migration.Divisions;
import org.efcevents.source.Source;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.TableFile;

/** Reads files as the Archive desk does, and says in its words why one cannot be read. */
public final class Reading {

    private static final String MESSAGES = "/efc-events/i18n/desk-efc-events-messages_en.properties";

    private Reading() {}

    /**
     * What a file states.
     *
     * @param zone of times that do not say theirs
     */
    public static Source of(Path file, ZoneId zone) throws Failure, IOException {
        SavedFiles files = files(file);
        if (TableFile.isNamedSo(file.getFileName().toString())) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    file + " is a table. Tables come in on the Archive desk, where somebody looks over its columns.");
        }
        try {
            return SourceFile.read(files.source(), Divisions.NONE, zone, List.of(Locale.ENGLISH, Locale.FRENCH));
        } catch (UnreadableSource unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    /** What a file has: a source alone, or a page with what came with it. */
    public static SavedFiles files(Path file) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no file " + file);
        }
        try {
            return SavedFiles.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (UnreadableSource unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static Failure unreadable(Path file, UnreadableSource unreadable) throws IOException {
        return new Failure(Failure.NOT_RIGHT, file + ": " + words(unreadable), unreadable);
    }

    private static String words(UnreadableSource unreadable) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SourceFile.class.getResourceAsStream(MESSAGES)), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        String message = messages.getProperty(unreadable.message());
        return message == null
                ? unreadable.getMessage()
                : new MessageFormat(message, Locale.ENGLISH)
                        .format(unreadable.about().toArray());
    }
}
