package org.efccommand.home;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jackrabbit.core.NamespaceRegistryImpl;
import org.apache.jackrabbit.core.config.PersistenceManagerConfig;
import org.apache.jackrabbit.core.config.RepositoryConfig;
import org.apache.jackrabbit.core.config.WorkspaceConfig;
import org.apache.jackrabbit.core.fs.FileSystem;
import org.apache.jackrabbit.core.id.NodeId;
import org.apache.jackrabbit.core.persistence.PMContext;
import org.apache.jackrabbit.core.persistence.PersistenceManager;
import org.apache.jackrabbit.spi.commons.conversion.DefaultNamePathResolver;
import org.apache.jackrabbit.stats.RepositoryStatisticsImpl;
import org.efcpreview.repository.ContentDatabase;
import org.efcpreview.repository.ContentFiles;
import org.efcpreview.repository.Disk;
import org.efcpreview.repository.StoredContent;

/**
 * Looks at everything that an instance stores, while nobody has it open: that each node can be read, that parents and children
 * know each other, that references lead to nodes, and that each file is there and has the content of its digest.
 *
 * <p>Does not open the repository, which makes indexes and refuses to be opened without some nodes.
 */
final class ConsistencyCheck {

    private final Path directory;
    private final Path other;
    private final boolean repair;
    private final Consumer<String> told;
    private int left;
    private int mended;

    /**
     * @param directory the instance's
     * @param other that of the other instance, which may have the same files
     * @param repair whether to mend what can be mended without losing anything
     * @param told is told in one line each what was looked at, what is wrong, and what has been mended
     */
    ConsistencyCheck(Path directory, Path other, boolean repair, Consumer<String> told) {
        this.directory = directory;
        this.other = other;
        this.repair = repair;
        this.told = told;
    }

    /** {@return whether nothing is wrong, or nothing any more} */
    boolean passes() throws IOException {
        StoredContent stored = new StoredContent(directory);
        try {
            if (!stored.isMade()) {
                found("there is no " + StoredContent.FILE, false);
                return false;
            }
            try (Connection open = stored.check()) {
                look(stored.configuration(true));
            }
        } catch (Exception e) {
            // Jackrabbit's databases throw Exception as such.
            found("cannot be read any further: " + (e.getMessage() == null ? e : e.getMessage()), false);
        }
        if (mended > 0) {
            // Made anew at the next start.
            Disk.delete(directory.resolve(StoredContent.INDEXES));
        }
        return left == 0;
    }

    private void found(String what, boolean repaired) {
        mended += repaired ? 1 : 0;
        left += repaired ? 0 : 1;
        told.accept(directory.getFileName() + ": " + what + (repaired ? " (mended)" : ""));
    }

    private void look(RepositoryConfig configuration) throws Exception {
        FileSystem settings = configuration.getFileSystem();
        try {
            NamespaceRegistryImpl namespaces = new NamespaceRegistryImpl(settings);
            // Values name their files; nothing is read of them over this.
            PMContext context = new PMContext(
                    directory.toFile(),
                    settings,
                    null,
                    namespaces,
                    null,
                    new ContentFiles(),
                    new RepositoryStatisticsImpl());
            DefaultNamePathResolver names = new DefaultNamePathResolver(namespaces);
            PersistenceManagerConfig versions =
                    configuration.getVersioningConfig().getPersistenceManagerConfig();
            StoredNodes nodes = look(StoredNodes.VERSIONS, versions, context, names, Set.of());
            Set<NodeId> ofVersions = nodes.all();
            Map<String, String> files = new TreeMap<>(nodes.files());
            int number = ofVersions.size();
            int references = nodes.references();
            Set<String> workspaces = new TreeSet<>();
            for (WorkspaceConfig workspace : configuration.getWorkspaceConfigs()) {
                workspaces.add(workspace.getName());
                nodes = look(workspace.getName(), workspace.getPersistenceManagerConfig(), context, names, ofVersions);
                number += nodes.all().size();
                references += nodes.references();
                files.putAll(nodes.files());
            }
            int present = look(files);
            told.accept("%s: looked at %,d nodes in %d workspaces and the versions, %,d references and %,d files"
                    .formatted(directory.getFileName(), number, workspaces.size(), references, present));
        } finally {
            settings.close();
            configuration.getConnectionFactory().close();
        }
    }

    private StoredNodes look(
            String workspace,
            PersistenceManagerConfig stored,
            PMContext context,
            DefaultNamePathResolver names,
            Set<NodeId> versions)
            throws Exception {
        ContentDatabase database = (ContentDatabase) stored.newInstance(PersistenceManager.class);
        database.init(context);
        try {
            StoredNodes nodes = new StoredNodes(workspace, database, names, versions);
            nodes.read();
            nodes.lost().forEach(what -> found(what, false));
            boolean mend = repair && nodes.canBeMended() && nodes.mend();
            nodes.torn().forEach(what -> found(what, mend));
            return nodes;
        } finally {
            database.close();
        }
    }

    /**
     * Looks at files.
     *
     * @param referred digests of those that nodes refer to, each with the place of one such value
     * @return how many there are
     */
    private int look(Map<String, String> referred) throws IOException {
        StoredFiles files = new StoredFiles(directory.resolve(StoredContent.FILES));
        StoredFiles others = new StoredFiles(other.resolve(StoredContent.FILES));
        Set<String> present = files.digests();
        Set<String> all = new HashSet<>(present);
        all.addAll(referred.keySet());
        for (String digest : new TreeSet<>(all)) {
            if (!files.isWhole(digest)) {
                String place = referred.containsKey(digest) ? referred.get(digest) + ": its file " : "no node's file ";
                String how = present.contains(digest) ? " is damaged" : " is missing";
                found(place + digest + how, repair && files.take(digest, others));
            }
        }
        return present.size();
    }
}
