package org.efccommand;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efccommand.bag.Bag;
import org.efccommand.bag.Folders;
import org.efccommand.bag.Sha256;
import org.efccommand.preview.PreviewHome;
import org.efccommand.rest.Magnolia;
import org.efccommand.source.NewNodes;
import org.efccommand.source.SourceImport;

/** Brings the events of a file where they are wanted, and says so. Each gives the status with which the command ends. */
record FileBringing(SourceImport source, NewNodes elsewhere, boolean write, PrintWriter out, Progress progress) {

    int intoPreview(PreviewHome home) throws Failure, IOException {
        if (home.isNew()) {
            if (!write) {
                throw new Failure(Failure.NOT_RIGHT, "There is no preview's home at " + home.folder() + " yet");
            }
            progress.begin("Installing the module");
            home.install();
        }
        progress.begin("Reading " + source.file());
        PreviewHome.Work<SourceImport.Outcome> work =
                sessions -> source.in(sessions.get("author").session("efc-events"), write);
        tell(write ? home.write(work) : home.read(work), write ? "were made or changed" : "would be made or changed");
        return 0;
    }

    private void tell(SourceImport.Outcome outcome, String done) throws Failure {
        progress.clear();
        outcome.lines().forEach(out::println);
        if (!outcome.wrong().isEmpty()) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    String.join("\n", outcome.wrong())
                            + "\nThat cannot be imported; nothing was written. Put it right on the Archive desk");
        }
        if (outcome.taken() == 0) {
            out.println("All of it is there: there is nothing to do.");
        } else {
            out.println(outcome.taken() + " events " + done);
            if (!write) {
                out.println(PackageBringing.NOT_WRITTEN);
            }
        }
    }

    int intoBootstrap(Path folder) throws Failure, IOException {
        Path nodes = Files.createTempDirectory("nodes");
        try {
            progress.begin("Reading " + source.file());
            SourceImport.Outcome outcome = elsewhere.make(source, null, nodes);
            tell(outcome, write ? "are made" : "would be made");
            if (outcome.taken() == 0) {
                return 0;
            }
            return PackageBringing.bootstrap(new Bag(nodes), folder, write, out);
        } finally {
            Folders.delete(nodes);
        }
    }

    /** @param journal a folder: what is sent, and what of it has been */
    int intoMagnolia(Magnolia magnolia, Path journal) throws Failure, IOException {
        Path of = journal.resolve("of.txt");
        String digest = Sha256.of(source.file());
        if (Files.exists(of)) {
            if (!Files.readString(of).equals(digest)) {
                throw new Failure(
                        Failure.NOT_RIGHT,
                        source.file()
                                + " has changed since a part of it was sent. Send the rest of it as it was, or delete "
                                + journal);
            }
            progress.clear();
            out.println("Going on with what " + journal + " has.");
        } else {
            progress.begin("Reading " + source.file());
            SourceImport.Outcome outcome = elsewhere.make(source, NewNodes.of(magnolia), write ? journal : null);
            tell(outcome, write ? "are sent" : "would be sent");
            if (!write || outcome.taken() == 0) {
                Folders.delete(journal);
                return 0;
            }
            Files.writeString(of, digest);
        }
        int status = new PackageBringing(new Bag(journal), write, out, progress)
                .send(new Bag(journal), magnolia, journal.resolve("sent.txt"));
        if (write && status == 0) {
            Folders.delete(journal);
        }
        return status;
    }
}
