package org.efccommand;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.apache.commons.lang3.function.FailableFunction;
import org.efccommand.archive.Contents;
import org.efccommand.archive.PreviewHome;
import org.efccommand.bag.Bag;
import org.efccommand.content.BootstrapFiles;
import org.efccommand.content.NodeLines;
import org.efccommand.content.Nodes;
import org.efccommand.rest.Magnolia;
import org.efccommand.rest.MagnoliaReader;
import org.efccommand.source.NewNodes;
import org.efccommand.source.SourceImport;

/** Brings the events of a file where they are wanted, and says so. Each gives the status with which the command ends. */
record FileBringing(SourceImport source, NewNodes elsewhere, boolean write, PrintWriter out, Progress progress) {

    int intoPreview(PreviewHome home) throws Exception {
        if (home.isNew()) {
            if (!write) {
                throw new Failure(Failure.NOT_RIGHT, "There is no preview's home at " + home.folder() + " yet");
            }
            progress.begin("Installing the module");
            home.serve().close();
        }
        progress.begin("Reading " + source.file());
        FailableFunction<PreviewHome.Sessions, SourceImport.Outcome, Exception> work =
                sessions -> source.in(sessions.of("author", "efc-events"), sessions.of("author", "dam"), write);
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

    int intoBootstrap(Path folder) throws Exception {
        progress.begin("Reading " + source.file());
        elsewhere.make(source, Optional.empty(), (outcome, made) -> {
            tell(outcome, write ? "are made" : "would be made");
            if (outcome.taken() > 0) {
                List<BootstrapFiles> files = made.values().stream()
                        .map(each -> new BootstrapFiles(each.copy().session(), each.paths()::contains))
                        .toList();
                PackageBringing.bootstrap(files, folder, write, out);
            }
        });
        return 0;
    }

    /** @param journal a folder: what is sent, until all of it has been */
    int intoMagnolia(Magnolia magnolia, Path journal) throws Exception {
        Path of = journal.resolve("of.txt");
        String what = DigestUtils.sha256Hex(Files.readAllBytes(source.file())) + " " + magnolia.instance();
        if (Files.notExists(of)) {
            progress.begin("Reading " + source.file());
            Nodes there = new MagnoliaReader(magnolia, "efc-events");
            elsewhere.make(source, Optional.of(there), (outcome, made) -> {
                tell(outcome, write ? "are sent" : "would be sent");
                if (write && outcome.taken() > 0) {
                    for (Map.Entry<String, NewNodes.Made> each : made.entrySet()) {
                        NewNodes.Made nodes = each.getValue();
                        if (nodes.paths().isEmpty()) {
                            continue;
                        }
                        Path lines = new Bag(journal).file(Contents.path("author", each.getKey()));
                        Files.createDirectories(lines.getParent());
                        try (SequenceWriter writer = NodeLines.to(Files.newOutputStream(lines))) {
                            nodes.copy()
                                    .filtered(node -> nodes.paths().contains(node.path()))
                                    .each(writer::write);
                        }
                    }
                    Files.writeString(of, what);
                }
            });
            if (Files.notExists(of)) {
                return 0;
            }
        } else if (!Files.readString(of).equals(what)) {
            throw new Failure(
                    Failure.NOT_RIGHT,
                    "A part of " + source.file()
                            + " was sent when it was another, or elsewhere. Send the rest as it was, or delete "
                            + journal);
        } else {
            progress.clear();
            out.println("Going on with what " + journal + " has.");
        }
        int status = new PackageBringing(new Bag(journal), write, out, progress).send(magnolia);
        if (write && status == 0) {
            FileUtils.deleteDirectory(journal.toFile());
        }
        return status;
    }
}
