package org.efccommand.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.content.NodeLines;
import org.efccommand.content.RepositoryWriter;
import org.efccommand.preview.PreviewHome;
import org.efcpreview.repository.OpenSessions;

/** Brings a package into a preview, node for node: its workspaces then are as those of the package, and have nothing else. */
public record PreviewImport(Bag bag, PreviewHome home, Progress progress) {

    /** What would change. A home that is not there yet has nothing. */
    public List<Comparison> compare() throws Failure, IOException {
        if (home.isNew()) {
            List<Comparison> all = new ArrayList<>();
            for (String instance : PreviewHome.INSTANCES) {
                for (String workspace : Contents.workspaces(bag, instance)) {
                    int[] nodes = new int[1];
                    Contents.read(bag, instance, workspace, node -> nodes[0]++);
                    all.add(new Comparison(instance, workspace, 0, 0, nodes[0], 0, true));
                }
            }
            return all;
        }
        return home.read(this::compared);
    }

    private List<Comparison> compared(Map<String, OpenSessions> sessions)
            throws RepositoryException, IOException, Failure {
        List<Comparison> all = new ArrayList<>();
        for (Map.Entry<String, OpenSessions> instance : sessions.entrySet()) {
            for (String workspace : Contents.workspaces(bag, instance.getKey())) {
                progress.begin("Comparing " + workspace + " (" + instance.getKey() + ")");
                all.add(Comparison.of(
                        instance.getKey(),
                        workspace,
                        bag.file(Contents.path(instance.getKey(), workspace)),
                        instance.getValue().session(workspace)));
            }
        }
        return all;
    }

    /** Writes what differs, and looks whether all is there then. If anything fails, the home is as it was. */
    public void write(List<Comparison> differences) throws Failure, IOException {
        home.write(sessions -> {
            for (Comparison difference : differences) {
                if (!difference.isNone()) {
                    progress.begin("Writing " + difference.workspace() + " (" + difference.instance() + ")");
                    Session session = sessions.get(difference.instance()).session(difference.workspace());
                    RepositoryWriter writer = new RepositoryWriter(session, bag);
                    writer.clear();
                    NodeLines.read(bag.file(Contents.path(difference.instance(), difference.workspace())), node -> {
                        writer.accept(node);
                        progress.step();
                    });
                    writer.save();
                }
            }
            for (Comparison left : compared(sessions)) {
                if (!left.isNone()) {
                    throw new Failure(Failure.BROKEN, "Not all could be written, so nothing was: " + left);
                }
            }
            return null;
        });
    }
}
