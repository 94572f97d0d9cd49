package org.efcevents.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.health.CheckedNode;
import org.efcevents.pagetext.WordForms;
import org.efcevents.undo.Stored;

/** The people, or the work packages, that the archive has, by the names that a page may give them. */
final class KnownNames {

    private final Map<String, Node> byName = new HashMap<>();

    static KnownNames of(NodeType type, Contents contents, Session session) throws RepositoryException {
        KnownNames known = new KnownNames();
        for (CheckedNode one : contents.all(type)) {
            Node node = session.getNodeByIdentifier(one.id());
            for (String property : new String[] {"fullName", "code", "otherNames"}) {
                for (String name : Stored.of(node, property).map(Stored::values).orElse(List.of())) {
                    known.add(name, node);
                }
            }
        }
        return known;
    }

    void add(String name, Node node) {
        byName.putIfAbsent(WordForms.key(name), node);
    }

    Optional<Node> named(String name) {
        return Optional.ofNullable(byName.get(WordForms.key(name)));
    }
}
