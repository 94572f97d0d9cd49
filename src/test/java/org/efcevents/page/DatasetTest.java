package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.page.Visitor.facts;
import static org.efcevents.page.Visitor.respond;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.efcevents.archive.TestArchive;
import org.efcevents.desk.Progress;
import org.efcevents.http.Header;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as a set of data, for catalogues and search engines. */
class DatasetTest {

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        archive.event("first", Map.of("title", "First", "start", "2014-03-04"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Response answer(Map<String, Object> facts) {
        return respond(new PageResource(PageRequest.of(facts), archive.read("en", "2015-01-01"), new Progress()));
    }

    private String data(String query, String license) {
        Map<String, Object> facts = facts("archive", "", "html", query);
        facts.put("license", license);
        return ((PageModel) answer(facts).page()).data();
    }

    @Test
    void theArchiveIsASetOfDataThatIsThereInEachFormat() throws Exception {
        JsonNode data = new ObjectMapper().readTree(data("", "https://creativecommons.org/licenses/by/4.0/"));

        assertThat(data.get("@type").textValue()).isEqualTo("Dataset");
        assertThat(data.get("license").textValue()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        List<String> formats = new ArrayList<>();
        for (JsonNode download : data.get("distribution")) {
            String address = download.get("contentUrl").textValue();
            assertThat(address).startsWith("https://events.example.org/en/events.");
            Response response = answer(facts("archive", "", address.replaceFirst(".*[.]", ""), ""));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().stream()
                            .filter(header -> header.name().equals("Content-Type")))
                    .extracting(Header::value)
                    .containsExactly(download.get("encodingFormat").textValue() + ";charset=UTF-8");
            formats.add(download.get("encodingFormat").textValue());
        }
        assertThat(formats).contains("application/json", "text/csv", "text/calendar", "application/atom+xml");
    }

    @Test
    void aPartOfItIsNone() {
        assertThat(data("year=2014", "")).isNull();
        assertThat(data("", "")).doesNotContain("license");
    }
}
