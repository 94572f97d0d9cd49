package org.efccommand.content;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The paths of files in a package: of a picture or document that of its asset, as editors know it. Each is given once, whatever the letters'
 * case, and can be the name of a file on every system.
 */
public final class FilePaths {

    private final Set<String> taken = new HashSet<>();

    /**
     * What a binary value's file could be called.
     *
     * @param node the path of the node that has it
     * @param fileName what the file is called; empty if nothing says so
     */
    public static String wanted(String workspace, String node, String property, String fileName) {
        boolean ofAsset = workspace.equals("dam") && node.endsWith("/jcr:content") && property.equals("jcr:data");
        String path = ofAsset
                ? "media" + node.substring(0, node.length() - "/jcr:content".length())
                : "files/" + workspace + node + "/" + property;
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 || !ofAsset ? "" : fileName.substring(dot);
        return path.toLowerCase(Locale.ROOT).endsWith(extension.toLowerCase(Locale.ROOT)) ? path : path + extension;
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
