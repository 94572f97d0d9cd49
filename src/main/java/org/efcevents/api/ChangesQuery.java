package org.efcevents.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.efcevents.address.QueryString;
import org.efcevents.archive.ContentChanges;
import org.efcevents.journal.SyncToken;

/**
 * A query for what has changed.
 *
 * @param since what has been read, as the parameter has it: {@link SyncToken#text}, {@link #NOW}, or empty for nothing
 * @param limit the maximum number of changes
 * @param language ISO 639 code of the requested language; null for that of the address
 */
record ChangesQuery(String since, int limit, String language) {

    /** The maximum number of changes in one answer. */
    static final int MOST = 1000;

    private static final int USUAL = 100;

    private static final String SINCE = "since";
    private static final String NOW = "now";
    private static final String LIMIT = "limit";
    private static final String LANGUAGE = "lang";
    private static final List<String> PARAMETERS = List.of(SINCE, LIMIT, LANGUAGE);

    /** Either a valid query or a list of errors. */
    record Parsed(Optional<ChangesQuery> query, List<ParameterError> errors) {}

    /** @param languages the language codes of the site */
    static Parsed parse(QueryString asked, Set<String> languages) {
        List<ParameterError> errors = new ArrayList<>();
        asked.malformed()
                .forEach(part -> errors.add(new ParameterError(
                        part,
                        null,
                        "This part of the address is encoded wrongly (percent-encoding, UTF-8).",
                        List.of())));
        asked.parameters().forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                errors.add(new ParameterError(name, null, "There is no such parameter.", PARAMETERS));
            } else if (values.size() > 1) {
                errors.add(new ParameterError(name, String.join(", ", values), "Give this parameter once.", List.of()));
            }
        });
        String since = value(asked.parameters(), SINCE);
        if (!since.isEmpty() && !since.equals(NOW) && SyncToken.parse(since).isEmpty()) {
            errors.add(new ParameterError(
                    SINCE, since, "Give the token of an answer as it is, or now, or nothing.", List.of()));
        }
        String limit = value(asked.parameters(), LIMIT);
        if (!limit.isEmpty() && !(limit.matches("[1-9][0-9]{0,3}") && Integer.parseInt(limit) <= MOST)) {
            errors.add(new ParameterError(LIMIT, limit, "Give a whole number from 1 to " + MOST + ".", List.of()));
        }
        String language = value(asked.parameters(), LANGUAGE);
        if (!language.isEmpty() && !languages.contains(language)) {
            errors.add(new ParameterError(
                    LANGUAGE,
                    language,
                    "There is no such value.",
                    languages.stream().sorted().toList()));
        }
        return errors.isEmpty()
                ? new Parsed(
                        Optional.of(new ChangesQuery(
                                since,
                                limit.isEmpty() ? USUAL : Integer.parseInt(limit),
                                language.isEmpty() ? null : language)),
                        List.of())
                : new Parsed(Optional.empty(), List.copyOf(errors));
    }

    private static String value(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0).strip();
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
        return new ChangesQuery(token, limit, language);
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
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }
}
