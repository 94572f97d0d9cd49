package org.efcevents.api;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.SpeakerAppearance;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.json.JsonObject;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * A question to the JSON API. Its methods find what it asks for, or what is wrong with it.
 *
 * @param archive the archive as the reader sees it
 * @param addresses the addresses of the site
 * @param query the query string of the address, still encoded
 */
public record JsonQuestion(Archive archive, Addresses addresses, String query) {

    /** A member of an entry's own document that tells of other entries. */
    private interface Member {
        Object value(Form form, SiteChoices site);
    }

    /** Events, as filters and pages or a cursor say. */
    public JsonDocument events() {
        return EventList.of(this);
    }

    /** An event. */
    public JsonDocument event(Event event) {
        String slug = event.summary().slug();
        return single(
                "/events/" + slug,
                EntryKind.EVENT,
                event,
                version -> version.event(slug),
                Map.of("related", (form, site) -> archive.related(event, site.related()).stream()
                        .map(EventSummary::slug)
                        .toList()));
    }

    /** A speaker. */
    public JsonDocument speaker(Speaker speaker) {
        return single(
                "/speakers/" + speaker.slug(),
                EntryKind.SPEAKER,
                speaker,
                version -> version.speaker(speaker.slug()),
                Map.of("appearances", (form, site) -> appearances(speaker, form, site)));
    }

    /** A work package. */
    public JsonDocument workPackage(WorkPackage group) {
        return single(
                "/work-packages/" + group.slug(),
                EntryKind.WORK_PACKAGE,
                group,
                version -> version.workPackage(group.slug()),
                Map.of());
    }

    private <T> JsonDocument single(
            String path, EntryKind<T> kind, T own, Function<Archive, T> version, Map<String, Member> more) {
        StrictQuery asked = new StrictQuery(query, List.of(Form.FIELDS));
        Form form = Form.of(asked, List.of(), (expand, each) -> Stream.of(
                        kind.members(true, each).stream(),
                        more.keySet().stream(),
                        Stream.of(each ? "languages" : "language", "license"))
                .flatMap(names -> names)
                .toList());
        return asked.objection(addresses, path + ".json", List.of(Form.EACH))
                .map(JsonDocument::of)
                .orElseGet(() -> {
                    Map<String, T> versions = new LinkedHashMap<>(Map.of(addresses.language(), own));
                    if (form.inEachLanguage()) {
                        archives(form).forEach((language, archive) -> versions.put(language, version.apply(archive)));
                    }
                    return document(new Entries<>(kind, form, addresses, true, List.of(versions)), (site, entries) -> {
                        JsonObject entry = entries.get(0);
                        more.forEach((name, member) -> entry.with(name, member.value(form, site)));
                        form.withLanguage(entry, addresses).with("license", site.license());
                        return form.chosen(entry);
                    });
                });
    }

    /** Of the same day, another language may have another order. */
    private Object appearances(Speaker speaker, Form form, SiteChoices site) {
        List<SpeakerAppearance> own = archive.appearances(speaker);
        Map<String, JsonObject> versions = new LinkedHashMap<>();
        archives(form).forEach((language, version) -> {
            Map<String, Iterator<SpeakerAppearance>> byEvent = version.appearances(speaker).stream()
                    .collect(Collectors.groupingBy(
                            appearance -> appearance.event().id(),
                            Collectors.collectingAndThen(Collectors.toList(), List::iterator)));
            JsonMapping mapping = site.mapping(addresses, language);
            versions.put(
                    language,
                    new JsonObject()
                            .with(
                                    "all",
                                    own.stream()
                                            .map(appearance -> byEvent.get(
                                                    appearance.event().id()))
                                            .filter(parts -> parts != null && parts.hasNext())
                                            .map(parts -> mapping.appearance(parts.next()))
                                            .toList()));
        });
        return form.merged(versions).value("all");
    }

    /** All speakers. */
    public JsonDocument speakers() {
        return all("/speakers.json", EntryKind.SPEAKER, Archive::speakers);
    }

    /** All work packages. */
    public JsonDocument workPackages() {
        return all("/work-packages.json", EntryKind.WORK_PACKAGE, Archive::workPackages);
    }

    private <T> JsonDocument all(String path, EntryKind<T> kind, Function<Archive, List<T>> read) {
        StrictQuery asked = new StrictQuery(query, List.of(Form.EXPAND, Form.FIELDS));
        Form form = Form.of(asked, List.of(Expansion.ALL), kind);
        return asked.objection(addresses, path, List.of(Form.EACH))
                .map(JsonDocument::of)
                .orElseGet(() -> document(
                        new Entries<>(kind, form, addresses, form.whole(), versions(form, kind, read)),
                        (site, entries) -> form.withLanguage(new JsonObject(), addresses)
                                .with("license", site.license())
                                .with("total", entries.size())
                                .with(
                                        "items",
                                        entries.stream().map(form::chosen).toList())));
    }

    /** What has changed, for whoever keeps a copy. */
    public JsonDocument changes() {
        return ChangeList.of(this);
    }

    private interface Writer {
        JsonObject write(SiteChoices site, List<JsonObject> entries);
    }

    private static JsonDocument document(Entries<?> entries, Writer writer) {
        return entries.document((site, written) -> ApiResponse.of(writer.write(site, written)));
    }

    /** The archive in each of the languages that are asked for, that of the address first. */
    private Map<String, Archive> archives(Form form) {
        return form.inEachLanguage()
                ? archive.inEach(form.languages(addresses))
                : Map.of(addresses.language(), archive);
    }

    /** Entries, each by language, in the order that they have in that of the address. */
    <T> List<Map<String, T>> versions(Form form, EntryKind<T> kind, Function<Archive, List<T>> read) {
        Map<String, Map<String, T>> all = new LinkedHashMap<>();
        archives(form).forEach((language, version) -> read.apply(version).forEach(entry -> {
            if (language.equals(addresses.language())) {
                all.put(kind.id(entry), new LinkedHashMap<>());
            }
            if (all.containsKey(kind.id(entry))) {
                all.get(kind.id(entry)).put(language, entry);
            }
        }));
        return List.copyOf(all.values());
    }
}
