package org.efcevents.api;

import java.util.List;
import java.util.Map;
import org.efcevents.content.NodeLink;

/** A document in JSON that was asked for. What it is about has been read, but not yet what its links and files lead to. */
public interface JsonDocument {

    /** The links to nodes in its texts, whose addresses are needed. */
    default List<NodeLink> links() {
        return List.of();
    }

    /** The DAM keys of its files, whose addresses are needed. */
    default List<String> files() {
        return List.of();
    }

    /**
     * Writes it.
     *
     * @param site what a site has chosen
     * @param links the absolute addresses of {@link #links}, by workspace, colon and identifier, except those that this reader may
     *     not see
     * @param files the same for {@link #files}, by DAM key
     */
    ApiResponse write(SiteChoices site, Map<String, String> links, Map<String, String> files);

    /** A document that is the same whatever a site has chosen, such as a refusal. */
    static JsonDocument of(ApiResponse response) {
        return (site, links, files) -> response;
    }
}
