package org.efcevents.imports;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.efcevents.calendarfile.CalendarReader;
import org.efcevents.migration.Divisions;
import org.efcevents.migration.PageReader;
import org.efcevents.migration.PageSource;
import org.efcevents.pagetext.PageRefused;
import org.efcevents.savedpage.OtherFile;
import org.efcevents.source.Source;
import org.efcevents.source.TextLanguage;
import org.efcevents.source.UnreadableSource;

/** Reads what was brought in. What it is is told by what it holds. The same file is always read in the same way. */
public final class SourceFile {

    private SourceFile() {}

    /**
     * Reads a file.
     *
     * @param content byte for byte
     * @param divisions what an editor says of where events begin in a page
     * @param zone of times that do not say theirs
     * @param languages of the site, its first one first
     * @param said the ISO 639 code of the language that an editor says it is in; empty to tell it by its words
     * @throws UnreadableSource if it cannot be read, as its message says
     */
    public static Source read(byte[] content, Divisions divisions, ZoneId zone, List<Locale> languages, String said)
            throws UnreadableSource {
        Source source = read(content, divisions, zone, languages);
        return source.in(
                TextLanguage.of(said.isEmpty() ? WrittenLanguage.of(content, source.text()) : said, languages));
    }

    private static Source read(byte[] content, Divisions divisions, ZoneId zone, List<Locale> languages)
            throws UnreadableSource {
        if (CalendarReader.isCalendar(content)) {
            return new CalendarReader(zone, languages).read(content);
        }
        checkKind(content);
        try {
            return PageSource.of(new PageReader().read(content, divisions), zone);
        } catch (PageRefused refused) {
            throw new UnreadableSource(refused.message(), refused.about(), refused);
        }
    }

    /**
     * Refuses what is neither a page nor a text, nor a calendar: it would be taken for a page without events.
     *
     * @throws UnreadableSource if it is, as its message says
     */
    public static void checkKind(byte[] content) throws UnreadableSource {
        Optional<OtherFile> other = OtherFile.of(content);
        if (other.isPresent()) {
            throw new UnreadableSource("efc.desk.import.other." + other.get().key(), List.of(), null);
        }
    }

    /** A file as it is kept: of calendars without the e-mail addresses of who was invited, of all others byte for byte. */
    public static byte[] kept(byte[] content) {
        return CalendarReader.isCalendar(content) ? CalendarReader.kept(content) : content;
    }
}
