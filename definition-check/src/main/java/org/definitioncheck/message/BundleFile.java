package org.definitioncheck.message;

import static org.definitioncheck.problem.Severity.SILENT;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/** A file of texts in one language. */
record BundleFile(Resource file) {

    private static final Pattern BUNDLE = Pattern.compile("^/[^/]+/i18n/.*\\.properties$|^/mgnl-i18n/.*\\.properties$");
    private static final Pattern CONTINUED = Pattern.compile("(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\");

    /**
     * A text and where its key is written.
     *
     * @param separated whether there is a {@code =} or {@code :}; a key with neither has lost its text
     */
    record Entry(Location location, String key, String text, boolean separated) {}

    /** All of them, folder by folder. */
    static Stream<BundleFile> all(Resources resources) {
        return resources
                .all()
                .filter(resource -> BUNDLE.matcher(resource.path()).matches())
                // In the order of a path's parts, not of its characters.
                .sorted(Comparator.comparing(resource -> resource.path().replace('/', '\u0001')))
                .map(BundleFile::new);
    }

    /** What the end of its name says, or else {@link Messages#FALLBACK}. */
    Locale locale() {
        return Messages.locale(file.name());
    }

    /** Its path without the language: the same for all languages of a bundle. */
    String bundle() {
        return file.path().replaceFirst("(_[a-zA-Z]{2,3})?(_[A-Z]{2})?\\.properties$", "");
    }

    /** The name of the module whose folder it lies in; {@code mgnl-i18n} for the folder that has no module. */
    String module() {
        return file.path().split("/")[1];
    }

    /** Its texts in the order written. @throws IllegalArgumentException if the escape of a character lacks its four digits */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        String[] lines = file.text().replaceFirst("^\uFEFF", "").split("\r\n|\r|\n", -1);
        StringBuilder entry = new StringBuilder();
        int first = 1;
        for (int i = 0; i < lines.length; i++) {
            boolean comment = entry.isEmpty() && lines[i].stripLeading().matches("[#!].*");
            entry.append(lines[i]).append('\n');
            if (comment || i == lines.length - 1 || !CONTINUED.matcher(lines[i]).matches()) {
                Location place = new Location(file.path(), first);
                boolean separated = entry.chars().anyMatch(c -> c == '=' || c == ':');
                read(place, entry.toString())
                        .forEach((key, text) ->
                                entries.add(new Entry(place, key.toString(), text.toString(), separated)));
                entry.setLength(0);
                first = i + 2;
            }
        }
        return entries;
    }

    private static Properties read(Location place, String entry) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(entry));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string cannot fail", e);
        } catch (IllegalArgumentException e) {
            throw new MalformedEscapeException(place);
        }
    }

    /** An escape of a character without its four digits, over which Magnolia gives up the whole file. */
    static final class MalformedEscapeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final transient Location place;

        MalformedEscapeException(Location place) {
            super(place.file() + " has a malformed \\u escape");
            this.place = place;
        }
    }

    /** Its texts; what is wrong in the file is taken down. Nothing if it cannot be read. */
    List<Entry> check(Problems problems) {
        try {
            List<Entry> entries = entries();
            Set<String> keys = new HashSet<>();
            for (Entry entry : entries) {
                if (!keys.add(entry.key())) {
                    problems.add(
                            entry.location(),
                            SILENT,
                            "'" + entry.key() + "' stands twice in this file, and the later text wins; delete one");
                }
                if (entry.text().isEmpty() && !entry.separated()) {
                    problems.add(
                            entry.location(),
                            SILENT,
                            "'" + entry.key() + "' has no text: its line has neither = nor :");
                }
            }
            return entries;
        } catch (MalformedEscapeException e) {
            problems.add(
                    e.place, SILENT, "holds a \\u without four hexadecimal digits; write \\\\u for a backslash and u");
            return List.of();
        }
    }
}
