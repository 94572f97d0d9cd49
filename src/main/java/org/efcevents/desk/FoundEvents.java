package org.efcevents.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.address.QueryString;
import org.efcevents.archive.Contents;
import org.efcevents.content.PublishedState;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.health.CheckedNode;

/**
 * The events that an editor looks for on a page of the desk, to do something with several of them.
 *
 * @param words what was searched for
 * @param years the years that events have, the last one first
 * @param kinds the kinds of event
 * @param workPackages the archive's work packages
 * @param states whether what was found is published, as can be asked for
 * @param query the question as a query string without its question mark
 * @param found the first of the events, in the order of the archive's page
 * @param total how many there are
 * @param ticked the identifiers of those that are ticked; null for all that were found
 */
public record FoundEvents(
        String words,
        List<Choice> years,
        List<Choice> kinds,
        List<Choice> workPackages,
        List<State> states,
        String query,
        List<CheckedNode> found,
        int total,
        Set<String> ticked) {

    /** The parameter of the address that has all boxes ticked. */
    static final String TICK = "tick";

    /** No more are shown, and no more are changed at once. */
    static final int MOST = 200;

    /** The parameter that asks for events by whether they are published. */
    private static final String STATE = "state";

    private static final List<String> PARAMETERS = List.of(
            ArchiveFilter.WORDS, Facet.YEAR.parameter(), Facet.KIND.parameter(), Facet.WORK_PACKAGE.parameter());

    private static final List<PublishedState> STATES = List.of(PublishedState.NONE, PublishedState.CHANGED);

    /**
     * A state that can be asked for.
     *
     * @param key {@code none} or {@code changed}
     * @param chosen whether it is asked for
     */
    public record State(String key, boolean chosen) {}

    /**
     * Looks for them.
     *
     * @param query the question, as a query string. What it does not know of is left out of it
     * @param ticked see {@link FoundEvents#ticked}
     */
    static FoundEvents of(String query, Set<String> ticked, Contents contents, DeskRequest request) {
        Map<String, List<String>> asked = QueryString.parse(query).parameters();
        ArchiveFilter filter = ArchiveFilter.of(asked.entrySet().stream()
                .filter(parameter -> PARAMETERS.contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Optional<PublishedState> state = asked.getOrDefault(STATE, List.of()).stream()
                .flatMap(key -> state(key).stream())
                .findFirst();
        // Of a year that the archive does not have there are none.
        List<CheckedNode> all = Optional.ofNullable(request.archive().find(filter, 1)).stream()
                .flatMap(found -> found.all().stream())
                .flatMap(event -> contents.with(event.id().toString()).stream())
                .filter(event -> state.isEmpty() || event.state() == state.get())
                .toList();
        return new FoundEvents(
                filter.terms().typed(),
                request.archive().values(Facet.YEAR).stream()
                        .map(year -> new Choice(
                                year,
                                request.messages().facetValues().getOrDefault(year, year),
                                filter.choices(Facet.YEAR).contains(year)))
                        .toList(),
                Choice.kinds(request, filter.choices(Facet.KIND)),
                Choice.workPackages(request, filter.choices(Facet.WORK_PACKAGE)),
                STATES.stream()
                        .map(one ->
                                new State(one.key(), state.filter(one::equals).isPresent()))
                        .toList(),
                Stream.of(
                                filter.query().replaceFirst("^\\?", ""),
                                state.map(one -> STATE + "=" + one.key()).orElse(""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("&")),
                all.stream().limit(MOST).toList(),
                all.size(),
                ticked);
    }

    /** Whether one is ticked. */
    public boolean isTicked(CheckedNode event) {
        return ticked == null || ticked.contains(event.id());
    }

    private static Optional<PublishedState> state(String key) {
        return STATES.stream().filter(state -> state.key().equals(key)).findFirst();
    }
}
