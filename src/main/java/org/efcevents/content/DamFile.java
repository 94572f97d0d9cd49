package org.efcevents.content;

import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * A file in Magnolia's DAM that the reader may download.
 *
 * @param address its absolute address
 * @param mediaType such as {@code application/pdf}; null if the DAM knows none
 * @param size the dimensions of a picture; null for other files or if unknown
 */
public record DamFile(String address, String mediaType, ImageSize size) {

    private static final String KEY = "jcr:";

    /** The identifier of a file in what a field has of it, such as {@code jcr:} with the identifier; empty if that names none. */
    public static Optional<String> identifier(String key) {
        return key.startsWith(KEY) && ContentNode.isIdentifier(key.substring(KEY.length()))
                ? Optional.of(key.substring(KEY.length()).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /**
     * Reads what the DAM knows of a file.
     *
     * @param address its absolute address
     * @param asset its node in the workspace {@code dam}; null if that cannot be read
     */
    public static DamFile of(String address, Node asset) throws RepositoryException {
        return asset == null
                ? new DamFile(address, null, null)
                : new DamFile(
                        address,
                        asset.hasProperty("jcr:content/jcr:mimeType")
                                ? asset.getProperty("jcr:content/jcr:mimeType").getString()
                                : null,
                        ImageSize.of(asset));
    }
}
