package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.archive.TestArchive;
import org.efcevents.http.Header;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those want to know who come to an event, have missed it or are to report about it, in every channel. */
class ParticularsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGISTER = "https://register.example.org/";

    /** Of the day of the deadline in Brussels. */
    private static final Instant LAST_MOMENT = Instant.parse("2027-05-12T21:59:59.500Z");

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        Map<String, String> properties = new HashMap<>(Map.of(
                "title", "Event",
                "start", "2027-05-20",
                "organiser", "EFC",
                "registrationAddress", REGISTER,
                "registrationDeadline", "2027-05-12",
                "contact", "Ann Body\nann@example.org",
                "contact_fr", "Ann Body, secrétariat",
                "recording", "https://video.example.org/1",
                "topics", "Payments, hotlines,, Payments"));
        properties.put("participantCount", "1234");
        archive.event("e", properties).setProperty("languages", new String[] {"en", "pt-BR", "<b>"});
        archive.event("bare", Map.of("title", "Bare", "start", "2027-05-20"));
        archive.session().save();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Response answer(Instant now, String language, String extension) {
        return new Visitor(archive.read(language, now)).answer("event", "e", extension, "");
    }

    private String text(Instant now, String extension) {
        return Visitor.text(answer(now, "en", extension)).replace("\r\n ", "");
    }

    private String data(Instant now) {
        return ((PageModel) answer(now, "en", "html").page()).data();
    }

    private static String cacheControl(Response response) {
        return response.headers().stream()
                .filter(header -> header.name().equals("Cache-Control"))
                .map(Header::value)
                .findFirst()
                .orElseThrow();
    }

    private boolean registers(Instant now) {
        EventPage page = (EventPage) ((PageModel) answer(now, "en", "html").page()).subject();
        assertThat(data(now).contains("\"offers\"")).isEqualTo(page.registration() != null);
        return page.registration() != null;
    }

    @Test
    void registrationIsOfferedUntilTheDayOfTheDeadlineIsOver() {
        assertThat(registers(Instant.parse("2027-01-01T00:00:00Z"))).isTrue();
        assertThat(registers(LAST_MOMENT)).isTrue();
        assertThat(registers(Instant.parse("2027-05-12T22:00:00Z"))).isFalse();
        assertThat(registers(Instant.parse("2028-01-01T00:00:00Z"))).isFalse();
    }

    @Test
    void withoutADeadlineItIsOfferedUntilTheEventBegins() throws Exception {
        archive.session().getProperty("/events/e/registrationDeadline").remove();
        archive.session().save();

        assertThat(registers(Instant.parse("2027-05-19T21:59:59Z"))).isTrue();
        assertThat(registers(Instant.parse("2027-05-19T22:00:00Z"))).isFalse();
    }

    /** Whatever was imported, the event is shown in every channel. */
    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-0001-01-01", "9999-12-31", "2027-02-30", "soon"})
    void aDeadlineThatCanHardlyBeBreaksNothing(String deadline) throws Exception {
        archive.session().getNode("/events/e").setProperty("registrationDeadline", deadline);
        archive.session().save();

        Instant now = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(registers(now)).isTrue();
        for (String extension : List.of("html", "json", "ics")) {
            assertThat(answer(now, "en", extension).status()).as(extension).isEqualTo(200);
        }
    }

    @Test
    void nobodyRegistersForWhatIsCancelled() throws Exception {
        archive.session().getNode("/events/e").setProperty("status", "cancelled");
        archive.session().save();

        assertThat(registers(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
        assertThat(text(Instant.parse("2027-01-01T00:00:00Z"), "ics")).doesNotContain(REGISTER);
    }

    @Test
    void anAddressThatIsNoneIsNotOffered() throws Exception {
        archive.session().getNode("/events/e").setProperty("registrationAddress", "javascript:alert(1)");
        archive.session().getNode("/events/e").setProperty("recording", "javascript:alert(1)");
        archive.session().save();

        assertThat(registers(Instant.parse("2027-01-01T00:00:00Z"))).isFalse();
        for (String extension : List.of("ics", "json")) {
            assertThat(text(Instant.parse("2027-01-01T00:00:00Z"), extension)).doesNotContain("javascript");
        }
    }

    @Test
    void aPageIsNotKeptBeyondTheDeadline() {
        assertThat(cacheControl(answer(LAST_MOMENT, "en", "html"))).isEqualTo("max-age=0, s-maxage=1");
        assertThat(cacheControl(answer(LAST_MOMENT.minusSeconds(60), "en", "html")))
                .isEqualTo("max-age=0, s-maxage=61");
        assertThat(cacheControl(answer(LAST_MOMENT.plusSeconds(60), "en", "html")))
                .isEqualTo("max-age=0, s-maxage=600");
    }

    @Test
    void programsGetAllOfThem() throws Exception {
        JsonNode json = JSON.readTree(text(LAST_MOMENT.plusSeconds(60), "json"));

        assertThat(json.get("participantCount").asLong()).isEqualTo(1234);
        assertThat(json.get("inLanguage").toString()).isEqualTo("[\"en\",\"pt-BR\"]");
        assertThat(json.get("topics").toString()).isEqualTo("[\"Payments\",\"hotlines\"]");
        assertThat(json.get("registration").toString())
                .isEqualTo("{\"address\":\"" + REGISTER + "\",\"deadline\":\"2027-05-12\"}");
        assertThat(json.get("contact").asText()).isEqualTo("Ann Body\nann@example.org");
        assertThat(json.get("recording").asText()).isEqualTo("https://video.example.org/1");
    }

    @Test
    void whatIsNotTranslatedIsTold() throws Exception {
        JsonNode french = JSON.readTree(Visitor.text(answer(LAST_MOMENT, "fr", "json")));

        assertThat(french.get("contact").asText()).isEqualTo("Ann Body, secrétariat");
        assertThat(french.get("untranslated").toString()).contains("topics").doesNotContain("contact");
    }

    @Test
    void whatIsNotKnownIsNull() throws Exception {
        JsonNode json = JSON.readTree(new Visitor(archive.read("en", LAST_MOMENT)).text("event", "bare", "json", ""));

        for (String member : List.of("participantCount", "registration", "contact", "recording")) {
            assertThat(json.get(member).isNull()).as(member).isTrue();
        }
        assertThat(json.get("inLanguage").size() + json.get("topics").size()).isZero();
        assertThat(((PageModel) new Visitor(archive.read("en", LAST_MOMENT))
                                .answer("event", "bare", "html", "")
                                .page())
                        .data())
                .doesNotContain("offers", "recordedIn", "inLanguage\":[");
    }

    @Test
    void aCalendarHasTheContactTheTopicsAndUntilItBeginsWhereToRegister() {
        assertThat(text(LAST_MOMENT.plusSeconds(60), "ics"))
                .contains(
                        "CONTACT:Ann Body\\nann@example.org",
                        "CATEGORIES:Payments,hotlines",
                        "[efc.event.calendar.deadline] " + REGISTER);
        assertThat(text(Instant.parse("2027-05-21T12:00:00Z"), "ics")).doesNotContain(REGISTER);
    }

    @Test
    void feedsHaveTheTopics() {
        Visitor visitor = new Visitor(archive.read("en", LAST_MOMENT));
        assertThat(visitor.text("archive", "", "atom", "")).contains("term=\"Payments\" label=\"Payments\"");
        assertThat(visitor.text("archive", "", "jsonfeed", "")).contains("\"tags\":[\"Payments\",\"hotlines\"]");
    }

    @Test
    void searchEnginesGetThem() throws Exception {
        JsonNode event = JSON.readTree(data(LAST_MOMENT)).at("/@graph/0");

        assertThat(event.get("inLanguage").toString()).isEqualTo("[\"en\",\"pt-BR\"]");
        assertThat(event.at("/offers/url").asText()).isEqualTo(REGISTER);
        assertThat(event.at("/offers/validThrough").asText()).isEqualTo("2027-05-12");
        assertThat(event.at("/recordedIn/url").asText()).isEqualTo("https://video.example.org/1");
        assertThat(event.get("keywords").toString()).isEqualTo("[\"Payments\",\"hotlines\"]");
    }

    @Test
    void aTableHasThem() {
        String table = new Visitor(archive.read("en", LAST_MOMENT)).text("archive", "", "csv", "");

        assertThat(table)
                .contains("participantCount,inLanguage,topics,registration,registrationDeadline,contact,recording")
                .contains("1234,en; pt-BR,Payments; hotlines," + REGISTER
                        + ",2027-05-12,\"Ann Body\nann@example.org\",https://video.example.org/1");
    }

    @Test
    void topicsAreSearched() {
        String found = new Visitor(archive.read("en", LAST_MOMENT)).text("archive", "", "json", "q=hotlines");
        assertThat(found).contains("\"total\":1");
    }
}
