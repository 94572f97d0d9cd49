package org.efccommand;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.efccommand.archive.BootstrapImport;
import org.efccommand.archive.Comparison;
import org.efccommand.archive.MagnoliaImport;
import org.efccommand.archive.PreviewImport;
import org.efccommand.bag.Bag;
import org.efccommand.preview.PreviewHome;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaWriter;
import org.efccommand.rest.Sent;

/** Brings a package where it is wanted, and says so. Each gives the status with which the command ends. */
record PackageBringing(Bag bag, boolean write, PrintWriter out, Progress progress) {

    /** What is said where nothing was to be written. */
    static final String NOT_WRITTEN = "Nothing was written: --write does it.";

    int intoPreview(PreviewHome home, boolean replace) throws Failure, IOException {
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
                home.install();
            }
            archive.write(made ? archive.compare() : differences);
            progress.clear();
            out.println("All of it was written; the archive is as it is in the package.");
        }
        return 0;
    }

    private void check() throws Failure, IOException {
        progress.begin("Checking the package");
        List<String> problems = bag.problems();
        if (!problems.isEmpty()) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    String.join("\n", problems) + "\nThe package is not as it was made; nothing was written");
        }
    }

    int intoBootstrap(Path folder) throws Failure, IOException {
        check();
        return bootstrap(bag, folder, write, out);
    }

    static int bootstrap(Bag bag, Path folder, boolean write, PrintWriter out) throws Failure, IOException {
        BootstrapImport archive = new BootstrapImport(bag, folder);
        archive.names().forEach((name, nodes) -> out.println(name + ": " + nodes + " nodes"));
        if (write) {
            archive.write();
        }
        out.println(write ? "Written into " + folder : NOT_WRITTEN);
        return 0;
    }

    int intoMagnolia(Magnolia magnolia, Path journal) throws Failure, IOException {
        check();
        return send(bag, magnolia, journal);
    }

    /** Sends the nodes of a package, of which nothing but the content need be there. */
    int send(Bag content, Magnolia magnolia, Path journal) throws Failure, IOException {
        MagnoliaImport sending = new MagnoliaImport(content, magnolia, progress);
        MagnoliaWriter done;
        if (write) {
            try (Sent sent = Sent.in(journal, magnolia.instance())) {
                done = sending.run(sent);
            }
        } else {
            done = sending.run(null);
        }
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
