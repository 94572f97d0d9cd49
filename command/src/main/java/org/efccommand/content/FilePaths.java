package org.efccommand.content;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The paths of files in a package: of a picture or document that of its asset, as editors know it. Each is given once, whatever the letters'
 * case, and can be the name of a file on every system.
 */
public final class FilePaths {

    private final Set<String> taken = new HashSet<>();

    /** A new one for what a property of a node has. */
    public String of(String workspace, StoredNode node, String property) {
        String media = "/jcr:content";
        if (!workspace.equals("dam") || !node.path().endsWith(media) || !property.equals("jcr:data")) {
            return unique("files/" + workspace + node.path() + "/" + property);
        }
        String path = "media" + StringUtils.removeEnd(node.path(), media);
        String name = Stream.concat(
                        node.values("fileName").stream(),
                        node.values("extension").stream().map(extension -> "." + extension))
                .findFirst()
                .orElse("");
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        return unique(StringUtils.appendIfMissingIgnoreCase(path, extension));
    }

    /** A path with slashes as one that every system can have. */
    public String unique(String wanted) {
        StringBuilder safe = new StringBuilder();
        for (String part : wanted.split("/")) {
            String name = part.replaceAll("[^\\p{L}\\p{N}._~,+=@()-]", "_").replaceAll("^\\.|\\.$", "_");
            safe.append(safe.isEmpty() ? "" : "/").append(name.isEmpty() ? "_" : name);
        }
        int dot = safe.indexOf(".", safe.lastIndexOf("/") + 1);
        String stem = dot < 0 ? safe.toString() : safe.substring(0, dot);
        String end = dot < 0 ? "" : safe.substring(dot);
        String path = safe.toString();
        for (int number = 2; !taken.add(path.toLowerCase(Locale.ROOT)); number++) {
            path = stem + "~" + number + end;
        }
        return path;
    }
}
