package org.efccommand.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.efccommand.content.Nodes;
import org.efccommand.content.StoredNode;

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

    static Comparison of(String instance, String workspace, Nodes wanted, Nodes target) throws Exception {
        Map<String, String> there = new HashMap<>();
        List<String> order = new ArrayList<>();
        target.each(node -> {
            there.put(node.path(), digest(node));
            order.add(node.path());
        });
        int[] counts = new int[3];
        List<String> inBoth = new ArrayList<>();
        wanted.each(node -> {
            String known = there.remove(node.path());
            counts[known == null ? 2 : known.equals(digest(node)) ? 0 : 1]++;
            if (known != null) {
                inBoth.add(node.path());
            }
        });
        order.removeAll(there.keySet());
        return new Comparison(instance, workspace, counts[0], counts[1], counts[2], there.size(), order.equals(inBoth));
    }

    private static String digest(StoredNode node) {
        return DigestUtils.sha256Hex(node.withoutFiles().toString());
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
