package org.efcevents.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.json.JsonObject;

/**
 * How entries are written, as every address of the JSON API can be asked.
 *
 * @param expand what is included in full
 * @param fields the members that are written; empty for all
 * @param inEachLanguage whether texts are given in all languages of the site rather than in that of the address
 */
record Form(Set<Expansion> expand, List<String> fields, boolean inEachLanguage) {

    static final String EXPAND = "expand";
    static final String FIELDS = "fields";

    /** In place of a language. */
    static final String EACH = "all";

    /** What programs keep things by. It is in every entry. */
    private static final String ID = "id";

    /** Makes defensive copies. */
    Form {
        expand = Set.copyOf(expand);
        fields = List.copyOf(fields);
    }

    /**
     * Reads it from an address.
     *
     * @param expandable what can be asked for in full
     * @param members the names of members of an entry ({@link JsonObject#names()}), with what is expanded and whether they are in
     *     each language
     */
    static Form of(
            StrictQuery query,
            Collection<Expansion> expandable,
            BiFunction<Set<Expansion>, Boolean, List<String>> members) {
        Set<Expansion> expand = expansions(query, expandable);
        boolean inEachLanguage = query.value(StrictQuery.LANGUAGE).equals(EACH);
        List<String> fields = listed(query, FIELDS);
        List<String> allowed = fields.isEmpty() ? List.of() : members.apply(expand, inEachLanguage);
        if (!allowed.containsAll(fields)) {
            query.wrong(
                    FIELDS,
                    query.value(FIELDS),
                    "There is no member " + String.join(", ", without(allowed, fields)) + ".",
                    allowed);
        }
        return new Form(expand, fields, inEachLanguage);
    }

    /** Same as {@link #of(StrictQuery, Collection, BiFunction)}, for lists of a kind of entry. */
    static Form of(StrictQuery query, Collection<Expansion> expandable, EntryKind<?> kind) {
        return of(query, expandable, (expand, each) -> kind.members(expand.contains(Expansion.ALL), each));
    }

    private static Set<Expansion> expansions(StrictQuery query, Collection<Expansion> expandable) {
        Set<Expansion> expand = EnumSet.noneOf(Expansion.class);
        for (String name : listed(query, EXPAND)) {
            expandable.stream()
                    .filter(expansion -> expansion.parameter().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            expand::add,
                            () -> query.wrong(
                                    EXPAND,
                                    name,
                                    "Give one or more of these, with commas between them.",
                                    expandable.stream()
                                            .map(Expansion::parameter)
                                            .toList()));
        }
        return expand;
    }

    private static List<String> without(List<String> allowed, List<String> fields) {
        return fields.stream().filter(field -> !allowed.contains(field)).toList();
    }

    private static List<String> listed(StrictQuery query, String name) {
        String value = query.value(name);
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /** Whether entries are written with all that belongs to them. */
    boolean whole() {
        return expand.contains(Expansion.ALL);
    }

    /** The languages in which entries are told, that of the address first. */
    List<String> languages(Addresses addresses) {
        return inEachLanguage
                ? Stream.concat(Stream.of(addresses.language()), addresses.byLanguage().keySet().stream())
                        .distinct()
                        .toList()
                : List.of(addresses.language());
    }

    /** One object of several that say the same, by language. */
    JsonObject merged(Map<String, JsonObject> versions) {
        return inEachLanguage
                ? JsonObject.inEach(versions)
                : versions.values().iterator().next();
    }

    /** Those members of an entry that were asked for. */
    JsonObject chosen(JsonObject entry) {
        return fields.isEmpty()
                ? entry
                : entry.only(Stream.concat(Stream.of(ID), fields.stream()).toList());
    }

    /** Adds to a document which languages it is in. */
    JsonObject withLanguage(JsonObject document, Addresses addresses) {
        return inEachLanguage
                ? document.with("languages", languages(addresses))
                : document.with("language", addresses.language());
    }

    /** The parameters of addresses that ask for the same form. */
    List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        if (!expand.isEmpty()) {
            pairs.add(EXPAND + "="
                    + String.join(
                            ",",
                            expand.stream().sorted().map(Expansion::parameter).toList()));
        }
        if (!fields.isEmpty()) {
            pairs.add(FIELDS + "=" + URLEncoder.encode(String.join(",", fields), StandardCharsets.UTF_8));
        }
        if (inEachLanguage) {
            pairs.add(StrictQuery.LANGUAGE + "=" + EACH);
        }
        return pairs;
    }
}
