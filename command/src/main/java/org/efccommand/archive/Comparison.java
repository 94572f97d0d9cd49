package org.efccommand.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efccommand.content.NodeConsumer;
import org.efccommand.content.NodeLines;
import org.efccommand.content.RepositoryReader;
import org.efccommand.content.StoredFiles;

/**
 * What a workspace of a package has that one of a repository does not have so.
 *
 * @param same how many nodes are in both, with all that they have
 * @param changed how many are in both and differ
 * @param added how many are in the package alone
 * @param gone how many are in the repository alone
 * @param ordered whether those of both come in the same order
 */
public record Comparison(
        String instance, String workspace, int same, int changed, int added, int gone, boolean ordered) {

    static Comparison of(String instance, String workspace, Path lines, Session target)
            throws RepositoryException, IOException, Failure {
        Map<String, String> there = new HashMap<>();
        List<String> order = new ArrayList<>();
        new RepositoryReader(target, StoredFiles.NOWHERE).read(node -> {
            there.put(node.path(), Contents.digest(node.whole()));
            order.add(node.path());
        });
        int[] counts = new int[3];
        List<String> wanted = new ArrayList<>();
        NodeConsumer comparing = node -> {
            String known = there.remove(node.path());
            counts[known == null ? 2 : known.equals(Contents.digest(node.whole())) ? 0 : 1]++;
            if (known != null) {
                wanted.add(node.path());
            }
        };
        NodeLines.read(lines, comparing);
        order.removeAll(there.keySet());
        return new Comparison(instance, workspace, counts[0], counts[1], counts[2], there.size(), order.equals(wanted));
    }

    /** Whether nothing differs. */
    public boolean isNone() {
        return changed + added + gone == 0 && ordered;
    }

    /** Whether taking the package's content takes away, or changes, something that is there. */
    public boolean loses() {
        return changed + gone > 0 || !ordered;
    }

    @Override
    public String toString() {
        return "%s (%s): %d nodes as they are, %d to be changed, %d to be added, %d to be taken away%s"
                .formatted(workspace, instance, same, changed, added, gone, ordered ? "" : ", another order");
    }
}
