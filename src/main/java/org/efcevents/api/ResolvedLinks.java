package org.efcevents.api;

import java.util.Map;
import org.efcevents.content.NodeLink;
import org.efcevents.content.RichText;
import org.efcevents.json.JsonObject;

/**
 * Where links and files are, for this reader; what is not in here is not for this reader.
 *
 * @param pages absolute addresses of nodes that texts link to, by workspace, colon and identifier
 * @param files absolute addresses of files by DAM key, {@code jcr:<uuid>}
 */
record ResolvedLinks(Map<String, String> pages, Map<String, String> files) {

    /** Copies both. */
    ResolvedLinks {
        pages = Map.copyOf(pages);
        files = Map.copyOf(files);
    }

    /** A formatted text with the addresses of its links; null where there is none. */
    JsonObject html(RichText text, String language) {
        if (text == null) {
            return null;
        }
        RichText linked = text;
        for (NodeLink link : text.links()) {
            linked = linked.withAddress(link, pages.get(link.workspace() + ":" + link.identifier()));
        }
        return new JsonObject()
                .with("html", linked.html())
                .with("language", text.language() == null ? language : text.language());
    }
}
