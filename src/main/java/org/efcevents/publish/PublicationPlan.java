package org.efcevents.publish;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.Contents;
import org.efcevents.archive.Desk;
import org.efcevents.archive.NeededParts;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.PublishedState;
import org.efcevents.health.CheckedFile;
import org.efcevents.health.CheckedNode;
import org.efcevents.publish.Publishable.Kind;

/** Events with the people, work packages and files that they show, and the folders in which all of these lie and which are not published. */
public final class PublicationPlan {

    /** What Magnolia asks of who publishes ({@code info.magnolia.ui.availability.rule.JcrWritePermissionRule}). */
    private static final String WRITE = "read,set_property,add_node";

    /** Only what is the same in all languages is read. */
    private static final ContentLanguages NEUTRAL = new ContentLanguages("en", "en");

    private final Map<String, Found> found = new LinkedHashMap<>();

    /** What is known of it so far. */
    private static final class Found {
        private final Kind kind;
        private final Node node;
        private final String title;
        private final List<String> neededBy = new ArrayList<>();
        private boolean revealing;

        Found(Kind kind, Node node, String title) {
            this.kind = kind;
            this.node = node;
            this.title = title;
        }

        Publishable publishable() throws RepositoryException {
            Session session = node.getSession();
            return new Publishable(
                    kind,
                    session.getWorkspace().getName(),
                    node.getIdentifier(),
                    node.getPath(),
                    title,
                    new ContentNode(node, NEUTRAL).publishedState(),
                    neededBy.stream().distinct().toList(),
                    session.hasPermission(node.getPath(), WRITE),
                    revealing);
        }
    }

    private PublicationPlan() {}

    /**
     * What events need, each once, in the order in which it can be published. What the editor may not read, and what is marked as deleted, is
     * left out.
     *
     * @param files the editor's session of the workspace {@code dam}; null if there is none
     */
    public static List<Publishable> of(Collection<CheckedNode> events, Desk desk, Session files)
            throws RepositoryException {
        PublicationPlan plan = new PublicationPlan();
        Contents contents = desk.contents();
        Map<CheckedNode, NeededParts> needs = new LinkedHashMap<>();
        events.forEach(event -> needs.put(event, desk.neededBy(event.id())));
        Map<String, Node> assets = assets(
                files,
                needs.values().stream()
                        .flatMap(parts -> parts.files().stream())
                        .distinct()
                        .toList());
        for (Map.Entry<CheckedNode, NeededParts> need : needs.entrySet()) {
            CheckedNode event = need.getKey();
            plan.add(Kind.EVENT, desk.session().getNodeByIdentifier(event.id()), event.title(), event.title());
            for (ContentNode part : need.getValue().parts()) {
                plan.add(
                        part.isA(NodeType.SPEAKER) ? Kind.SPEAKER : Kind.WORK_PACKAGE,
                        desk.session().getNodeByIdentifier(part.id()),
                        contents.with(part.id()).map(CheckedNode::title).orElse(part.name()),
                        event.title());
            }
            for (String id : need.getValue().files()) {
                if (assets.containsKey(id)) {
                    Found file = plan.add(Kind.FILE, assets.get(id), title(assets.get(id)), event.title());
                    file.revealing |=
                            need.getValue().isRestricted(id) && !CheckedFile.isForMembers(file.node.getPath());
                }
            }
        }
        List<Publishable> all = new ArrayList<>();
        for (Found each : plan.found.values()) {
            all.add(each.publishable());
        }
        all.sort(Comparator.comparing(Publishable::kind).thenComparing(Publishable::path));
        return List.copyOf(all);
    }

    private Found add(Kind kind, Node node, String title, String neededBy) throws RepositoryException {
        for (Node folder : unpublishedAbove(node)) {
            found(Kind.FOLDER, folder, folder.getName()).neededBy.add(neededBy);
        }
        Found there = found(kind, node, title);
        there.neededBy.add(neededBy);
        return there;
    }

    private Found found(Kind kind, Node node, String title) throws RepositoryException {
        return found.computeIfAbsent(node.getIdentifier(), id -> new Found(kind, node, title));
    }

    /** Magnolia publishes nothing below what is not published. */
    private static List<Node> unpublishedAbove(Node node) throws RepositoryException {
        List<Node> unpublished = new ArrayList<>();
        try {
            for (Node above = node.getParent(); above.getDepth() > 0; above = above.getParent()) {
                if (new ContentNode(above, NEUTRAL).publishedState() == PublishedState.NONE) {
                    unpublished.add(above);
                }
            }
        } catch (AccessDeniedException | ItemNotFoundException notForTheEditor) {
            // Whoever may read it may say so.
        }
        return unpublished;
    }

    private static Map<String, Node> assets(Session files, List<String> ids) throws RepositoryException {
        Map<String, Node> assets = new LinkedHashMap<>();
        Session unwrapped = null;
        for (String id : ids) {
            try {
                if (files != null && unwrapped == null) {
                    unwrapped = unwrapped(files.getNodeByIdentifier(id));
                }
                Node asset = unwrapped == null ? null : unwrapped.getNodeByIdentifier(id);
                if (asset != null && asset.isNodeType("mgnl:asset") && !asset.isNodeType("mgnl:deleted")) {
                    assets.put(id, asset);
                }
            } catch (ItemNotFoundException goneOrForbidden) {
                // Checks tell of files that are gone.
            }
        }
        return assets;
    }

    /** As {@link org.efcevents.templating.EventTemplatingFunctions} does: what a query finds is not escaped. */
    private static Session unwrapped(Node node) throws RepositoryException {
        NodeIterator found = node.getSession()
                .getWorkspace()
                .getQueryManager()
                .createQuery("//*[@jcr:uuid = '" + node.getIdentifier() + "']", "xpath")
                .execute()
                .getNodes();
        return found.hasNext() ? found.nextNode().getSession() : node.getSession();
    }

    private static String title(Node asset) throws RepositoryException {
        ContentNode read = new ContentNode(asset, NEUTRAL);
        return read.rawText("title") == null ? read.name() : read.rawText("title");
    }
}
