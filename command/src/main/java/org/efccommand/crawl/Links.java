package org.efccommand.crawl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses in pages, and the way from one file of a copy to another. */
final class Links {

    private Links() {}

    /** An address as it stands in a page, whole; empty if it is none, or of a kind that is not fetched. */
    static Optional<URI> whole(URI page, String written) {
        try {
            // URI.resolve takes a query alone for one of the folder (RFC 2396).
            URI whole = written.startsWith("?")
                    ? URI.create(page.toString().replaceFirst("[?#].*", "") + written)
                    : page.resolve(new URI(written.strip().replace(" ", "%20")));
            return whole.getScheme() != null && whole.getScheme().matches("https?") && whole.getRawPath() != null
                    ? Optional.of(whole)
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The relative address that leads from one file to another. */
    static String between(String from, String to) {
        String[] source = from.split("/");
        String[] target = to.split("/");
        int common = 0;
        while (common < source.length - 1 && common < target.length - 1 && source[common].equals(target[common])) {
            common++;
        }
        StringBuilder way = new StringBuilder("../".repeat(source.length - 1 - common));
        for (int i = common; i < target.length; i++) {
            way.append(i == common ? "" : "/").append(encoded(target[i]));
        }
        return way.toString();
    }

    private static String encoded(String name) {
        try {
            String path = new URI(null, null, "/" + name, null).toASCIIString().substring(1);
            return path.contains(":") ? "./" + path : path;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
