package org.efcevents.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.efcevents.datephrase.NamedDate;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.jsoup.Jsoup;

/** A page of the folder of this test, with what a careful person reads from it. */
record ExpectedPage(String name, ReadPage read, List<JsonNode> entries, List<String> furniture) {

    static ExpectedPage of(String file) {
        String name = file.replaceFirst("\\..*", "");
        try (InputStream page = ExpectedPage.class.getResourceAsStream(file);
                InputStream expected = ExpectedPage.class.getResourceAsStream(name + ".expected.json")) {
            JsonNode json = new ObjectMapper().readTree(expected);
            return new ExpectedPage(
                    name,
                    new PageReader().read(page.readAllBytes()),
                    list(json.path("entries")),
                    list(json.path("furniture")).stream().map(JsonNode::asText).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Entries whose title was read at their place: pairs of the expected and the read. */
    record Pair(JsonNode expected, ReadEvent read) {}

    /** The entries that were found, in the order of the page. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        int next = 0;
        for (JsonNode entry : entries) {
            for (int i = next; i < read.events().size(); i++) {
                if (same(
                        entry.path("title").asText(),
                        read.events().get(i).title().value())) {
                    pairs.add(new Pair(entry, read.events().get(i)));
                    next = i + 1;
                    break;
                }
            }
        }
        return pairs;
    }

    /** What of a field differs, for reading: empty if nothing does. */
    Stream<String> differences(String field) {
        return pairs().stream().flatMap(pair -> difference(field, pair).stream()
                .map(difference -> name + ": " + pair.read().title().value() + ": " + field + " " + difference));
    }

    static Optional<String> difference(String field, Pair pair) {
        JsonNode expected = pair.expected();
        ReadEvent read = pair.read();
        String text = read.entry().text();
        return switch (field) {
            case "date" -> differ(
                    expected.path(field).isNull() ? "" : expected.path(field).asText(),
                    edtf(read.date().date()).replaceAll("(T\\d\\d:\\d\\d):00", "$1"));
            case "closed" -> differ(
                    words(expected, field),
                    read.closed().map(Finding::value).map(WordForms::collapsed).orElse(""));
            case "kind" -> differ(
                    words(expected, field), read.kind().map(Finding::value).orElse(""));
            case "city" -> differ(
                    WordForms.letters(words(expected, field)),
                    WordForms.letters(read.place()
                            .flatMap(FoundPlace::city)
                            .map(Finding::value)
                            .orElse("")));
            case "country" -> differ(
                    new Countries().code(words(expected, field)).orElse(""),
                    read.place()
                            .flatMap(FoundPlace::country)
                            .map(Finding::value)
                            .orElse(""));
            case "credit" -> differ(
                    WordForms.letters(words(expected, field)),
                    WordForms.letters(read.credit().map(Finding::value).orElse("")));
            case "announcement" -> differ(
                    Boolean.toString(expected.path(field).asBoolean()),
                    Boolean.toString(read.announcement().isPresent()));
            case "workPackages" -> differ(
                    list(expected.path(field)).stream()
                            .map(JsonNode::asText)
                            .toList()
                            .toString(),
                    read.workPackages().stream().map(Finding::value).toList().toString());
            case "photographs" -> differ(
                    Integer.toString(expected.path(field).asInt()),
                    Integer.toString(read.attachments().photographs()));
            case "links" -> differ(
                    list(expected.path(field)).stream()
                            .map(JsonNode::asText)
                            .sorted()
                            .toList()
                            .toString(),
                    read.attachments().links().stream()
                            .map(Finding::value)
                            .sorted()
                            .toList()
                            .toString());
            case "documents" -> differ(
                    list(expected.path(field)).stream()
                            .map(JsonNode::asText)
                            .sorted()
                            .toList()
                            .toString(),
                    read.attachments().documents().stream()
                            .map(Finding::value)
                            .sorted()
                            .toList()
                            .toString());
            case "people" -> differ(
                    list(expected.path(field)).stream()
                            .map(person -> WordForms.letters(person.path("name").asText()))
                            .sorted()
                            .toList()
                            .toString(),
                    read.people().stream()
                            .map(person -> WordForms.letters(person.name().value()))
                            .sorted()
                            .toList()
                            .toString());
            case "begins" -> within(words(expected, field), prose(read));
            case "ends" -> within(words(expected, field), prose(read));
            default -> throw new IllegalArgumentException(field);
        };
    }

    static String edtf(Optional<Finding<NamedDate>> date) {
        return date.map(found -> found.value().edtf()).orElse("");
    }

    /** All that is printed of an event's text, what people said among it. */
    static String prose(ReadEvent read) {
        List<Passage> passages = new ArrayList<>(read.body().passages());
        read.talks().forEach(talk -> passages.addAll(talk.passages()));
        StringBuilder prose = new StringBuilder();
        for (Passage passage : passages.stream().sorted().toList()) {
            prose.append(passage.in(read.entry().text())).append(' ');
        }
        return WordForms.collapsed(prose.toString());
    }

    private static Optional<String> within(String words, String prose) {
        return WordForms.letters(prose).contains(WordForms.letters(words))
                ? Optional.empty()
                : Optional.of("lacks “" + words + "”");
    }

    private static Optional<String> differ(String expected, String read) {
        return expected.equals(read) ? Optional.empty() : Optional.of("is “" + read + "”, not “" + expected + "”");
    }

    private static String words(JsonNode entry, String field) {
        return WordForms.collapsed(entry.path(field).asText(""));
    }

    static boolean same(String one, String other) {
        return WordForms.letters(one).equals(WordForms.letters(other));
    }

    static byte[] bytes(String file) throws IOException {
        try (InputStream page = ExpectedPage.class.getResourceAsStream(file)) {
            return page.readAllBytes();
        }
    }

    /** The words that a reader of the page's HTML sees, for comparison with what was read. */
    static String seen(byte[] html) throws IOException {
        return Jsoup.parse(new java.io.ByteArrayInputStream(html), null, "")
                .body()
                .text();
    }
}
