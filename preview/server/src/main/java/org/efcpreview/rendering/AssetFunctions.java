package org.efcpreview.rendering;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What templates call {@code damfn} (rules: {@code info.magnolia.dam.templating.functions.DamTemplatingFunctions}). An
 * asset that is not there, or not to be seen, or a key that is none, gives null and a warning in the log.
 */
public final class AssetFunctions {
    /** Functions of Magnolia's that this server does not have. */
    static final Set<String> MISSING =
            Set.of("getItems", "getAssetsFromFolderId", "getAssetsForFilter", "getFolder", "provides");

    private static final Logger LOG = LoggerFactory.getLogger(AssetFunctions.class);

    private final PageSessions sessions;
    private final String contextPath;

    AssetFunctions(PageSessions sessions, String contextPath) {
        this.sessions = sessions;
        this.contextPath = contextPath;
    }

    /** The asset with a key {@code jcr:<identifier>}; null if there is none. */
    public Asset getAsset(String key) {
        String identifier = key != null && key.startsWith("jcr:") ? key.substring("jcr:".length()) : "";
        try {
            UUID.fromString(identifier);
            return asset(sessions.session("dam").getNodeByIdentifier(identifier));
        } catch (IllegalArgumentException e) {
            LOG.warn("damfn: '{}' is no key of an asset; a key is jcr: and an identifier", key);
        } catch (RepositoryException e) {
            LOG.warn("damfn: there is no asset with the key '{}'", key);
        }
        return null;
    }

    /** The asset at a path; null if there is none. */
    public Asset getAsset(String provider, String path) {
        try {
            return asset(sessions.session("dam").getNode(path.startsWith("/") ? path : "/" + path));
        } catch (RepositoryException e) {
            LOG.warn("damfn: there is no asset at {}", path);
            return null;
        }
    }

    /** The asset at a path; null if there is none. */
    public Asset getAssetForAbsolutePath(String provider, String path) {
        return getAsset(provider, path);
    }

    /** The old name of {@link #getAsset(String)}. */
    public Asset getAssetForId(String key) {
        return getAsset(key);
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

    /** The address of an asset's rendition. */
    public String getAssetLink(Asset asset, String rendition) throws RepositoryException {
        return getRendition(asset, rendition).getLink();
    }

    /** The old name of {@link #getAssetLink(String)}. */
    public String getAssetLinkForId(String key) throws RepositoryException {
        return getAssetLink(key);
    }

    /** The old name of {@link #getAssetLink(String, String)}. */
    public String getAssetLinkForId(String key, String rendition) throws RepositoryException {
        return getAssetLink(key, rendition);
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
        String type = asset.getMimeType();
        String link = type.startsWith("image/")
                ? contextPath + "/.imaging/default/dam" + asset.getPath() + "/jcr:content." + extension(asset)
                : asset.getLink();
        return new Asset.Rendition(link, asset, rendition);
    }

    /** The asset's properties by name; an error if there is no such asset, as in Magnolia. */
    public Map<String, Object> getAssetMap(String key) throws RepositoryException {
        return getAssetMap(getAsset(key));
    }

    /** The asset's properties by name; null if there is no such asset. */
    public Map<String, Object> getAssetMapForAssetId(String key) throws RepositoryException {
        Asset asset = getAsset(key);
        return asset == null ? null : getAssetMap(asset);
    }

    /** The asset's properties by name, without {@code metadata}. */
    public Map<String, Object> getAssetMap(Asset asset) throws RepositoryException {
        Map<String, Object> map = new HashMap<>();
        map.put("asset", true);
        map.put("folder", false);
        map.put("link", asset.getLink());
        map.put("name", asset.getName());
        map.put("path", asset.getPath());
        map.put("itemKey", asset.getItemKey());
        map.put("title", asset.getTitle());
        map.put("subject", asset.getSubject());
        map.put("description", asset.getDescription());
        map.put("caption", asset.getCaption());
        map.put("language", asset.getLanguage());
        map.put("copyright", asset.getCopyright());
        map.put("comment", asset.getComment());
        map.put("created", asset.getCreated());
        map.put("lastModified", asset.getLastModified());
        map.put("mimeType", asset.getMimeType());
        map.put("fileName", asset.getFileName());
        map.put("fileSize", asset.getFileSize());
        return map;
    }

    private Asset asset(Node node) throws RepositoryException {
        if (!node.isNodeType("mgnl:asset")) {
            LOG.warn(
                    "damfn: {} is no asset but of type {}",
                    node.getPath(),
                    node.getPrimaryNodeType().getName());
            return null;
        }
        return new Asset(Decoration.ESCAPED.of(node), contextPath);
    }

    private static String extension(Asset asset) throws RepositoryException {
        String name = asset.getFileName();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "png";
    }
}
