package org.efccommand.archive;

import java.util.ArrayList;
import java.util.List;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.Bag;
import org.efccommand.content.Nodes;
import org.efccommand.content.Workspace;

/** Brings a package into a preview, node for node: its workspaces then are as those of the package, and have nothing else. */
public record PreviewImport(Bag bag, PreviewHome home, Progress progress) {

    /** What would change. A home that is not there yet has nothing. */
    public List<Comparison> compare() throws Exception {
        return home.isNew() ? compared(null) : home.read(this::compared);
    }

    private List<Comparison> compared(PreviewHome.Sessions there) throws Exception {
        List<Comparison> all = new ArrayList<>();
        for (String instance : PreviewHome.INSTANCES) {
            for (String workspace : Contents.workspaces(bag, instance)) {
                progress.begin("Comparing " + workspace + " (" + instance + ")");
                Nodes target = there == null ? Nodes.NONE : new Workspace(there.of(instance, workspace));
                all.add(Comparison.of(instance, workspace, Contents.of(bag, instance, workspace), target));
            }
        }
        return all;
    }

    /** Writes what differs, and looks whether all is there then. If anything fails, the home is as it was. */
    public void write(List<Comparison> differences) throws Exception {
        home.write(sessions -> {
            for (Comparison difference : differences) {
                String instance = difference.instance();
                String workspace = difference.workspace();
                if (!difference.isNone()) {
                    progress.begin("Writing " + workspace + " (" + instance + ")");
                    Workspace target = new Workspace(sessions.of(instance, workspace));
                    target.clear();
                    target.add(Contents.of(bag, instance, workspace).counted(progress::step), bag);
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
