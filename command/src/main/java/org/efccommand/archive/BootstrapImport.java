package org.efccommand.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;
import org.efccommand.bag.Bag;
import org.efccommand.bag.Folders;
import org.efccommand.content.BootstrapFiles;
import org.efcevents.journal.JournalStore;

/** Makes files of a package that a Magnolia bootstraps, or imports in its own apps, with the same identifiers. */
public record BootstrapImport(Bag bag, Path folder) {

    private List<BootstrapFiles> files() {
        List<BootstrapFiles> all = new ArrayList<>();
        for (String workspace : Contents.workspaces(bag, "author")) {
            // The journal is a site's own account of what visitors saw there.
            if (!workspace.equals(JournalStore.WORKSPACE)) {
                all.add(new BootstrapFiles(workspace, bag.file(Contents.path("author", workspace)), bag));
            }
        }
        return all;
    }

    /** The names of the files, and how many nodes are in each. */
    public Map<String, Integer> names() throws Failure, IOException {
        Map<String, Integer> names = new LinkedHashMap<>();
        try {
            for (BootstrapFiles workspace : files()) {
                names.putAll(workspace.names());
            }
            return names;
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    /** Writes them into the folder, which is there when all of them are. */
    public void write() throws Failure, IOException {
        if (Files.exists(folder)) {
            throw new Failure(Failure.NOT_RIGHT, folder + " is there already; nothing was written");
        }
        Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path unfinished = Files.createDirectory(parent.resolve("." + folder.getFileName() + ".unfinished-"
                + ProcessHandle.current().pid()));
        try {
            for (BootstrapFiles workspace : files()) {
                workspace.write(unfinished);
            }
            Files.move(unfinished, folder);
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        } finally {
            Folders.delete(unfinished);
        }
    }
}
