package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What officers bring into the archive of a Magnolia that runs, with Magnolia's own libraries for spreadsheets, and into its assets. */
interface ImportsInMagnolia {

    AuthorInstance author();

    private Magnolia magnolia() {
        return author().magnolia();
    }

    /** Brings a page or a calendar in, and imports what is ticked. */
    private String imported(String title, Upload file) {
        Map<String, String> read = author().filledIn(author().broughtIn("officer", title, file));
        read.put("import", "yes");
        return author().carriedOut("/desk/import.html", read);
    }

    @Test
    @Order(3)
    default void importsAPageAndTakesItsEventsBack() {
        List<String> before = author().archive();
        String page = "Café meeting\n\n\nThe members met on 4 March 2011 in Lyon. (closed session)\n\n"
                + "Autumn meeting\n\n\nThe members met on 5 September 2011 in Ghent.\n";
        Map<String, String> form = Magnolia.filledIn(magnolia().open("officer", "/desk/import.html"));
        form.put("title", "Old page");
        assertThat(magnolia()
                        .post("clerk", "/desk/import.html", form, "file", Upload.of("page.txt", page))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia()
                        .post(
                                "officer",
                                "/desk/import.html",
                                AuthorInstance.without(form, "csrf"),
                                "file",
                                Upload.of("page.txt", page))
                        .statusCode())
                .isEqualTo(403);

        String made = imported("Old page", Upload.of("page.txt", page));

        assertThat(magnolia().get("officer", "/events/cafe-meeting.html").body())
                .contains("Café meeting", "4 March 2011", "Lyon", "closed session");
        assertThat(magnolia().get(null, "/events/cafe-meeting.html").statusCode())
                .isGreaterThanOrEqualTo(400);
        author().carriedOut("/desk/import.html", author().filledIn(made));
        assertThat(author().archive()).isEqualTo(before);
        // The page is kept, and what was done is remembered.
        author().leave();
    }

    @Test
    @Order(3)
    default void changesWhatAPageOrACalendarStatesOtherwiseThanBefore() {
        List<String> before = author().archive();
        String page =
                "Winter meeting\n\n\nThe members met on 4 March 2011 in Lyon. Anna Weiss, Head of Unit, opened it.\n\n"
                        + "Summer meeting\n\n\nThe members met on 5 July 2011 in Ghent.\n";
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//example//calendar//EN",
                "BEGIN:VEVENT",
                "UID:review-1@example.org",
                "DTSTAMP:20240101T000000Z",
                "DTSTART;VALUE=DATE:20240304",
                "DTEND;VALUE=DATE:20240306",
                "SUMMARY:Calendar review",
                "LOCATION:Ghent",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        String later = calendar.replace("20240306", "20240307");
        List<String> steps = List.of(
                imported("Two meetings", Upload.of("page.txt", page)),
                imported("Two meetings", Upload.of("page.txt", page.replace("Lyon. Anna Weiss", "Paris. Marc Petit"))),
                imported("Our calendar", Upload.of("calendar.ics", calendar)),
                imported("Our calendar", Upload.of("calendar.ics", later)));

        assertThat(magnolia().get("officer", "/events/winter-meeting.html").body())
                .contains("Paris", "Marc Petit")
                .doesNotContain("Lyon", "Anna Weiss");
        assertThat(magnolia().get("officer", "/events/calendar-review.html").body())
                .contains("4–6 March 2024");
        assertThat(Jsoup.parse(magnolia()
                                .get(
                                        "officer",
                                        author().broughtIn("officer", "Our calendar", Upload.of("calendar.ics", later)))
                                .body())
                        .select("[name$=.take][checked]"))
                .isEmpty();
        for (int i = steps.size() - 1; i >= 0; i--) {
            author().carriedOut("/desk/import.html", author().filledIn(steps.get(i)));
        }
        assertThat(author().archive()).isEqualTo(before);
        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // The files are kept, and what was done is remembered.
        author().leave();
    }

    @Test
    @Order(3)
    default void importsTheEventsOfATableAndTakesThemBack() throws IOException {
        List<String> before = author().archive();
        String csv =
                """
                Title;Date;Type;City;Country;WP;Speakers;Mood
                Table meeting;24/03/2014;Conference;Lyon;France;WP1;Anna Berg (Judge, Europol);good
                Table call;5 September 2014;Conference call;;Belgium;WP1, WP2;Anna Berg;
                """;
        for (Upload table : List.of(Upload.of("list.csv", csv), new Upload("list.xlsx", workbook()))) {
            Map<String, String> columns = author().filledIn(author().broughtIn("officer", table.name(), table));
            assertThat(columns.entrySet().stream()
                            .filter(field -> field.getKey().startsWith("column."))
                            .map(Map.Entry::getValue))
                    .as(table.name())
                    .containsExactly("title", "date", "kind", "city", "country", "workPackages", "people", "");

            Map<String, String> read = author().filledIn(author().carriedOut("/desk/import.html", columns));
            assertThat(read.values()).contains("Table meeting", "2014-03-24", "Table call", "2014-09-05");
            read.put("import", "yes");
            String made = author().carriedOut("/desk/import.html", read);

            assertThat(magnolia().get("officer", "/events/table-meeting.html").body())
                    .as(table.name())
                    .contains("24 March 2014", "Lyon", "Anna Berg", "Judge", "Europol");
            assertThat(magnolia().get("officer", made).body()).contains("Table meeting", "Table call");
            author().carriedOut("/desk/import.html", author().filledIn(made));
            assertThat(author().archive()).as(table.name()).isEqualTo(before);
        }
        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // The files are kept, and what was done is remembered.
        author().leave();
    }

    /** The same events, in a workbook in which a day is a number that is shown as one. */
    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            XSSFSheet sheet = workbook.createSheet("Events");
            fill(sheet.createRow(0), "Title", "Date", "Type", "City", "Country", "WP", "Speakers", "Mood");
            Row meeting = fill(
                    sheet.createRow(1),
                    "Table meeting",
                    "",
                    "Conference",
                    "Lyon",
                    "France",
                    "WP1",
                    "Anna Berg (Judge, Europol)",
                    "good");
            Row call = fill(
                    sheet.createRow(2), "Table call", "", "Conference call", "", "Belgium", "WP1, WP2", "Anna Berg");
            meeting.getCell(1).setCellValue(LocalDate.of(2014, 3, 24));
            call.getCell(1).setCellValue(LocalDate.of(2014, 9, 5));
            meeting.getCell(1).setCellStyle(day);
            call.getCell(1).setCellStyle(day);
            workbook.write(file);
            return file.toByteArray();
        }
    }

    private static Row fill(Row row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    @Test
    @Order(3)
    default void takesItsOwnTableBackUnchanged() {
        List<String> before = author().archive();
        HttpResponse<String> table = magnolia().open("officer", "/desk/import.csv");
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("all-events.csv"));
        assertThat(table.body()).contains("A draft", "On drafts");

        String unchanged = lookedOver(table.body());
        Document review = Jsoup.parse(magnolia().open("officer", unchanged).body());
        assertThat(review.select("section.entry")).isNotEmpty();
        assertThat(review.text()).contains("Ticked, to be imported: 0.");
        assertThat(review.select("dl.changes")).isEmpty();
        Map<String, String> form = author().filledIn(unchanged);
        form.put("import", "yes");
        assertThat(magnolia()
                        .post("officer", "/desk/import.html", form, magnolia().origin())
                        .statusCode())
                .as("nothing to import")
                .isEqualTo(422);
        assertThat(author().archive()).isEqualTo(before);

        form = author().filledIn(lookedOver(table.body().replace("A draft", "A plan")));
        assertThat(form.keySet()).filteredOn(name -> name.endsWith(".take")).hasSize(1);
        form.put("import", "yes");
        String made = author().carriedOut("/desk/import.html", form);
        assertThat(magnolia().get("officer", "/events/a-draft.html").body()).contains("A plan");
        author().carriedOut("/desk/import.html", author().filledIn(made));
        assertThat(author().archive()).isEqualTo(before);
        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // The tables are kept, and what was done is remembered.
        author().leave();
    }

    /** Where a table of this archive is looked over once its columns have been. */
    private String lookedOver(String table) {
        String columns = author().broughtIn("officer", "All events", Upload.of("all-events.csv", table));
        return author().carriedOut("/desk/import.html", author().filledIn(columns));
    }

    @Test
    @Order(3)
    default void importsAPageWithItsPictures() throws IOException {
        List<String> before = author().archive();
        String page =
                """
                <html><head><title>Past</title></head><body><h1>Past events</h1>
                <h2>Forum in Oslo, 3 May 2011</h2><p>The group met on 3 May 2011 in Oslo.</p>
                <p><img src="Past_files/hall.png" alt="The hall"></p>
                <p><a href="https://old.example.org/media/minutes.pdf">Minutes</a></p>
                </body></html>
                """;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Past.html", page.getBytes(StandardCharsets.UTF_8));
        files.put("Past_files/hall.png", picture());
        files.put("files/minutes.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        Upload zip = new Upload("past.zip", zip(files));

        // The role of editors reads assets alone.
        String read = author().broughtIn("officer", "Past events", zip);
        Document told = Jsoup.parse(magnolia().open("officer", read).body());
        assertThat(told.select("input[name=files]")).isEmpty();
        assertThat(told.select("p.files").text()).contains("2");
        Map<String, String> form = author().filledIn(read);
        form.put("files", "on");
        form.put("import", "yes");
        assertThat(magnolia()
                        .post("officer", "/desk/import.html", form, magnolia().origin())
                        .statusCode())
                .isEqualTo(422);
        assertThat(author().archive()).isEqualTo(before);

        form = author().filledIn("librarian", author().broughtIn("librarian", "Past events", zip));
        assertThat(form).containsEntry("files", "on");
        form.put("import", "yes");
        String made = author().carriedOut("librarian", "/desk/import.html", form);
        assertThat(Jsoup.parse(magnolia().open("officer", made).body())
                        .select("p.files")
                        .text())
                .contains("/efc-events-imports/past-events-");

        Document event = Jsoup.parse(magnolia()
                .open("officer", "/events/forum-in-oslo-3-may-2011.html")
                .body());
        String image = event.select("img[alt=The hall]").attr("src");
        String document = event.select("a[href*=/dam/]:contains(Minutes)").attr("href");
        for (String file : List.of(image, document)) {
            assertThat(file).as(event.html()).startsWith("/author/");
            assertThat(magnolia()
                            .open("officer", file.replaceFirst("/author", ""))
                            .statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        List<String> assets = magnolia().inside().in("dam", dam -> Content.of(dam.getNode("/efc-events-imports")));
        assertThat(assets).anyMatch(line -> line.endsWith("/hall.png")).anyMatch(line -> line.endsWith("/minutes.pdf"));

        author().carriedOut("/desk/import.html", author().filledIn(made));
        assertThat(author().archive()).isEqualTo(before);
        assertThat(magnolia().inside().<List<String>>in("dam", dam -> Content.of(dam.getNode("/efc-events-imports"))))
                .isEqualTo(assets);
        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // The page is kept, its files are, and what was done is remembered.
        author().leave();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file.toByteArray();
    }
}
