package org.efcevents.desk;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.archive.Archive;
import org.efcevents.channel.CsvChannel;
import org.efcevents.content.ContentLanguages;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;
import org.efcevents.index.ArchiveIndex;

/**
 * What is missing in an archive or wrong, for who asks without a browser. Days begin and end as on the archive's page, of which the desk is a
 * part.
 */
public final class WrittenFindings {

    private static final List<String> COLUMNS =
            List.of("check", "severity", "type", "title", "path", "detail", "since", "form");

    /** The template of the archive's page. */
    public static final String PAGE = "efc-events:pages/archive";

    private WrittenFindings() {}

    /**
     * Writes what is found.
     *
     * @param session of the workspace {@code efc-events}, with the rights of who asks
     * @param page the definition of {@link #PAGE}, whose parameter {@code timeZone} says where days begin; UTC without it
     * @param usual the language that the site has where it names none
     * @param languages those of the site
     * @param asTable whether as a table for spreadsheets
     * @return whether something is wrong, as opposed to missing or perhaps right
     */
    public static boolean write(
            Session session,
            Map<?, ?> page,
            Locale usual,
            Collection<Locale> languages,
            boolean asTable,
            PrintWriter out) {
        List<Finding> findings = new Archive(
                        session,
                        new ContentLanguages(usual.toLanguageTag(), usual.toLanguageTag()),
                        Instant.now(),
                        zone(page),
                        null,
                        new ArchiveIndex())
                .desk()
                .findings(languages.stream().map(Locale::toLanguageTag).toList());
        if (asTable) {
            out.print(CsvChannel.text(table(findings.stream(), "")));
        } else {
            findings.forEach(finding -> out.println(line(finding)));
            out.println(findings.size() + " findings, "
                    + findings.stream().filter(WrittenFindings::isWrong).count() + " of them wrong");
        }
        out.flush();
        return findings.stream().anyMatch(WrittenFindings::isWrong);
    }

    private static ZoneId zone(Map<?, ?> page) {
        return page.get("parameters") instanceof Map<?, ?> parameters && parameters.get("timeZone") != null
                ? ZoneId.of(parameters.get("timeZone").toString())
                : ZoneOffset.UTC;
    }

    private static boolean isWrong(Finding finding) {
        return finding.check().severity() == Check.Severity.WRONG;
    }

    private static String line(Finding finding) {
        return Stream.of(
                        finding.check().severity().key(),
                        finding.check().key(),
                        finding.path(),
                        finding.detail().replaceAll("\\s+", " "),
                        finding.since() == null ? "" : "since " + finding.since())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    /**
     * The rows of a table, of which the first names the columns.
     *
     * @param authoring what precedes {@link Finding#form} in addresses
     */
    static List<List<String>> table(Stream<Finding> findings, String authoring) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(COLUMNS);
        findings.forEach(finding -> rows.add(List.of(
                finding.check().key(),
                finding.check().severity().key(),
                finding.type().jcrName(),
                finding.title(),
                finding.path(),
                finding.detail(),
                Objects.toString(finding.since(), ""),
                authoring + finding.form())));
        return rows;
    }
}
