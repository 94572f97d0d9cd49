package org.efcpreview.templating;

import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.content.Decoration;
import org.efcpreview.repository.OpenSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What templates call {@code damfn} (rules: {@code info.magnolia.dam.templating.functions.DamTemplatingFunctions}). An
 * asset that is not there, or not to be seen, or a key that is none, gives null and a warning in the log.
 */
public final class AssetFunctions {
    private static final Logger LOG = LoggerFactory.getLogger(AssetFunctions.class);

    private final OpenSessions sessions;
    private final String contextPath;

    public AssetFunctions(OpenSessions sessions, String contextPath) {
        this.sessions = sessions;
        this.contextPath = contextPath;
    }

    /** The asset with a key {@code jcr:<identifier>}; null if there is none. */
    public Asset getAsset(String key) {
        String identifier = StringUtils.startsWith(key, "jcr:") ? key.substring("jcr:".length()) : "";
        try {
            UUID.fromString(identifier);
            Node node = sessions.session("dam").getNodeByIdentifier(identifier);
            if (node.isNodeType("mgnl:asset")) {
                return new Asset(Decoration.ESCAPED.of(node), contextPath);
            }
            LOG.warn("damfn: {} is no asset but of type {}", node.getPath(), node.getPrimaryNodeType());
        } catch (IllegalArgumentException e) {
            LOG.warn("damfn: '{}' is no key of an asset; a key is jcr: and an identifier", key);
        } catch (RepositoryException e) {
            LOG.warn("damfn: there is no asset with the key '{}'", key);
        }
        return null;
    }

    /** The address of an asset's file; null if there is none. */
    public String getAssetLink(String key) throws RepositoryException {
        Asset asset = getAsset(key);
        return asset == null ? null : asset.getLink();
    }

    /** The address of an asset's rendition; null if there is no such asset. */
    public String getAssetLink(String key, String rendition) throws RepositoryException {
        Asset.Rendition found = getRendition(key, rendition);
        return found == null ? null : found.getLink();
    }

    /** An asset's rendition; null if there is no such asset. */
    public Asset.Rendition getRendition(String key, String rendition) throws RepositoryException {
        Asset asset = getAsset(key);
        return asset == null ? null : getRendition(asset, rendition);
    }

    /**
     * An asset's rendition. The site has no theme, so that every image has one size at Magnolia's default address
     * whatever is asked for (observed in 6.2.45); what is no image is itself.
     */
    public Asset.Rendition getRendition(Asset asset, String rendition) throws RepositoryException {
        String extension = StringUtils.substringAfterLast(asset.getFileName(), ".");
        String link = asset.getMimeType().startsWith("image/")
                ? contextPath + "/.imaging/default/dam" + asset.getPath() + "/jcr:content."
                        + (asset.getFileName().contains(".") ? extension : "png")
                : asset.getLink();
        return new Asset.Rendition(link);
    }
}
