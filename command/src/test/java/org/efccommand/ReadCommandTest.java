package org.efccommand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {

    private static final String PAGE =
            """
            <html><head><title>Past events</title></head><body>
            <h2>Steering Group Meeting, 12 February 2013</h2>
            <p>The group met in Brussels. Jane Doe, Head of Unit, European Commission, spoke.</p>
            <h2>Training session, March 2014</h2>
            <p>Officers were trained in The Hague.</p>
            <h2>Launch of the coalition</h2>
            <p>The coalition was launched.</p>
            </body></html>
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return EfcEvents.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String page(String content) throws IOException {
        return Files.writeString(folder.resolve("page.html"), content).toString();
    }

    @Test
    void tellsTheEventsOfAPage() throws IOException {
        assertThat(run("read", page(PAGE))).isZero();

        assertThat(out.toString())
                .contains("1. 2013-02-12  Steering Group Meeting")
                .contains("2. 2014-03  Training session")
                .contains("3. (no date)  Launch of the coalition")
                .contains("3 events, 2 of them with a date");
    }

    @Test
    void tellsScriptsWhereEachValueStands() throws IOException {
        assertThat(run("read", "--json", page(PAGE))).isZero();

        JsonNode read = new ObjectMapper().readTree(out.toString());
        JsonNode date = read.path("events").path(0).path("fields").path("date");
        assertThat(date.path("value").asText()).isEqualTo("2013-02-12");
        assertThat(date.path("certainty").asText()).isEqualTo("stated");
        assertThat(date.path("rule").asText()).startsWith("date");
        assertThat(date.path("words").path(0).path("text").asText()).isEqualTo("12 February 2013");
        assertThat(date.path("words").path(0).path("line").asInt()).isPositive();
        assertThat(read.path("account")).isNotEmpty();
    }

    @Test
    void saysInWordsWhyAFileCannotBeRead() throws IOException {
        assertThat(run("read", page("<p>" + "<b>x</b>".repeat(2_000_000)))).isEqualTo(1);
        assertThat(err.toString()).contains("page.html: ").doesNotContain("efc.desk");
    }

    private String table(String... rows) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), String.join("\n", rows))
                .toString();
    }

    @Test
    void saysWhyARowIsNotSure() throws IOException {
        assertThat(run("read", table("Titre (français),Date,Type", "Réunion,2013-02-12,Workshop")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("1. 2013-02-12  Réunion", "not sure: kind (Workshop)");
    }

    @Test
    void readsATableAsTheDeskProposesIt() throws IOException {
        assertThat(run("read", table("Title,Date,City", "Kick-off,2013-02-12,Brussels", "Forum,2014-03-05,Lyon")))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("Column A (Title): title", "1. 2013-02-12  Kick-off", "2 events, 2 of them with a date");
    }

    @Test
    void namesWhatOnlySomebodyCanSayOfATable() throws IOException {
        String table = table("Headline of it,Date,X", "Kick-off,03/04/2014,a", "Forum,05/06/2014,b");

        assertThat(run("read", "--column", "A=", table)).isEqualTo(1);
        assertThat(err.toString())
                .contains("which column has the titles", "--column HEADING=title")
                .contains("--date-order (03/04/2014, 05/06/2014)");
        assertThat(run("read", "--column", "X=city", "--column", "Y=venue", "--column", "B=when", table))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no column Y", "There is no field when; there are title, ");

        assertThat(run("read", "--column", "A=title", "--column", "X=city", "--date-order", "month", table))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Column C (X): city", "1. 2014-03-04  Kick-off", "2. 2014-05-06  Forum");
    }

    @Test
    void endsWithAnotherStatusWhereThereIsNoEvent() throws IOException {
        assertThat(run("read", page("<p>Nothing here.</p>"))).isEqualTo(1);
        assertThat(run("read", folder.resolve("none").toString())).isEqualTo(1);
    }

    private static final String FRENCH =
            """
            <html><head><title>Agenda</title></head><body>
            <h2>Réunion du comité, 12 février 2013</h2>
            <p>Les membres du comité ont préparé une journée avec la ville, et dans cette salle.</p>
            <h2>Colloque de Lyon, 5 mars 2014</h2>
            <p>Les résumés sont disponibles pour les participants qui ont été sur place.</p>
            </body></html>
            """;

    private JsonNode fieldsOfTheFirst(String... options) throws IOException {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("read", "--json"));
        arguments.addAll(List.of(options));
        assertThat(run(arguments.toArray(String[]::new))).as(err.toString()).isZero();
        return new ObjectMapper()
                .readTree(out.toString())
                .path("events")
                .path(0)
                .path("fields");
    }

    @Test
    void tellsTextsAsOfTheFieldsOfTheirLanguage() throws IOException {
        String page = page(FRENCH);

        assertThat(fieldsOfTheFirst(page).has("title_fr")).isTrue();
        assertThat(fieldsOfTheFirst("--languages", "fr,en", page).has("title")).isTrue();
        assertThat(fieldsOfTheFirst("--language", "en", page).has("title")).isTrue();
        assertThat(fieldsOfTheFirst("--languages", "fr,nl", "--language", "nl", page)
                        .has("title_nl"))
                .isTrue();
    }

    @Test
    void saysThatTheArchiveDoesNotHaveALanguage() throws IOException {
        String page = page(FRENCH);

        assertThat(run("read", "--languages", "en,nl", page)).isZero();
        assertThat(out.toString()).contains("It seems to be in French, which is no language of the archive");
        assertThat(run("read", "--language", "de", page)).isEqualTo(1);
        assertThat(err.toString()).contains("The archive has no language de");
        assertThat(run("read", "--language", "no language", page)).isEqualTo(2);
    }
}
