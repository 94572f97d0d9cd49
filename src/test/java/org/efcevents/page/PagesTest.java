package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.page.Visitor.facts;
import static org.efcevents.page.Visitor.respond;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.efcevents.address.Addresses;
import org.efcevents.archive.SpeakerList;
import org.efcevents.archive.TestArchive;
import org.efcevents.desk.Progress;
import org.efcevents.http.Header;
import org.efcevents.http.Response;
import org.efcevents.index.IndexedSpeaker;
import org.efcevents.speaker.Speaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests are answered with, from plain values and without a template. */
class PagesTest {

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        archive.event("first", Map.of("title", "First", "start", "2014-03-04", "kind", "training"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Response answer(Map<String, Object> facts) {
        return respond(new PageResource(PageRequest.of(facts), archive.read("en", "2015-01-01"), new Progress()));
    }

    private Response answer(String page, String selector, String extension) {
        return answer(facts(page, selector, extension, ""));
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().stream().collect(Collectors.toMap(Header::name, Header::value));
    }

    private List<CSVRecord> table(String query) throws Exception {
        String text = Visitor.text(answer(facts("archive", "", "csv", query)));
        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .build();
        return format.parse(new StringReader(text.substring(1))).getRecords();
    }

    @ParameterizedTest
    @CsvSource({
        "archive, '', html, 200",
        "archive, '', ics, 200",
        "archive, '', foo, 404",
        "event, first, html, 200",
        "event, first, json, 200",
        "event, first, atom, 404",
        "event, nothing, html, 404",
        "event, nothing, ics, 404",
        "event, nothing, json, 404",
        "speaker, nobody, csv, 404",
        "speaker, nobody, ics, 404",
        "speaker, nobody, atom, 404",
        "workPackage, wp0, csv, 404",
        "workPackage, '', csv, 404",
        "speakers, '', html, 200",
        "speakers, '', ics, 404",
        "workPackages, '', atom, 404",
        "page, '', json, 404",
    })
    void anEndingThatAPageDoesNotHaveIsMissing(String page, String selector, String extension, int status) {
        assertThat(answer(page, selector, extension).status()).isEqualTo(status);
    }

    @Test
    void aPageIsKeptUntilItsNextEventAtTheLongestAndNoneOfAMemberIsShared() {
        assertThat(headers(answer("archive", "", "html"))).containsEntry("Cache-Control", "max-age=0, s-maxage=600");

        Map<String, Object> member = facts("archive", "", "html", "");
        member.put("anonymous", false);
        assertThat(headers(answer(member))).containsEntry("Cache-Control", "private, no-cache");
    }

    @Test
    void thatTheArchiveIsClosedIsKeptByNobody() {
        Response closed = new PageResource(PageRequest.of(facts("archive", "", "html", "")), null, new Progress())
                .respond(Map.of(), Map.of(), Map.of());

        assertThat(closed.status()).isEqualTo(404);
        assertThat(headers(closed)).containsEntry("Cache-Control", "private, no-cache");
    }

    @Test
    void whoAsksToSignInIsGivenMagnoliasForm() {
        assertThat(answer(facts("archive", "", "html", "signIn=")).status()).isEqualTo(403);
        assertThat(answer(facts("archive", "", "json", "signIn=")).status()).isEqualTo(400);
    }

    @Test
    void anUnchangedTextIsNotSentAgain() {
        Map<String, Object> again = facts("event", "first", "ics", "");
        again.put("ifNoneMatch", headers(answer("event", "first", "ics")).get("ETag"));

        assertThat(answer(again).status()).isEqualTo(304);
        assertThat(Visitor.text(answer(again))).isEmpty();
    }

    @Test
    void aTableHasARowForEachEventThatTheFiltersLeave() throws Exception {
        archive.event("second", Map.of("title", "Second", "start", "2013-03-04"));

        assertThat(table("")).extracting(row -> row.get("title")).containsExactly("First", "Second");
        assertThat(table("year=2013")).extracting(row -> row.get("title")).containsExactly("Second");
        assertThat(table("q=nothing")).isEmpty();
        assertThat(table("year=2014").get(0).toMap())
                .containsEntry("date", "2014-03-04")
                .containsEntry("kind", "training")
                .containsEntry("kindLabel", "[efc.kind.training]")
                .containsEntry("timeZone", "")
                .containsEntry("url", "https://events.example.org/en/events/first.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldComputeIsText(String title) throws Exception {
        archive.event("second", Map.of("title", title, "start", "2013-03-04"));

        assertThat(table("year=2013").get(0).get("title")).isEqualTo("'" + title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a, b", "say \"so\"", "two\r\nlines", "’€😀", "a=b"})
    void anyTextIsReadBackAsItWas(String title) throws Exception {
        archive.event("second", Map.of("title", title, "start", "2013-03-04"));

        assertThat(table("year=2013").get(0).get("title")).isEqualTo(title);
    }

    @Test
    void aFeedKeepsItsIdWhereverItIsAndNoOtherArchiveHasIt() throws Exception {
        String here = id(answer("archive", "", "atom"));
        Map<String, Object> moved = facts("archive", "", "atom", "");
        moved.put("addresses", new Addresses("en", "http://elsewhere.example.org/cms/en", Map.of()));
        moved.put("contextPath", "/cms");
        moved.put("base", "/cms/en");

        assertThat(id(answer(moved))).isEqualTo(here);
        assertThat(id(answer(facts("archive", "", "atom", "year=2014")))).isNotEqualTo(here);

        archive.session().getNode("/events").setProperty("archiveId", "5d2a4f0e-0a33-4f0c-9d43-7f8f3a0d8a11");
        archive.session().save();
        assertThat(id(answer("archive", "", "atom"))).isNotEqualTo(here);
    }

    @ParameterizedTest
    @CsvSource({"de_CH, de-CH, _de_CH, 4. März 2014", "pt_BR, pt-BR, _pt_BR, 4 de março de 2014"})
    void aLanguageOfACountryIsReadWrittenAndNamed(String locale, String tag, String suffix, String words)
            throws Exception {
        archive.session().getNode("/events/first").setProperty("title" + suffix, "In " + tag);
        archive.session().save();
        Map<String, Object> facts = facts("event", "first", "ics", "");
        facts.put("addresses", new Addresses(tag, "https://events.example.org/" + locale, Map.of()));
        PageResource calendar =
                new PageResource(PageRequest.of(facts), archive.read(locale, "2015-01-01"), new Progress());
        facts.put("extension", "json");
        PageResource json = new PageResource(PageRequest.of(facts), archive.read(locale, "2015-01-01"), new Progress());

        assertThat(Visitor.text(respond(calendar))).contains("SUMMARY;LANGUAGE=" + tag + ":In " + tag);
        assertThat(Visitor.text(respond(json)))
                .contains("\"language\":\"" + tag + "\"")
                .contains("\"title\":\"In " + tag + "\"")
                .contains("\"words\":\"" + words + "\"")
                .contains("/" + locale + "/events/first.html");
    }

    private static String id(Response feed) {
        return Visitor.text(feed).replaceFirst("(?s).*?<id>(.*?)</id>.*", "$1");
    }

    @Test
    void manySpeakersAreSeveralPagesInAlphabeticalOrder() throws Exception {
        for (String name : List.of("Émile Durand", "Zoë Abel", "Ann Ek", "Åse Dahl")) {
            archive.speaker(
                    name.substring(name.indexOf(' ') + 1),
                    Map.of("fullName", name, "familyName", name.substring(name.indexOf(' ') + 1)));
        }

        assertThat(speakersOn(1)).containsExactly("Zoë Abel", "Åse Dahl");
        assertThat(speakersOn(2)).containsExactly("Émile Durand", "Ann Ek");
        assertThat(answer(speakers("page=3")).status()).isEqualTo(404);
        assertThat(answer(speakers("page=0")).status()).isEqualTo(404);
    }

    private List<String> speakersOn(int page) {
        PageModel model = (PageModel) answer(speakers("page=" + page)).page();
        SpeakerList list = ((SpeakersPage) model.subject()).list();
        assertThat(list.total()).isEqualTo(4);
        return list.speakers().stream().map(Speaker::fullName).toList();
    }

    private static Map<String, Object> speakers(String query) {
        Map<String, Object> facts = facts("speakers", "", "html", query);
        facts.put("pageSize", 2);
        return facts;
    }

    @Test
    void aSpeakerIsListedAsSoonAsSavedAndNoLongerWhenRemoved() throws Exception {
        Node speaker = archive.speaker("ann", Map.of("fullName", "Ann Ek"));
        archive.session().save();
        assertThat(archive.read("en", "2015-01-01").speakers())
                .extracting(Speaker::fullName)
                .containsExactly("Ann Ek");

        speaker.setProperty("fullName", "Ann Ek-Berg");
        archive.session().save();
        assertThat(archive.read("en", "2015-01-01").indexedSpeakers())
                .extracting(IndexedSpeaker::fullName)
                .containsExactly("Ann Ek-Berg");

        speaker.remove();
        archive.session().save();
        assertThat(archive.read("en", "2015-01-01").speakers()).isEmpty();
    }
}
