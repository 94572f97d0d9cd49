package org.efccommand.crawl;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efccommand.Failure;

/** A style sheet, or a style in a page, whose addresses lead to files of the copy. */
final class Styles {

    private static final Pattern ADDRESS = Pattern.compile(
            "url\\(\\s*(?<quote>[\"']?)(?<url>[^\"')]+)\\k<quote>\\s*\\)|@import\\s+(?<mark>[\"'])(?<import>[^\"']+)\\k<mark>");

    private final Crawl crawl;
    private final URI address;
    private final String file;

    Styles(Crawl crawl, URI address, String file) {
        this.crawl = crawl;
        this.address = address;
        this.file = file;
    }

    String copied(String styles) throws Failure, IOException {
        Matcher matcher = ADDRESS.matcher(styles);
        StringBuilder copy = new StringBuilder();
        while (matcher.find()) {
            boolean url = matcher.group("url") != null;
            String written = url ? matcher.group("url") : matcher.group("import");
            Optional<URI> whole = Links.whole(address, written);
            Optional<String> target = whole.isPresent() ? crawl.fileOf(whole.get()) : Optional.empty();
            String now = target.map(to -> Links.between(file, to)).orElse(written);
            matcher.appendReplacement(
                    copy, Matcher.quoteReplacement(url ? "url(\"" + now + "\")" : "@import \"" + now + "\""));
        }
        return matcher.appendTail(copy).toString();
    }
}
