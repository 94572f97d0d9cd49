package org.efcpreview.authoring.asset;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.ValueFormatException;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.content.Links;
import org.efcpreview.repository.Stamps;

/** A file of the asset app. */
public record Asset(Node node) {
    /** The workspace that they are in. */
    public static final String WORKSPACE = "dam";

    /** The node below an asset that has the content. */
    static final String FILE = "jcr:content";

    /** What the key begins with that content refers to one by; its identifier follows. */
    public static final String KEY = "jcr:";

    /** Whether a node is an asset that is not marked as deleted. */
    public static boolean is(Node node) throws RepositoryException {
        return node.isNodeType("mgnl:asset") && !node.isNodeType("mgnl:deleted");
    }

    /** The file that content refers to by a key. */
    public static Optional<Asset> find(Session dam, String key) throws RepositoryException {
        try {
            Node node = key.startsWith(KEY) ? dam.getNodeByIdentifier(key.substring(KEY.length())) : null;
            return node != null && is(node) ? Optional.of(new Asset(node)) : Optional.empty();
        } catch (RepositoryException e) {
            // None of that identifier, or none that the user may see, or no identifier at all.
            return Optional.empty();
        }
    }

    /** What people call it. */
    public String title() throws RepositoryException {
        return NodeTexts.title(node);
    }

    /** What content refers to it by. */
    public String key() throws RepositoryException {
        return KEY + node.getIdentifier();
    }

    /** What it is downloaded as; empty if it has no content. */
    public String fileName() throws RepositoryException {
        return NodeTexts.first(node, FILE + "/fileName");
    }

    /** Such as {@code image/png}; empty if it has no content. */
    String type() throws RepositoryException {
        return NodeTexts.first(node, FILE + "/jcr:mimeType");
    }

    /** Whether a page can show it. */
    public boolean isImage() throws RepositoryException {
        return type().startsWith("image/");
    }

    /** Its size in thousands of bytes, rounded up. */
    public long kilobytes() throws RepositoryException {
        return (number("size") + 999) / 1000;
    }

    /** In pixels; 0 if it is no image or nobody knows. */
    public long width() throws RepositoryException {
        return number("width");
    }

    /** In pixels; 0 if it is no image or nobody knows. */
    public long height() throws RepositoryException {
        return number("height");
    }

    private long number(String name) throws RepositoryException {
        try {
            return JcrUtils.getLongProperty(node, FILE + "/" + name, 0);
        } catch (ValueFormatException e) {
            return 0;
        }
    }

    /** The address of its content, below the instance's context path. */
    public String address() throws RepositoryException {
        return Links.file(node);
    }

    /** How it compares with what visitors see. */
    public Stamps.Status status() throws RepositoryException {
        return Stamps.status(node);
    }
}
