package org.efcevents.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.health.CheckedContent;
import org.efcevents.health.CheckedNode;

/**
 * What checks need to know of everything in the archive, whoever may see it. Kept once somebody has asked, which only editors do, in the
 * default language with titles in all.
 */
final class CheckedNodes implements Renewable {

    private final ContentLanguages languages;
    private final Map<UUID, CheckedNode> nodes = new ConcurrentHashMap<>();
    private final CheckedFiles files = new CheckedFiles();

    CheckedNodes(Session all, String defaultLanguage) throws RepositoryException {
        this.languages = new ContentLanguages(defaultLanguage, defaultLanguage);
        readAll(all);
    }

    @Override
    public void readAll(Session all) throws RepositoryException {
        nodes.clear();
        for (NodesBelow below : NodesBelow.CONTENT) {
            below.all(all, this::put);
        }
    }

    @Override
    public void read(Session all, Set<UUID> changed) throws RepositoryException {
        for (UUID id : changed) {
            nodes.remove(id);
            for (NodesBelow below : NodesBelow.CONTENT) {
                below.of(all, id.toString(), this::put);
            }
        }
    }

    private void put(Node node) {
        ContentNode content = new ContentNode(node, languages);
        if (!content.isDeleted()) {
            CheckedNode read = CheckedNode.of(content, languages);
            nodes.put(UUID.fromString(read.id()), read);
        }
    }

    /**
     * All of them, in no particular order, and the files that they offer.
     *
     * @param all a session that sees everything
     * @param language that of whoever asks
     */
    CheckedContent content(Session all, String language) throws RepositoryException {
        List<CheckedNode> present =
                nodes.values().stream().map(node -> node.in(language)).toList();
        return new CheckedContent(
                present,
                files.of(
                        present.stream()
                                .flatMap(node -> node.files().stream())
                                .map(file -> UUID.fromString(file.file()))
                                .collect(Collectors.toSet()),
                        all));
    }

    /** Observes no files any more. */
    void close() {
        files.close();
    }
}
