package org.efcevents.content;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * A picture's size, so that a page keeps room for it while it loads.
 *
 * @param width in pixels, as text, because templates print numbers with thousands separators
 * @param height in pixels, as text
 */
public record ImageSize(String width, String height) {

    /**
     * The size of a picture. Magnolia's DAM writes it beside the file that was uploaded, into {@code jcr:content}.
     *
     * @param asset the node of the workspace {@code dam}
     * @return null where it is not known
     */
    public static ImageSize of(Node asset) throws RepositoryException {
        if (!asset.hasProperty("jcr:content/width") || !asset.hasProperty("jcr:content/height")) {
            return null;
        }
        long width = asset.getProperty("jcr:content/width").getLong();
        long height = asset.getProperty("jcr:content/height").getLong();
        return width > 0 && height > 0 ? new ImageSize(Long.toString(width), Long.toString(height)) : null;
    }
}
