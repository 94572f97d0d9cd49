package org.efcevents.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.efcevents.address.Addresses;
import org.efcevents.content.NodeLink;
import org.efcevents.json.JsonObject;

/**
 * The entries that a document is about.
 *
 * @param whole whether each is written with all that belongs to it
 * @param versions each of them by language, that of the address first
 */
record Entries<T>(EntryKind<T> kind, Form form, Addresses addresses, boolean whole, List<Map<String, T>> versions) {

    /** A document about them. */
    JsonDocument document(BiFunction<SiteChoices, List<JsonObject>, ApiResponse> writer) {
        return new JsonDocument() {
            @Override
            public List<NodeLink> links() {
                return Entries.this.links();
            }

            @Override
            public List<String> files() {
                return Entries.this.files();
            }

            @Override
            public ApiResponse write(SiteChoices site, Map<String, String> links, Map<String, String> files) {
                return writer.apply(site, written(site, new ResolvedLinks(links, files)));
            }
        };
    }

    /** {@link JsonDocument#links} of a document about them. */
    List<NodeLink> links() {
        return whole
                ? versions.stream()
                        .flatMap(entry -> entry.values().stream())
                        .flatMap(kind::texts)
                        .flatMap(text -> text.links().stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** {@link JsonDocument#files} of a document about them. */
    List<String> files() {
        return whole
                ? versions.stream()
                        .flatMap(entry -> kind.files(entry.values().iterator().next()))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** All of them, in the same order. */
    List<JsonObject> written(SiteChoices site, ResolvedLinks targets) {
        return versions.stream().map(entry -> written(entry, site, targets)).toList();
    }

    /** Their identifiers, in the same order. */
    List<String> ids() {
        return versions.stream()
                .map(entry -> kind.id(entry.values().iterator().next()))
                .toList();
    }

    private JsonObject written(Map<String, T> entry, SiteChoices site, ResolvedLinks targets) {
        Map<String, JsonObject> objects = new LinkedHashMap<>();
        entry.forEach((language, version) -> {
            JsonMapping mapping = site.mapping(addresses, language);
            objects.put(
                    language,
                    whole ? kind.whole(mapping, version, targets) : kind.listed(mapping, version, form.expand()));
        });
        return form.merged(objects);
    }
}
