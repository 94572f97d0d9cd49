package org.efcpreview.content;

/**
 * Which addresses show nodes of which workspace (rules: {@code info.magnolia.cms.beans.config.URI2RepositoryMapping}).
 *
 * @param uriPrefix such as {@code /events/}; empty for the website
 * @param workspace where the nodes lie
 * @param handlePrefix what stands before the rest of the address in the workspace; may be empty
 */
public record WorkspaceMapping(String uriPrefix, String workspace, String handlePrefix) {
    /** What holds for an address that no other mapping matches. */
    public static final WorkspaceMapping WEBSITE = new WorkspaceMapping("", "website", "");

    /** Tells whether the mapping is for the address; its extension does not count. */
    public boolean matches(String uri) {
        String clean = withoutExtension(uri);
        return clean.equals(uriPrefix) || clean.startsWith(uriPrefix.endsWith("/") ? uriPrefix : uriPrefix + "/");
    }

    /** The path in the workspace that an address stands for. */
    public String handle(String uri) {
        String rest = uri.startsWith(uriPrefix) ? uri.substring(uriPrefix.length()) : uri;
        rest = withoutExtension(rest.startsWith("/") ? rest : "/" + rest);
        if (!handlePrefix.isEmpty()) {
            boolean there = (rest + "/").startsWith(handlePrefix + "/") && handlePrefix.lastIndexOf('/') == 0;
            rest = handlePrefix + "/" + (there ? rest.substring(handlePrefix.length()) : rest);
        }
        return clean(rest);
    }

    /** The address of a path in the workspace. */
    String uri(String path, String extension) {
        String uri = path.startsWith(handlePrefix) ? path.substring(handlePrefix.length()) : path;
        uri = uriPrefix.isEmpty() ? uri : uriPrefix + "/" + uri;
        if (!uri.isEmpty() && !extension.isEmpty() && !uri.endsWith("/")) {
            uri += "." + extension;
        }
        return clean(uri);
    }

    private static String withoutExtension(String uri) {
        int dot = uri.lastIndexOf('.');
        return dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
    }

    private static String clean(String path) {
        return ("/" + path).replaceAll("/{2,}", "/");
    }
}
