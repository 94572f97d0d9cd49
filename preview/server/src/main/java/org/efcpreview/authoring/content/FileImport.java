package org.efcpreview.authoring.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Refusal;
import org.efcpreview.repository.Bootstrap;
import org.efcpreview.repository.Parts;
import org.efcpreview.repository.Siblings;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;

/**
 * Imports of files below a node ({@code JcrImportCommand}). A file may come from another instance: what it says of publication
 * is not so here.
 *
 * @param lifecycle keeps a version of what a file replaces
 * @param user who imports
 */
public record FileImport(Lifecycle lifecycle, User user) {
    /**
     * Imports a file and saves.
     *
     * @param replace whether an item of the same name is replaced, of which a version is kept; refused otherwise
     * @return the names of what was imported
     */
    public List<String> run(Node parent, String fileName, InputStream content, boolean replace)
            throws RepositoryException, IOException, Refusal {
        ByteBuffer bytes = ByteBuffer.wrap(content.readAllBytes());
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        Bootstrap.File file = new Bootstrap.File(fileName, text);
        Map<String, Replaced> replaced = new HashMap<>();
        for (String name : Bootstrap.names(file)) {
            if (parent.hasNode(name)) {
                if (!replace) {
                    throw new Refusal("browser.import.exists", name);
                }
                replaced.put(name, remove(parent.getNode(name)));
            }
        }
        List<String> names = new ArrayList<>();
        for (Node added : Bootstrap.addTo(parent, file)) {
            names.add(added.getName());
            forgetPublication(added);
            Replaced old = replaced.get(added.getName());
            if (old != null && old.identifier().equals(added.getIdentifier())) {
                for (Map.Entry<String, Value> stamp : old.publication().entrySet()) {
                    added.setProperty(stamp.getKey(), stamp.getValue());
                }
                added.addMixin("mgnl:hasVersion");
                Stamps.modified(added, user.name(), Calendar.getInstance());
            }
            if (old != null) {
                Siblings.before(added, old.next());
            }
        }
        parent.getSession().save();
        return names;
    }

    /** What gives way to an item of a file. */
    private record Replaced(String next, String identifier, Map<String, Value> publication) {}

    private Replaced remove(Node old) throws RepositoryException, Refusal {
        for (Node child : JcrUtils.getChildNodes(old)) {
            if (Parts.isContent(child)) {
                throw new Refusal("browser.import.notEmpty", old.getName());
            }
        }
        lifecycle.keep(old, user, Lifecycle.REPLACED);
        Map<String, Value> publication = new HashMap<>();
        for (String name : Stamps.PUBLICATION) {
            if (old.hasProperty(name)) {
                publication.put(name, old.getProperty(name).getValue());
            }
        }
        Replaced replaced = new Replaced(Siblings.nameAfter(old), old.getIdentifier(), publication);
        old.remove();
        return replaced;
    }

    private static void forgetPublication(Node node) throws RepositoryException {
        for (String name : Stamps.PUBLICATION) {
            if (node.hasProperty(name)) {
                node.getProperty(name).remove();
            }
        }
        if (node.isNodeType("mgnl:hasVersion")) {
            node.removeMixin("mgnl:hasVersion");
        }
        for (Node child : JcrUtils.getChildNodes(node)) {
            forgetPublication(child);
        }
    }
}
