package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.jcr.Session;
import org.efcevents.archive.Archive;
import org.efcevents.archive.BrokenValue;
import org.efcevents.archive.ContentModel;
import org.efcevents.archive.ContentModel.Place;
import org.efcevents.archive.TestArchive;
import org.efcevents.health.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something is stored in a field, and no program that asks for the thing is told it: then the desk tells editors what to mend. Each
 * property of the content types has each value that it should not have, each in a thing of its own.
 */
class UnreadContentTest {

    private static final Instant NOW = Instant.parse("2014-06-15T12:00:00Z");

    /** What stands beside a start is not read, and rightly so; of titles, which identify, UnseenTitlesTest says what becomes. */
    private static final Set<String> RIGHTLY =
            Set.of("efcEvent partialDate", "efcEvent title", "efcSpeaker fullName", "efcWorkPackage code");

    @TempDir
    Path home;

    /** Something that has a value in a place. */
    private record Put(Place place, String value, String slug, String id) {}

    /** Of what says nothing there, nobody need be told. */
    private static final Set<String> NOTHING =
            Set.of("an event", "a speaker", "none of several", "the text \"\"", "the text \" \n\t\u00a0\"");

    @Test
    void isToldToEditors() throws Exception {
        try (TestArchive content = new TestArchive(home)) {
            List<Put> all = fill(content.session());
            Archive archive = content.read("en", NOW);
            Map<String, Set<Check>> told = new HashMap<>();
            archive.desk().findings(List.of("en")).stream()
                    .filter(finding -> finding.check().severity() == Check.Severity.WRONG)
                    .forEach(finding -> told.computeIfAbsent(
                                    finding.path().replaceFirst(".*/", ""), first -> new TreeSet<>())
                            .add(finding.check()));

            Visitor visitor = new Visitor(archive);
            Map<Place, String> without = new HashMap<>();
            Map<Place, List<Put>> lost = new LinkedHashMap<>();
            Set<Place> shown = all.stream()
                    .filter(put -> {
                        String json = json(visitor, put);
                        if (put.value().equals("missing")) {
                            without.put(put.place(), json);
                            return false;
                        }
                        boolean same = json.equals(without.get(put.place()));
                        if (same) {
                            lost.computeIfAbsent(put.place(), first -> new ArrayList<>())
                                    .add(put);
                        }
                        return !same;
                    })
                    .map(Put::place)
                    .collect(Collectors.toSet());
            assertThat(shown).hasSizeGreaterThan(60);

            List<String> untold = lost.entrySet().stream()
                    .filter(place -> shown.contains(place.getKey())
                            && !RIGHTLY.contains(place.getKey().toString()))
                    .flatMap(place -> place.getValue().stream())
                    .filter(put -> !NOTHING.contains(put.value()))
                    .filter(put -> told.getOrDefault(put.slug(), Set.of()).isEmpty())
                    .collect(Collectors.groupingBy(
                            put -> put.place().toString(), Collectors.mapping(Put::value, Collectors.joining("; "))))
                    .entrySet()
                    .stream()
                    .map(Object::toString)
                    .toList();
            assertThat(untold).isEmpty();
        }
    }

    private static List<Put> fill(Session session) throws Exception {
        List<Put> all = new ArrayList<>();
        for (String type : List.of("efcEvent", "efcSpeaker", "efcWorkPackage")) {
            ContentModel.node(type, session, "first");
        }
        for (Place place : ContentModel.places().toList()) {
            for (Map.Entry<String, BrokenValue> value : BrokenValue.all().entrySet()) {
                String slug = "x" + all.size();
                place.put(value.getValue(), session, slug);
                all.add(new Put(
                        place,
                        value.getKey(),
                        slug,
                        ContentModel.node(place.contentType(), session, slug).getIdentifier()));
            }
        }
        session.save();
        return all;
    }

    /** What programs are told of it but for what tells it from others. */
    private static String json(Visitor visitor, Put put) {
        String page =
                switch (put.place().contentType()) {
                    case "efcEvent" -> "event";
                    case "efcSpeaker" -> "speaker";
                    default -> "workPackage";
                };
        return visitor.text(page, put.slug(), "json", "")
                .replaceAll("\\b" + put.slug() + "\\b", "-")
                .replace(put.id(), "-")
                .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "-");
    }
}
