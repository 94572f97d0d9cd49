package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk says the same of what took place on the screen, in a table and in a spreadsheet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskReportsTest {

    private static final String OF_2016 = "?from=2016&to=2016&rows=quarter";

    @TempDir
    static Path home;

    private Site site;
    private Site.Reader officer;

    @BeforeAll
    void open() throws Exception {
        site = WalkedArchive.open(home);
        officer = site.signInToEdit("officer");
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theTableTheChartAndTheWordsSayTheSame() throws Exception {
        Document page = officer.page("/desk/reports.html" + OF_2016);

        assertThat(page.select("thead th").eachText())
                .containsExactly(
                        "Quarter",
                        "Took place",
                        "Participants",
                        "State a number",
                        "State none",
                        "Not over yet",
                        "Without a year");
        assertThat(page.select("tbody tr").eachText()).containsExactly("2016, quarter 1 4 – 0 4 0 0");
        assertThat(page.select("tfoot tr").text()).isEqualTo("Total 4 – 0 4 0 0");
        assertThat(page.select("section > p").first().text())
                .isEqualTo("Took place: 4. None of these events states how many took part.");
        assertThat(page.select("figcaption").text()).endsWith("Most: 2016, quarter 1 (4 of 4).");
        assertThat(page.select("figure li").eachText()).containsExactly("2016, quarter 1 4");
        assertThat(page.select("#from").val()).isEqualTo("2016");
        assertThat(page.select("option[selected]").eachText()).containsExactly("Quarter");
    }

    @Test
    void theTableIsThereForOtherPrograms() throws Exception {
        HttpResponse<String> table = officer.get("/desk/reports.csv" + OF_2016);

        assertThat(table.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"reports.csv\"");
        assertThat(table.body().lines())
                .containsExactly(
                        "\uFEFFQuarter,Took place,Participants,State a number,State none,Not over yet,Without a year",
                        "\"2016, quarter 1\",4,,0,4,0,0",
                        "Total,4,,0,4,0,0");
        assertThat(officer.page("/desk/reports.html" + OF_2016)
                        .select("a[href*=.csv]")
                        .attr("href"))
                .endsWith("/desk/reports.csv" + OF_2016);
    }

    @Test
    void rowsAreDividedOnThePageInTheTableAndInTheSpreadsheet() throws Exception {
        String asked = "?from=2016&to=2016&rows=kind&columns=year";
        Document page = officer.page("/desk/reports.html" + asked);
        assertThat(page.select("thead th").eachText())
                .containsExactly(
                        "Kind",
                        "2016: Took place",
                        "2016: Participants",
                        "Total: Took place",
                        "Total: Participants",
                        "Total: State a number",
                        "Total: State none",
                        "Total: Not over yet",
                        "Total: Without a year");
        assertThat(page.select("tbody tr").eachText()).containsExactly("No kind 4 – 4 – 0 4 0 0");
        assertThat(page.select("tfoot tr").text()).isEqualTo("Total 4 – 4 – 0 4 0 0");
        assertThat(page.select("option[selected]").eachText()).containsExactly("Kind", "Year");
        assertThat(officer.get("/desk/reports.csv" + asked).body().lines())
                .containsExactly(
                        "\uFEFFKind,2016: Took place,2016: Participants,Total: Took place,Total: Participants,"
                                + "Total: State a number,Total: State none,Total: Not over yet,Total: Without a year",
                        "No kind,4,,4,,0,4,0,0",
                        "Total,4,,4,,0,4,0,0");
        String file = page.select("a[download=reports.ods]").attr("href");
        Document content = content(Base64.getDecoder().decode(file.substring(file.indexOf(',') + 1)));
        assertThat(content.select("[office:value-type=float]").eachAttr("office:value"))
                .containsExactly("4", "4", "0", "4", "0", "0", "4", "4", "0", "4", "0", "0");
        // What it is divided by cannot be what the rows are; a form sends what is empty, too.
        assertThat(officer.page("/desk/reports.html?rows=year&columns=year").select("thead th"))
                .hasSize(7);
        assertThat(officer.get("/desk/reports.csv?rows=year&columns=").statusCode())
                .isEqualTo(200);
        assertThat(officer.get("/desk/reports.csv?columns=moon").statusCode()).isEqualTo(400);
    }

    @Test
    void theSpreadsheetHasTheNumbersAndTheEvents() throws Exception {
        String address = officer.page("/fr/desk/reports.html" + OF_2016)
                .select("a[download=reports.ods]")
                .attr("href");
        String start = "data:application/vnd.oasis.opendocument.spreadsheet;base64,";
        assertThat(address).startsWith(start);

        Document content = content(Base64.getDecoder().decode(address.substring(start.length())));

        assertThat(content.getElementsByTag("table:table").eachAttr("table:name"))
                .containsExactly("Bilans", "Événements");
        assertThat(content.select("[office:value-type=float]").eachAttr("office:value"))
                .containsExactly("4", "0", "4", "0", "0", "4", "0", "4", "0", "0");
        assertThat(content.select("[office:value-type=date]").eachAttr("office:date-value"))
                .hasSize(8)
                .containsOnly("2016-02-12");
    }

    private static Document content(byte[] file) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    return Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8), "", Parser.xmlParser());
                }
            }
        }
        throw new AssertionError("no content.xml");
    }

    @Test
    void anEventOfAWorkPackageIsInItsRow() throws Exception {
        assertThat(officer.page("/desk/reports.html?from=2016&to=2016&rows=work-package&workPackage=walk-group")
                        .select("tbody tr")
                        .eachText())
                .containsExactly("WP9 4 – 0 4 0 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2016-13", "from=2016&to=2015"})
    void aDateThatIsNoneIsToldAtItsField(String period) throws Exception {
        Document page = officer.page("/desk/reports.html?" + period);

        assertThat(page.select("section.wrong li a[href]")).hasSize(1);
        assertThat(page.select("[aria-invalid]")).hasSize(1);
        assertThat(page.select("table")).isEmpty();
        assertThat(officer.get("/desk/reports.csv?" + period).statusCode()).isEqualTo(400);
    }

    @Test
    void itIsThereForEditorsAlone() throws Exception {
        for (String address : List.of("/desk/reports.html", "/desk/reports.csv")) {
            assertThat(site.status(address)).as(address).isEqualTo(404);
            assertThat(officer.get(address).statusCode()).as(address).isEqualTo(200);
        }
    }
}
