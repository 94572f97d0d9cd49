package org.efcevents.page;

import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.address.PageKind;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.archive.SearchResult;
import org.efcevents.channel.Subject;
import org.efcevents.filter.ActiveFilter;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.index.EventSelection;
import org.efcevents.message.Messages;

/**
 * All events, or those that match filters.
 *
 * @param filter the filter
 * @param question the query string of the address, still encoded
 * @param found what was found; null if the page or year lies outside the archive
 */
public record ArchivePage(ArchiveFilter filter, String question, SearchResult found) implements Subject {

    @Override
    public PageKind kind() {
        return PageKind.ARCHIVE;
    }

    @Override
    public String path() {
        return kind().path("");
    }

    /** Without the number of the page: feeds cover all pages of a result. */
    @Override
    public String query() {
        return filter.onPage(1).query();
    }

    /** The chosen values, in words. */
    @Override
    public boolean hasPage() {
        return found != null;
    }

    @Override
    public String part(Messages messages) {
        Map<String, String> values = messages.facetValues();
        return found == null
                ? ""
                : found.activeFilters().stream()
                        .map(chosen -> word(chosen, values))
                        .collect(Collectors.joining(", "));
    }

    private static String word(ActiveFilter chosen, Map<String, String> values) {
        if (chosen.parameter().equals(ArchiveFilter.FROM) || chosen.parameter().equals(ArchiveFilter.TO)) {
            return values.get(chosen.parameter()) + " " + chosen.name();
        }
        return chosen.label() == null ? values.getOrDefault(chosen.name(), chosen.name()) : chosen.label();
    }

    @Override
    public EventSelection followed() {
        return found == null ? EventSelection.NONE : found.all();
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return question.events();
    }
}
