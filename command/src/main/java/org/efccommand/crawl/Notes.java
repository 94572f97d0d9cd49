package org.efccommand.crawl;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/** Pages of the copy that stand for those that a visitor does not get, or gets elsewhere. */
final class Notes {

    private Notes() {}

    static String missing(URI page, int status) {
        return page("<p>" + Entities.escape(page.toString()) + ": " + status + "</p>", "");
    }

    static String moved(Optional<String> copied, URI target) {
        String address = Entities.escape(copied.orElse(target.toString()));
        return page(
                "<p><a href=\"" + address + "\">" + Entities.escape(target.toString()) + "</a></p>",
                "<meta http-equiv=\"refresh\" content=\"0; url=" + address + "\">\n");
    }

    private static String page(String body, String head) {
        return "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n" + head + "<title>–</title>\n" + body + "\n";
    }
}
