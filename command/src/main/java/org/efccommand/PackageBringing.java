package org.efccommand;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.efccommand.archive.Comparison;
import org.efccommand.archive.Contents;
import org.efccommand.archive.MagnoliaImport;
import org.efccommand.archive.PreviewHome;
import org.efccommand.archive.PreviewImport;
import org.efccommand.archive.Scratch;
import org.efccommand.bag.Bag;
import org.efccommand.content.BootstrapFiles;
import org.efccommand.content.Workspace;
import org.efccommand.rest.Magnolia;
import org.efcevents.journal.JournalStore;

/** Brings a package where it is wanted, and says so. Each gives the status with which the command ends. */
record PackageBringing(Bag bag, boolean write, PrintWriter out, Progress progress) {

    /** What is said where nothing was to be written. */
    static final String NOT_WRITTEN = "Nothing was written: --write does it.";

    int intoPreview(PreviewHome home, boolean replace) throws Exception {
        check();
        PreviewImport archive = new PreviewImport(bag, home, progress);
        boolean made = home.isNew();
        List<Comparison> differences = archive.compare();
        progress.clear();
        differences.forEach(out::println);
        if (differences.stream().allMatch(Comparison::isNone)) {
            out.println("The archive is as it is in the package: there is nothing to do.");
        } else if (!write) {
            out.println(NOT_WRITTEN);
        } else if (!made && !replace && differences.stream().anyMatch(Comparison::loses)) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    "What is there would be changed or taken away; nothing was written. --replace does that too");
        } else {
            if (made) {
                progress.begin("Installing the module");
                home.serve().close();
            }
            archive.write(made ? archive.compare() : differences);
            progress.clear();
            out.println("All of it was written; the archive is as it is in the package.");
        }
        return 0;
    }

    private void check() throws Exception {
        progress.begin("Checking the package");
        List<String> problems = bag.problems();
        if (!problems.isEmpty()) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    String.join("\n", problems) + "\nThe package is not as it was made; nothing was written");
        }
    }

    int intoBootstrap(Path folder, Scratch scratch) throws Exception {
        check();
        return scratch.with(sessions -> {
            List<BootstrapFiles> files = new ArrayList<>();
            for (String workspace : Contents.workspaces(bag, "author")) {
                // The journal is a site's own account of what visitors saw there.
                if (!workspace.equals(JournalStore.WORKSPACE)) {
                    Workspace target = new Workspace(sessions.of("author", workspace));
                    target.clear();
                    target.add(Contents.of(bag, "author", workspace), bag);
                    files.add(new BootstrapFiles(target.session(), path -> true));
                }
            }
            bootstrap(files, folder, write, out);
            return 0;
        });
    }

    /** Makes files, and puts them into a folder that is there when all of them are. */
    static void bootstrap(List<BootstrapFiles> all, Path folder, boolean write, PrintWriter out) throws Exception {
        if (write && Files.exists(folder)) {
            throw new Failure(Failure.NOT_RIGHT, folder + " is there already; nothing was written");
        }
        Path unfinished = write
                ? Files.createTempDirectory(
                        Files.createDirectories(folder.toAbsolutePath().getParent()), ".unfinished-")
                : Files.createTempDirectory("bootstrap");
        try {
            for (BootstrapFiles files : all) {
                files.write(unfinished).forEach((name, nodes) -> out.println(name + ": " + nodes + " nodes"));
            }
            if (write) {
                Files.move(unfinished, folder);
            }
        } finally {
            FileUtils.deleteDirectory(unfinished.toFile());
        }
        out.println(write ? "Written into " + folder : NOT_WRITTEN);
    }

    int intoMagnolia(Magnolia magnolia) throws Exception {
        check();
        return send(magnolia);
    }

    /** Sends the nodes of a package, of which nothing but the content need be there. */
    int send(Magnolia magnolia) throws Exception {
        MagnoliaImport done = new MagnoliaImport(bag, magnolia, progress);
        done.run(write);
        progress.clear();
        done.differing().forEach(path -> out.println("Is there and differs, left as it is: " + path));
        out.printf(
                "%d nodes are there already, %d %s, %d are there and differ%n",
                done.same(),
                done.added(),
                write ? "were sent" : "would be sent",
                done.differing().size());
        if (!write) {
            out.println(NOT_WRITTEN);
        }
        return done.differing().isEmpty() ? 0 : Failure.NOT_RIGHT;
    }
}
