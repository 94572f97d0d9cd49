package org.efccommand.crawl;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efccommand.Failure;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page whose addresses lead to files of the copy. What needs a server is taken out: forms, scripts, what members sign in with, feeds. What leads
 * to something of the site that is not copied stays as words.
 */
final class PageCopy {

    private final Crawl crawl;
    private final Document document;
    private final URI address;
    private final String file;

    /** @param file where it will be */
    PageCopy(Crawl crawl, Document document, String file) {
        this.crawl = crawl;
        this.document = document;
        this.address = URI.create(document.location());
        this.file = file;
    }

    void make() throws Failure, IOException {
        document.outputSettings().prettyPrint(false);
        document.select(
                        "form, script:not([type=application/ld+json]), base, link[rel~=(?i)alternate|preload|search|manifest]")
                .remove();
        for (Element link : document.select("a[href], area[href]")) {
            lead(link);
        }
        for (Element link : document.select("link[href]:not([rel=canonical])")) {
            replace(link, "href", true);
        }
        for (String attribute : List.of("src", "poster", "data")) {
            for (Element element : document.select("[" + attribute + "]")) {
                replace(element, attribute, false);
            }
        }
        for (Element element : document.select("[srcset]")) {
            element.attr("srcset", srcset(element.attr("srcset")));
        }
        Styles styles = new Styles(crawl, address, file);
        for (Element element : document.select("style")) {
            element.text(styles.copied(element.data()));
        }
        for (Element element : document.select("[style*=url(]")) {
            element.attr("style", styles.copied(element.attr("style")));
        }
    }

    private void lead(Element link) throws Failure, IOException {
        String written = link.attr("href");
        if (written.startsWith("#") || written.matches("(?i)(?:mailto|tel):.*")) {
            return;
        }
        Optional<URI> whole = Links.whole(address, written);
        Optional<String> target = whole.isPresent() ? crawl.fileOf(whole.get()) : Optional.empty();
        if (target.isPresent()) {
            String fragment = whole.get().getRawFragment();
            link.attr("href", Links.between(file, target.get()) + (fragment == null ? "" : "#" + fragment));
        } else if (whole.isEmpty() || crawl.isOfSite(whole.get())) {
            link.tagName("span").clearAttributes();
        }
    }

    private void replace(Element element, String attribute, boolean needed) throws Failure, IOException {
        Optional<URI> whole = Links.whole(address, element.attr(attribute));
        Optional<String> target = whole.isPresent() ? crawl.fileOf(whole.get()) : Optional.empty();
        if (target.isPresent()) {
            element.attr(attribute, Links.between(file, target.get()));
        } else if (needed && whole.isPresent() && crawl.isOfSite(whole.get())) {
            element.remove();
        }
    }

    private String srcset(String written) throws Failure, IOException {
        List<String> candidates = new ArrayList<>();
        for (String candidate : written.strip().split("\\s*,\\s+|,(?=\\S+\\s)")) {
            String[] parts = candidate.strip().split("\\s+", 2);
            Optional<URI> whole = Links.whole(address, parts[0]);
            Optional<String> target = whole.isPresent() ? crawl.fileOf(whole.get()) : Optional.empty();
            candidates.add(target.map(to -> Links.between(file, to)).orElse(parts[0])
                    + (parts.length > 1 ? " " + parts[1] : ""));
        }
        return String.join(", ", candidates);
    }
}
