package org.efcevents.api;

import java.util.Map;
import org.efcevents.content.NodeLink;
import org.efcevents.content.RichText;
import org.efcevents.json.JsonObject;
import org.efcevents.json.Worded;

/**
 * The addresses of links and files. Those that this reader may not see are absent.
 *
 * @param pages the absolute addresses of nodes that texts link to, by workspace, colon and identifier
 * @param files the absolute addresses of files by DAM key, {@code jcr:<uuid>}
 */
record ResolvedLinks(Map<String, String> pages, Map<String, String> files) {

    /** Makes defensive copies. */
    ResolvedLinks {
        pages = Map.copyOf(pages);
        files = Map.copyOf(files);
    }

    /** A rich text with the addresses of its links; of one that is null, null is shown. */
    Worded html(RichText text, String language) {
        if (text == null) {
            return new Worded(null, null);
        }
        RichText linked = text;
        for (NodeLink link : text.links()) {
            linked = linked.withAddress(link, pages.get(link.workspace() + ":" + link.identifier()));
        }
        return new Worded(
                new JsonObject()
                        .with("html", linked.html())
                        .with("language", text.language() == null ? language : text.language()),
                text.language() == null ? linked.html() : null);
    }
}
