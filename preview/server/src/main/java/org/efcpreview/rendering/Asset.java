package org.efcpreview.rendering;

import java.util.Calendar;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;

/**
 * A file of the asset app as templates read it (rules: {@code info.magnolia.dam.jcr.JcrAsset}). Its texts are escaped,
 * as {@code damfn} gives them; a text that is not there is empty.
 */
public final class Asset {
    private final Node node;
    private final String contextPath;

    Asset(Node escapedNode, String contextPath) {
        this.node = escapedNode;
        this.contextPath = contextPath;
    }

    /** The address of the file. */
    public String getLink() throws RepositoryException {
        return contextPath + downloadPath(node);
    }

    /** The key that content refers to the asset by: {@code jcr:} and the identifier. */
    public ItemKey getItemKey() throws RepositoryException {
        return new ItemKey(node.getIdentifier());
    }

    /** The node's name. */
    public String getName() throws RepositoryException {
        return node.getName();
    }

    /** The node's path in the workspace {@code dam}. */
    public String getPath() throws RepositoryException {
        return node.getPath();
    }

    /** The asset's title. */
    public String getTitle() throws RepositoryException {
        return text(node, "title", "");
    }

    /** The asset's subject. */
    public String getSubject() throws RepositoryException {
        return text(node, "subject", "");
    }

    /** The asset's description. */
    public String getDescription() throws RepositoryException {
        return text(node, "description", "");
    }

    /** The asset's caption. */
    public String getCaption() throws RepositoryException {
        return text(node, "caption", "");
    }

    /** The asset's language. */
    public String getLanguage() throws RepositoryException {
        return text(node, "language", "");
    }

    /** The asset's copyright. */
    public String getCopyright() throws RepositoryException {
        return text(node, "copyright", "");
    }

    /** The asset's comment. */
    public String getComment() throws RepositoryException {
        return text(node, "comment", "");
    }

    /** The media type of the file. */
    public String getMimeType() throws RepositoryException {
        return text(resource(node), "jcr:mimeType", "application/octet-stream");
    }

    /** The name of the file. */
    public String getFileName() throws RepositoryException {
        return text(resource(node), "fileName", "");
    }

    /** The size of the file in bytes. */
    public long getFileSize() throws RepositoryException {
        Node resource = resource(node);
        return resource != null && resource.hasProperty("size")
                ? resource.getProperty("size").getLong()
                : 0;
    }

    /** When the asset was made; null if not known. */
    public Calendar getCreated() throws RepositoryException {
        return date("mgnl:created");
    }

    /** When the asset was changed; null if not known. */
    public Calendar getLastModified() throws RepositoryException {
        return date("mgnl:lastModified");
    }

    /** Always true: a folder is no asset. */
    public boolean isAsset() {
        return true;
    }

    /** Always false. */
    public boolean isFolder() {
        return false;
    }

    /** Any other property of the asset's node; null if there is none. */
    public Object getProperty(String name) throws RepositoryException {
        if (!node.hasProperty(name) || node.getProperty(name).isMultiple()) {
            return null;
        }
        return switch (node.getProperty(name).getType()) {
            case PropertyType.DATE -> node.getProperty(name).getDate();
            case PropertyType.LONG -> node.getProperty(name).getLong();
            case PropertyType.DOUBLE -> node.getProperty(name).getDouble();
            case PropertyType.BOOLEAN -> node.getProperty(name).getBoolean();
            default -> node.getProperty(name).getString();
        };
    }

    /** The path that the file of an asset's node is served at, without the context path. */
    static String downloadPath(Node node) throws RepositoryException {
        return "/dam/jcr:" + node.getIdentifier() + "/" + Links.encode(text(resource(node), "fileName", ""));
    }

    private static Node resource(Node node) throws RepositoryException {
        return node.hasNode("jcr:content") ? node.getNode("jcr:content") : null;
    }

    private static String text(Node node, String name, String otherwise) throws RepositoryException {
        if (node == null || !node.hasProperty(name)) {
            return otherwise;
        }
        return node.getProperty(name).isMultiple()
                ? node.getProperty(name).getValues()[0].getString()
                : node.getProperty(name).getString();
    }

    private Calendar date(String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getDate() : null;
    }

    /** The key of an asset; a bean, because templates read its properties. */
    public static final class ItemKey {
        private final String assetId;

        private ItemKey(String assetId) {
            this.assetId = assetId;
        }

        /** The key as content stores it. */
        public String asString() {
            return getProviderId() + ":" + assetId;
        }

        /** Always {@code jcr}: there is no other provider of assets here. */
        public String getProviderId() {
            return "jcr";
        }

        /** The identifier of the asset's node. */
        public String getAssetId() {
            return assetId;
        }
    }

    /** An asset in a size of the theme; a bean, because templates read its properties. */
    public static final class Rendition {
        private final String link;
        private final Asset asset;
        private final String renditionName;

        Rendition(String link, Asset asset, String renditionName) {
            this.link = link;
            this.asset = asset;
            this.renditionName = renditionName;
        }

        /** The address of the rendition. */
        public String getLink() {
            return link;
        }

        /** The asset that it is of. */
        public Asset getAsset() {
            return asset;
        }

        /** The size's name. */
        public String getRenditionName() {
            return renditionName;
        }
    }
}
