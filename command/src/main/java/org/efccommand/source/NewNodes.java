package org.efccommand.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efccommand.archive.Scratch;
import org.efccommand.content.Nodes;
import org.efccommand.content.Workspace;

/** The nodes that an import would make in an archive that is elsewhere. They are made in a copy of it, and taken from there. */
public record NewNodes(Scratch scratch) {

    private static final String EVENTS = "efc-events";

    /** The workspaces that they are in: the files first, which events lead to. */
    public static final List<String> WORKSPACES = List.of("dam", EVENTS);

    /**
     * What is new in a workspace.
     *
     * @param copy the workspace, with what was there
     * @param paths of the new nodes
     */
    public record Made(Workspace copy, Set<String> paths) {}

    /** Takes what was made. */
    @FunctionalInterface
    public interface Taking {
        /** @param made by workspaces */
        void take(SourceImport.Outcome outcome, Map<String, Made> made) throws Exception;
    }

    /**
     * Makes them.
     *
     * @param there what the archive has; empty for one that has its folders alone
     */
    public void make(SourceImport source, Optional<Nodes> there, Taking taking) throws Exception {
        scratch.with(sessions -> {
            Map<String, Made> made = new LinkedHashMap<>();
            for (String workspace : WORKSPACES) {
                Workspace copy = new Workspace(sessions.of("author", workspace));
                if (workspace.equals(EVENTS)) {
                    fill(copy, there);
                }
                made.put(workspace, new Made(copy, paths(copy)));
            }
            SourceImport.Outcome outcome = source.in(
                    made.get(EVENTS).copy().session(), made.get("dam").copy().session(), true);
            for (Map.Entry<String, Made> each : made.entrySet()) {
                Set<String> paths = paths(each.getValue().copy());
                paths.removeAll(each.getValue().paths());
                each.setValue(new Made(each.getValue().copy(), paths));
            }
            taking.take(outcome, made);
            return null;
        });
    }

    private static void fill(Workspace copy, Optional<Nodes> there) throws Exception {
        if (there.isPresent()) {
            copy.clear();
            copy.add(there.get().ofArchive(), null);
            return;
        }
        for (Node folder : copy.tops()) {
            for (Node node : JcrUtils.getChildNodes(folder)) {
                if (!node.isNodeType("mgnl:folder")) {
                    node.remove();
                }
            }
        }
        copy.session().save();
    }

    /** Not those of the source as the desk keeps it, and its steps. */
    private static Set<String> paths(Workspace workspace) throws Exception {
        Set<String> paths = new HashSet<>();
        workspace.ofArchive().each(node -> paths.add(node.path()));
        return paths;
    }
}
