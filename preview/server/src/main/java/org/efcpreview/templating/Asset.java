package org.efcpreview.templating;

import java.util.Calendar;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.content.ContentMap;
import org.efcpreview.content.Links;

/**
 * A file of the asset app as templates read it (rules: {@code info.magnolia.dam.jcr.JcrAsset}). Its texts are escaped,
 * as {@code damfn} gives them; a text that is not there is empty.
 *
 * @param node escaped
 */
public record Asset(Node node, String contextPath) {
    /** The address of the file. */
    public String getLink() throws RepositoryException {
        return contextPath + Links.file(node);
    }

    /** The key that content refers to the asset by: {@code jcr:} and the identifier. */
    public ItemKey getItemKey() throws RepositoryException {
        return new ItemKey(node.getIdentifier());
    }

    public String getName() throws RepositoryException {
        return node.getName();
    }

    public String getPath() throws RepositoryException {
        return node.getPath();
    }

    public String getTitle() throws RepositoryException {
        return text("title");
    }

    public String getDescription() throws RepositoryException {
        return text("description");
    }

    public String getCaption() throws RepositoryException {
        return text("caption");
    }

    public String getCopyright() throws RepositoryException {
        return text("copyright");
    }

    public String getMimeType() throws RepositoryException {
        return JcrUtils.getStringProperty(node, "jcr:content/jcr:mimeType", "application/octet-stream");
    }

    public String getFileName() throws RepositoryException {
        return text("jcr:content/fileName");
    }

    /** The size of the file in bytes; 0 if not known. */
    public long getFileSize() throws RepositoryException {
        return JcrUtils.getLongProperty(node, "jcr:content/size", 0);
    }

    /** When the asset was made; null if not known. */
    public Calendar getCreated() throws RepositoryException {
        return JcrUtils.getDateProperty(node, "mgnl:created", null);
    }

    /** When the asset was changed; null if not known. */
    public Calendar getLastModified() throws RepositoryException {
        return JcrUtils.getDateProperty(node, "mgnl:lastModified", null);
    }

    /** Always true: a folder is no asset. */
    public boolean isAsset() {
        return true;
    }

    /** Always false. */
    public boolean isFolder() {
        return false;
    }

    /** Any other property of the asset's node; null if there is none, or several. */
    public Object getProperty(String name) throws RepositoryException {
        return node.hasProperty(name) && !node.getProperty(name).isMultiple()
                ? ContentMap.value(node.getProperty(name))
                : null;
    }

    private String text(String path) throws RepositoryException {
        if (!node.hasProperty(path)) {
            return "";
        }
        Property property = node.getProperty(path);
        return property.isMultiple() ? property.getValues()[0].getString() : property.getString();
    }

    /** The key of an asset. */
    public record ItemKey(String identifier) {
        /** The key as content stores it. */
        public String asString() {
            return "jcr:" + identifier;
        }
    }

    /** An asset in a size of the theme. */
    public record Rendition(String address) {
        /** The address of the rendition. */
        public String getLink() {
            return address;
        }
    }
}
