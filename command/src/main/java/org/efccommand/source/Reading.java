package org.efccommand.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.efccommand.Failure;
import org.efcevents.columns.ColumnMatch;
import org.efcevents.columns.ColumnMatching;
import org.efcevents.columns.Meaning;
import org.efcevents.columns.TableReading;
import org.efcevents.columns.TableSource;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.imports.SavedFiles;
import org.efcevents.imports.SourceFile;
import org.efcevents.migration.Divisions;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.TextLanguage;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.Table;
import org.efcevents.spreadsheet.TableFile;
import org.efcevents.spreadsheet.UnreadableTable;

/**
 * How files are read: as the Archive desk proposes it. What it would ask an editor of a table is said here.
 *
 * @param zone of times that do not say theirs
 * @param languages of the archive, its first one first
 * @param language the ISO 639 code of that in which pages and calendars are written; empty for what their words tell
 * @param columns what columns have, by their headings or letters, as {@link Meaning} names it; {@code -} for nothing
 * @param order of day and month in digits, where nothing in the table tells
 * @param sheet the name of the one that is read; empty for the first that is shown
 */
public record Reading(
        ZoneId zone,
        List<Locale> languages,
        String language,
        Map<String, String> columns,
        DateOrder order,
        Optional<String> sheet) {

    private static final String NOTHING = "-";
    private static final String KIND = "efc.kind.";
    private static final int SHOWN_DATES = 3;

    /**
     * What was read.
     *
     * @param files what came with the source
     * @param table how it was read, if it is one
     */
    public record Read(Source source, SavedFiles files, Optional<ReadTable> table) {

        /** What is to be known of it before its events, a line each. */
        public List<String> lines() {
            TextLanguage language = source.language();
            return language.missing()
                    ? List.of(
                            "It seems to be in "
                                    + Locale.forLanguageTag(language.written()).getDisplayLanguage(Locale.ENGLISH)
                                    + ", which is no language of the archive (--languages): its texts are told as of the first one")
                    : table.map(ReadTable::lines).orElse(List.of());
        }
    }

    /**
     * How a table was read.
     *
     * @param matches its columns, as nobody's answers would have them
     */
    public record ReadTable(TableReading reading, List<ColumnMatch> matches) {

        /** What is above its columns. */
        List<String> headings() {
            return matches.stream().map(ColumnMatch::heading).toList();
        }

        /** What its columns are taken for, a line each. */
        List<String> lines() {
            return matches.stream()
                    .map(match -> {
                        String meaning = reading.meaning(match.column());
                        boolean sure = match.sure() || !meaning.equals(match.meaning());
                        return "Column " + match.letters() + " (" + match.heading() + "): "
                                + (meaning.isEmpty() ? "not read" : meaning) + (sure ? "" : "  (not sure)");
                    })
                    .toList();
        }
    }

    /** What a file states. */
    public Read of(Path file) throws Failure, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Failure(Failure.NOT_RIGHT, "There is no file " + file);
        }
        String name = file.getFileName().toString();
        byte[] content = Files.readAllBytes(file);
        try {
            SavedFiles files = SavedFiles.of(name, content);
            return TableFile.isNamedSo(name)
                    ? table(file, TableFile.read(name, content), files)
                    : new Read(
                            SourceFile.read(files.source(), Divisions.NONE, zone, languages, language),
                            files,
                            Optional.empty());
        } catch (UnreadableTable unreadable) {
            throw unreadable(file, "table.unreadable." + unreadable.reason().key(), unreadable.details(), unreadable);
        } catch (UnreadableSource unreadable) {
            throw unreadable(file, unreadable.message(), unreadable.about(), unreadable);
        }
    }

    private Read table(Path file, List<Table> tables, SavedFiles files) throws Failure {
        Table table = tables.stream()
                .filter(each -> sheet.map(each.name()::equals).orElse(!each.hidden()))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Failure.NOT_RIGHT,
                        file + ": say with --sheet which sheet is read: "
                                + tables.stream().map(Table::name).collect(Collectors.joining(", "))));
        ColumnMatching matching = new ColumnMatching(languages, kinds());
        int heading = matching.heading(table);
        List<ColumnMatch> matches = matching.of(table, heading);
        Map<String, String> answers = new LinkedHashMap<>(columns);
        List<String> meanings = new ArrayList<>();
        for (ColumnMatch match : matches) {
            String said = Optional.ofNullable(answers.remove(match.heading())).orElse(answers.remove(match.letters()));
            meanings.add(said == null ? match.meaning() : said.equals(NOTHING) ? Meaning.NONE : said);
        }
        int number = tables.indexOf(table);
        DateOrder told = ColumnMatching.order(table, new TableReading(number, heading, meanings, DateOrder.UNKNOWN));
        TableReading reading = new TableReading(number, heading, meanings, told == DateOrder.UNKNOWN ? order : told);
        ReadTable read = new ReadTable(reading, matches);
        List<String> problems = problems(table, read, answers.keySet());
        if (!problems.isEmpty()) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    file + ":\n" + String.join("\n", read.lines()) + "\n" + String.join("\n", problems));
        }
        return new Read(TableSource.of(table, reading, zone, kinds()), files, Optional.of(read));
    }

    private List<String> problems(Table table, ReadTable read, Set<String> notThere) {
        List<String> problems = new ArrayList<>();
        notThere.forEach(column -> problems.add("There is no column " + column));
        Set<String> seen = new TreeSet<>();
        for (ColumnMatch match : read.matches()) {
            String meaning = read.reading().meaning(match.column());
            if (!meaning.isEmpty() && !Meaning.all(languages).contains(meaning)) {
                problems.add(
                        "There is no field " + meaning + "; there are " + String.join(", ", Meaning.all(languages)));
            } else if (!seen.add(meaning) && !Meaning.canBeOfSeveral(meaning)) {
                problems.add(desk("columns.twice", match.letters()));
            }
        }
        if (seen.stream().noneMatch(EventField.TITLE::isNamed)) {
            problems.add(desk("columns.untitled") + " --column HEADING=title");
        }
        if (read.reading().order() == DateOrder.UNKNOWN && ColumnMatching.isOrderOpen(table, read.reading())) {
            problems.add(ColumnMatching.openDates(table, read.reading())
                    .limit(SHOWN_DATES)
                    .collect(Collectors.joining(", ", desk("columns.order.open") + " --date-order (", ")")));
        }
        return problems;
    }

    /** The labels of the kinds of events, by their words. */
    private static Map<String, String> kinds() {
        ResourceBundle messages = messages("site");
        return messages.keySet().stream()
                .filter(key -> key.startsWith(KIND))
                .collect(Collectors.toMap(key -> key.substring(KIND.length()), messages::getString));
    }

    private static ResourceBundle messages(String family) {
        return ResourceBundle.getBundle("efc-events/i18n/" + family + "-efc-events-messages", Locale.ENGLISH);
    }

    /** In the words of the desk. */
    private static String desk(String key, Object... about) {
        return new MessageFormat(messages("desk").getString("efc.desk.import." + key), Locale.ENGLISH).format(about);
    }

    private static Failure unreadable(Path file, String key, List<?> about, Exception cause) {
        return new Failure(
                Failure.NOT_RIGHT,
                file + ": " + desk(key.replaceFirst("^efc\\.desk\\.import\\.", ""), about.toArray()),
                cause);
    }
}
