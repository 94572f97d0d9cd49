package org.efcevents.templating;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * A picture's size, so that a page keeps room for it while it loads.
 *
 * @param width in pixels, as text, because templates print numbers with thousands separators
 * @param height in pixels, as text
 */
public record ImageSize(String width, String height) {

    /** Magnolia's DAM writes the size of what is uploaded beside the file, into {@code jcr:content}. */
    static ImageSize of(Node asset) throws RepositoryException {
        if (!asset.hasProperty("jcr:content/width") || !asset.hasProperty("jcr:content/height")) {
            return null;
        }
        long width = asset.getProperty("jcr:content/width").getLong();
        long height = asset.getProperty("jcr:content/height").getLong();
        return width > 0 && height > 0 ? new ImageSize(Long.toString(width), Long.toString(height)) : null;
    }
}
