package org.efccommand.archive;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.function.FailableFunction;
import org.efccommand.Failure;
import org.efccommand.Progress;
import org.efccommand.bag.BagWriter;
import org.efccommand.bag.Packages;
import org.efccommand.crawl.Channels;
import org.efccommand.crawl.Crawl;
import org.efccommand.crawl.Site;
import org.efccommand.rest.Magnolia;
import org.efcevents.journal.JournalStore;
import org.efcpreview.web.PreviewServer;

/**
 * Takes a whole archive out, into a package.
 *
 * @param starts the pages from which all others can be reached, relative to the site's address
 * @param organisation whose archive it is; empty if nobody says
 * @param day on which the package is made
 */
public record Export(List<String> starts, Optional<String> organisation, LocalDate day, Progress progress) {

    /** The pages of a site as the module brings them. */
    public static final List<String> STARTS = List.of("events.html", "speakers.html", "work-packages.html");

    /** What a preview is called in a package, wherever it is served to make it: the same archive gives the same package. */
    private static final URI PREVIEW = URI.create("http://localhost:8080/");

    /**
     * What was taken out.
     *
     * @param missing what pages lead to and visitors do not get
     */
    public record Result(Path place, List<String> missing) {}

    /** Out of a preview that is not running. */
    public Result of(PreviewHome home, Path place, boolean zip) throws Exception {
        if (home.isNew()) {
            throw new Failure(Failure.NOT_RIGHT, "There is no preview's home at " + home.folder());
        }
        return make(place, zip, PREVIEW, bag -> {
            Contents contents = new Contents(bag, progress);
            contents.take(home, workspace -> !workspace.equals(JournalStore.WORKSPACE));
            List<String> missing;
            try (PreviewServer server = home.serve()) {
                missing = pages(new Site(server.address(), PREVIEW), bag, contents.media());
            }
            // The first visitor of an archive begins its journal.
            contents.take(home, JournalStore.WORKSPACE::equals);
            return missing;
        });
    }

    /**
     * Out of a running site.
     *
     * @param address of its pages for visitors
     * @param author where its content is read; empty to take pages and channels only
     */
    public Result of(URI address, Optional<Magnolia> author, Path place, boolean zip) throws Exception {
        return make(place, zip, address, bag -> {
            Contents contents = new Contents(bag, progress);
            if (author.isPresent()) {
                contents.take(author.get());
            }
            return pages(new Site(address, address), bag, contents.media());
        });
    }

    private Result make(
            Path place, boolean zip, URI address, FailableFunction<BagWriter, List<String>, Exception> making)
            throws Exception {
        if (Files.exists(place)) {
            throw new Failure(Failure.NOT_RIGHT, place + " is there already; nothing was written");
        }
        String name = place.getFileName().toString();
        Path folder =
                zip ? place.resolveSibling("." + name + ".folder").resolve(name.replaceFirst("\\.zip$", "")) : place;
        try (BagWriter bag = BagWriter.at(folder)) {
            List<String> missing = making.apply(bag);
            progress.begin("Manifests");
            bag.finish(info(address));
            if (zip) {
                progress.begin("ZIP file");
                Packages.pack(folder, place);
            }
            progress.clear();
            return new Result(place, missing);
        } finally {
            if (zip) {
                FileUtils.deleteDirectory(folder.getParent().toFile());
            }
        }
    }

    private Map<String, String> info(URI address) {
        Map<String, String> info = new LinkedHashMap<>();
        organisation.ifPresent(name -> info.put("Source-Organization", name));
        info.put("External-Description", "Event archive of " + address);
        info.put("Bagging-Date", day.toString());
        info.put("Bag-Software-Agent", "efc-events-command, https://www.rfc-editor.org/rfc/rfc8493");
        return info;
    }

    private List<String> pages(Site site, BagWriter bag, Map<String, String> media) throws Exception {
        Crawl crawl = new Crawl(site, bag, media, progress);
        progress.begin("JSON, calendar and table");
        new Channels(site, bag, progress).copy(crawl);
        progress.begin("Pages");
        return crawl.run(starts.stream().map(site.address()::resolve).toList());
    }
}
