package org.efcevents.api;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.efcevents.archive.Archive;
import org.efcevents.archive.ContentChanges;
import org.efcevents.archive.ContentChanges.Change;
import org.efcevents.content.NodeLink;
import org.efcevents.content.NodeType;
import org.efcevents.json.JsonObject;

/**
 * What has changed.
 *
 * @param changes the changes
 * @param entries what has changed, if it is told whole; else nothing
 */
record ChangeList(JsonQuestion question, ChangesQuery query, ContentChanges.Changes changes, List<Entries<?>> entries)
        implements JsonDocument {

    private static final String PATH = "/changes.json";

    static JsonDocument of(JsonQuestion question) {
        ChangesQuery.Parsed parsed = ChangesQuery.parse(question.query(), question.addresses(), PATH);
        return parsed.query()
                .map(query -> of(question, query))
                .orElseGet(() -> JsonDocument.of(parsed.objection().orElseThrow()));
    }

    private static JsonDocument of(JsonQuestion question, ChangesQuery query) {
        ContentChanges.Answer answer = query.of(
                question.archive().changes(question.addresses().byLanguage().keySet()));
        Optional<JsonDocument> list = answer.changes()
                .map(changes -> new ChangeList(
                        question, query, changes, query.form().whole() ? whole(question, query, changes) : List.of()));
        return list.orElseGet(() -> JsonDocument.of(
                answer.refusal() == ContentChanges.Refusal.TOO_OLD
                        ? ApiResponse.problem(
                                410,
                                "Begin anew",
                                "What has changed since then is not known, because it is too long ago, because you have other"
                                        + " rights or the site other languages now, or because this is another server: ask without"
                                        + " \"since\", and remove from your copy what is not in the answer.")
                        : ApiResponse.problem(
                                503, "No changes can be told", "The log of this server says why. Ask again later.")));
    }

    private static List<Entries<?>> whole(JsonQuestion question, ChangesQuery query, ContentChanges.Changes changes) {
        return List.of(
                read(question, query, changes, NodeType.EVENT, EntryKind.EVENT, Archive::events),
                read(question, query, changes, NodeType.SPEAKER, EntryKind.SPEAKER, Archive::speakers),
                read(question, query, changes, NodeType.WORK_PACKAGE, EntryKind.WORK_PACKAGE, Archive::workPackages));
    }

    private static <T> Entries<T> read(
            JsonQuestion question,
            ChangesQuery query,
            ContentChanges.Changes changes,
            NodeType type,
            EntryKind<T> kind,
            BiFunction<Archive, Set<String>, List<T>> reader) {
        Set<String> ids = changes.changes().stream()
                .filter(change -> change.type() == type && change.isThere())
                .map(Change::id)
                .collect(Collectors.toSet());
        return new Entries<>(
                kind,
                query.form(),
                question.addresses(),
                true,
                question.versions(query.form(), kind, archive -> reader.apply(archive, ids)));
    }

    @Override
    public List<NodeLink> links() {
        return entries.stream()
                .flatMap(some -> some.links().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> files() {
        return entries.stream()
                .flatMap(some -> some.files().stream())
                .distinct()
                .toList();
    }

    @Override
    public ApiResponse write(SiteChoices site, Map<String, String> links, Map<String, String> files) {
        Map<String, JsonObject> written = new HashMap<>();
        for (Entries<?> some : entries) {
            List<JsonObject> objects = some.written(site, new ResolvedLinks(links, files));
            for (int i = 0; i < objects.size(); i++) {
                written.put(some.ids().get(i), objects.get(i));
            }
        }
        JsonMapping mapping = new JsonMapping(question.addresses(), Map.of(), ZoneOffset.UTC);
        return ApiResponse.of(query.form()
                .withLanguage(new JsonObject(), question.addresses())
                .with("license", site.license())
                .with("time", JsonMapping.moment(changes.time()))
                .with(
                        "items",
                        changes.changes().stream()
                                .map(change -> item(change, mapping, written))
                                .toList())
                .with("more", changes.more())
                .with("token", changes.token())
                .with(
                        "next",
                        question.addresses()
                                .here(PATH + query.after(changes.token()).text())));
    }

    /** Something that has gone since has no entry; that it has gone is a later change. */
    private JsonObject item(Change change, JsonMapping mapping, Map<String, JsonObject> written) {
        JsonObject item = mapping.change(change);
        return query.form().whole() ? item.with("entry", written.get(change.id())) : item;
    }
}
