package org.efccommand.crawl;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.BagWriter;
import org.efccommand.content.FilePaths;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Copies a site's pages, from some on to all that they lead to: the lists with their years and pages, each event, speaker and work package, in
 * each language. A list that a visitor has filtered is no page of its own here.
 */
public final class Crawl {

    /** The folder of the pages in a package. */
    public static final String FOLDER = "html/";

    private static final Set<String> QUERIES = Set.of("year", "page");
    private static final Set<String> NO_FILES = Set.of("json", "atom", "jsonfeed", "xml", "rss");

    /** So many pages are asked for at once. */
    private static final int AT_ONCE = 6;

    private record Asked(URI page, Future<Site.Answer> answer) {}

    private final Site site;
    private final BagWriter bag;
    private final Map<String, String> media;
    private final Progress progress;
    private final FilePaths paths = new FilePaths();
    private final Map<URI, String> files = new HashMap<>();
    private final Deque<URI> pages = new ArrayDeque<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Begins.
     *
     * @param media the files that are in the package already: their paths by their SHA-256
     */
    public Crawl(Site site, BagWriter bag, Map<String, String> media, Progress progress) {
        this.site = site;
        this.bag = bag;
        this.media = media;
        this.progress = progress;
    }

    /** Says that what an address gives is in the package already, at a path of its payload. */
    public void known(URI address, String path) {
        files.put(address, "../" + path);
    }

    /**
     * Copies.
     *
     * @param starts addresses of pages, the first of which becomes the first page of the copy
     * @return what the pages lead to and visitors do not get
     */
    public List<String> run(List<URI> starts) throws Exception {
        for (URI start : starts) {
            fileOf(start);
        }
        int copied = 0;
        ExecutorService asking = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Deque<Asked> asked = new ArrayDeque<>();
            while (!pages.isEmpty() || !asked.isEmpty()) {
                while (!pages.isEmpty() && asked.size() < 2 * AT_ONCE) {
                    URI page = pages.remove();
                    asked.add(new Asked(page, asking.submit(() -> site.get(page))));
                }
                // In their order, whichever comes first: the same site gives the same copy.
                copy(asked.peek().page(), asked.remove().answer().get());
                copied++;
                progress.step();
            }
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        } finally {
            asking.shutdownNow();
        }
        if (copied == missing.size()) {
            throw new Failure(Failure.REFUSED, "No page of " + site.address() + " is there for visitors");
        }
        if (!files.containsValue("index.html")) {
            String first = files.get(starts.get(0));
            bag.add(
                    FOLDER + "index.html",
                    ("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"0; url="
                                    + first + "\">\n<title>" + first + "</title>\n<p><a href=\"" + first + "\">" + first
                                    + "</a></p>\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        return missing;
    }

    /** The path of the file that an address is in, from the folder of the pages; empty if it is not copied. */
    Optional<String> fileOf(URI wanted) throws Failure, IOException {
        URI address = withoutFragment(wanted);
        if (!files.containsKey(address)) {
            if (!site.has(address)) {
                return Optional.empty();
            }
            String path = address.getPath().substring(site.address().getPath().length());
            boolean page = path.endsWith(".html") || path.endsWith("/") || path.isEmpty();
            if (page && isList(address)) {
                files.put(address, paths.unique(pagePath(path, address.getRawQuery())));
                pages.add(address);
            } else if (!page && address.getRawQuery() == null && !NO_FILES.contains(extension(path))) {
                resource(address, path);
            } else {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(files.get(address));
    }

    /** Whether an address is one of the site's, copied or not. */
    boolean isOfSite(URI address) {
        return site.has(address);
    }

    private static boolean isList(URI address) {
        return address.getRawQuery() == null
                || Arrays.stream(address.getRawQuery().split("&"))
                        .allMatch(pair -> pair.matches("\\w+=\\w+") && QUERIES.contains(pair.replaceFirst("=.*", "")));
    }

    private static String pagePath(String path, String query) {
        String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        return query == null
                ? file
                : Arrays.stream(query.split("&"))
                        .sorted()
                        .map(pair -> "." + pair.replace('=', '-'))
                        .collect(Collectors.joining("", file.replaceFirst("\\.html$", ""), ".html"));
    }

    private static String extension(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static URI withoutFragment(URI address) {
        String text = address.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? address : URI.create(text.substring(0, hash));
    }

    private void copy(URI page, Site.Answer answer) throws Failure, IOException {
        String file = files.get(page);
        if (answer.status() >= 300
                && answer.status() < 400
                && !answer.location().isEmpty()) {
            URI target = page.resolve(answer.location());
            Optional<String> copied = fileOf(target);
            bag.add(FOLDER + file, bytes(Notes.moved(copied.map(to -> Links.between(file, to)), target)));
        } else if (answer.status() != 200 || !answer.isHtml()) {
            missing.add(page + " answers " + answer.status());
            bag.add(FOLDER + file, bytes(Notes.missing(page, answer.status())));
        } else {
            Document document =
                    Parser.htmlParser().parseInput(new String(answer.body(), StandardCharsets.UTF_8), page.toString());
            new PageCopy(this, document, file).make();
            bag.add(FOLDER + file, bytes(document.outerHtml()));
        }
    }

    private void resource(URI address, String path) throws Failure, IOException {
        // Before it is read: it may refer to itself.
        files.put(address, null);
        Site.Answer answer = site.get(address);
        if (answer.status() != 200) {
            missing.add(address + " answers " + answer.status());
            return;
        }
        String digest = DigestUtils.sha256Hex(answer.body());
        if (media.containsKey(digest)) {
            files.put(address, "../" + media.get(digest));
            return;
        }
        String file = paths.unique(path);
        files.put(address, file);
        if (answer.type().startsWith("text/css")) {
            String styles = new Styles(this, address, file).copied(new String(answer.body(), StandardCharsets.UTF_8));
            bag.add(FOLDER + file, bytes(styles));
        } else {
            bag.add(FOLDER + file, answer.body());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
