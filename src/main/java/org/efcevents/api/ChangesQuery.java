package org.efcevents.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efcevents.address.Addresses;
import org.efcevents.archive.ContentChanges;
import org.efcevents.journal.SyncToken;

/**
 * A query for what has changed.
 *
 * @param since what has been read, as the parameter has it: {@link SyncToken#text}, {@link #NOW}, or empty for nothing
 * @param limit the maximum number of changes
 * @param form how what has changed is written, if it is told whole
 */
record ChangesQuery(String since, int limit, Form form) {

    /** The maximum number of changes in one answer. */
    static final int MOST = 1000;

    /** The same with what has changed. */
    static final int MOST_WHOLE = 100;

    private static final int USUAL = 100;

    private static final String SINCE = "since";
    private static final String NOW = "now";
    private static final String LIMIT = "limit";

    /** Either a valid query, or the response that refuses it or leads to another language. */
    record Parsed(Optional<ChangesQuery> query, Optional<ApiResponse> objection) {}

    /** @param query without its question mark, still encoded */
    static Parsed parse(String query, Addresses addresses, String path) {
        StrictQuery asked = new StrictQuery(query, List.of(SINCE, LIMIT, Form.EXPAND));
        String since = asked.value(SINCE);
        if (!since.isEmpty() && !since.equals(NOW) && SyncToken.parse(since).isEmpty()) {
            asked.wrong(SINCE, since, "Give the token of an answer as it is, or now, or nothing.", List.of());
        }
        Form form = Form.of(asked, List.of(Expansion.ALL), EntryKind.EVENT);
        ChangesQuery read =
                new ChangesQuery(since, asked.number(LIMIT, 1, form.whole() ? MOST_WHOLE : MOST, USUAL), form);
        Optional<ApiResponse> objection =
                asked.objection(addresses, path, form.whole() ? List.of(Form.EACH) : List.of());
        return new Parsed(objection.isEmpty() ? Optional.of(read) : Optional.empty(), objection);
    }

    /** The changes that are asked for. */
    ContentChanges.Answer of(ContentChanges changes) {
        return since.equals(NOW)
                ? changes.fromNow()
                : SyncToken.parse(since)
                        .map(token -> changes.since(token, limit))
                        .orElseGet(() -> changes.fromTheBeginning(limit));
    }

    /** The same query after what a token says. */
    ChangesQuery after(String token) {
        return new ChangesQuery(token, limit, form);
    }

    /** The query string including its question mark, without the language and default values. */
    String text() {
        List<String> pairs = new ArrayList<>();
        if (!since.isEmpty()) {
            pairs.add(SINCE + "=" + since);
        }
        if (limit != USUAL) {
            pairs.add(LIMIT + "=" + limit);
        }
        pairs.addAll(form.pairs());
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
