package org.efcevents.content;

import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * A picture's dimensions, which let a page reserve room for it while it loads.
 *
 * @param width in pixels, as text, because templates print numbers with thousands separators
 * @param height in pixels, as text
 */
public record ImageSize(String width, String height) {

    /**
     * Reads the dimensions that Magnolia's DAM stores with an uploaded picture, in {@code jcr:content}.
     *
     * @param asset the picture's node in the workspace {@code dam}
     * @return null if unknown
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
