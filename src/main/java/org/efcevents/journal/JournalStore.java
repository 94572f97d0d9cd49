package org.efcevents.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;

/**
 * Where the journal of an instance is kept: in a workspace of its own, in which no reader may read anything, since it tells of what is
 * hidden. It is never published.
 *
 * <p>A line for each thing, as one of the values of a property of one of a fixed number of nodes, so that a change writes little and
 * 100,000 things are no 100,000 nodes. The lines and the head are saved together, or not at all.
 */
public final class JournalStore {

    /** The workspace, which the module's descriptor declares. */
    public static final String WORKSPACE = "efc-events-journal";

    private static final String ROOT = "journal";
    private static final String NODE_TYPE = "nt:unstructured";
    private static final String ENTRIES = "entries";
    private static final String EPOCHS = "epochs";
    private static final String SEPARATOR = "\t";
    private static final String BETWEEN_SLUGS = "/";
    private static final String NOTHING = "-";

    private final Session session;

    /** @param session of the workspace {@link #WORKSPACE}, that may do everything there */
    public JournalStore(Session session) {
        this.session = session;
    }

    /** Whether there is a journal. */
    public boolean exists() throws RepositoryException {
        return session.getRootNode().hasNode(ROOT);
    }

    /** The number of the last change that is stored; 0 if there is no journal. */
    public long last() throws RepositoryException {
        return exists()
                ? session.getRootNode().getNode(ROOT).getProperty("last").getLong()
                : 0;
    }

    /**
     * Reads the journal.
     *
     * @return empty if there is none
     * @throws RepositoryException if the repository fails, or what is stored is no journal
     */
    public Optional<Journal> load(Instant now) throws RepositoryException {
        if (!exists()) {
            return Optional.empty();
        }
        Node root = session.getRootNode().getNode(ROOT);
        List<JournalEntry> entries = new ArrayList<>();
        for (NodeIterator parts = root.getNodes(); parts.hasNext(); ) {
            Node part = parts.nextNode();
            for (Value line : part.getProperty(ENTRIES).getValues()) {
                entries.add(entry(line.getString(), part.getPath()));
            }
        }
        Journal journal = new Journal(head(root), entries);
        journal.forget(now);
        return Optional.of(journal);
    }

    private static JournalHead head(Node root) throws RepositoryException {
        List<JournalHead.Epoch> epochs = new ArrayList<>();
        for (Value epoch : root.getProperty(EPOCHS).getValues()) {
            String[] parts = epoch.getString().split(SEPARATOR);
            epochs.add(new JournalHead.Epoch(parts[0], Long.parseLong(parts[1]), moment(parts[2])));
        }
        return new JournalHead(
                root.getProperty("instance").getString(),
                Instant.ofEpochMilli(root.getProperty("began").getLong()),
                root.getProperty("last").getLong(),
                root.getProperty("baseline").getLong(),
                root.getProperty("horizon").getLong(),
                root.getProperty("referred").getLong(),
                epochs);
    }

    private static Instant moment(String milliseconds) {
        return Instant.ofEpochMilli(Long.parseLong(milliseconds));
    }

    /**
     * Stores what has changed of a journal.
     *
     * @throws javax.jcr.InvalidItemStateException if another node of a cluster stores something at the same time
     */
    public void save(Journal journal) throws RepositoryException {
        synchronized (journal) {
            Node root = exists()
                    ? session.getRootNode().getNode(ROOT)
                    : session.getRootNode().addNode(ROOT, NODE_TYPE);
            write(journal.head(), root);
            BitSet changed = new BitSet();
            journal.unsaved().forEach(id -> changed.set(part(id)));
            Map<Integer, List<JournalEntry>> parts = changed.isEmpty()
                    ? Map.of()
                    : journal.all().stream()
                            .filter(entry -> changed.get(part(entry.id())))
                            .collect(Collectors.groupingBy(entry -> part(entry.id())));
            for (int number : changed.stream().toArray()) {
                String name = "%02x".formatted(number);
                Node part = root.hasNode(name) ? root.getNode(name) : root.addNode(name, NODE_TYPE);
                part.setProperty(ENTRIES, lines(parts.getOrDefault(number, List.of())));
            }
            session.save();
            journal.saved();
        }
    }

    private static void write(JournalHead head, Node root) throws RepositoryException {
        root.setProperty("instance", head.instance());
        root.setProperty("began", head.began().toEpochMilli());
        root.setProperty("last", head.last());
        root.setProperty("baseline", head.baseline());
        root.setProperty("horizon", head.horizon());
        root.setProperty("referred", head.referred());
        root.setProperty(
                EPOCHS,
                head.epochs().stream()
                        .map(epoch -> String.join(
                                SEPARATOR,
                                epoch.id(),
                                Long.toString(epoch.first()),
                                Long.toString(epoch.began().toEpochMilli())))
                        .toArray(String[]::new));
    }

    /** The number of the node that a thing has its line in, from 0 to 255. */
    private static int part(UUID id) {
        return (int) (id.getMostSignificantBits() >>> 56);
    }

    private static String[] lines(Collection<JournalEntry> entries) {
        return entries.stream().map(JournalStore::line).toArray(String[]::new);
    }

    private static String line(JournalEntry entry) {
        return String.join(
                SEPARATOR,
                entry.id().toString(),
                entry.type().name(),
                entry.path(),
                Long.toString(entry.arrived()),
                entry.visibility() == null ? NOTHING : entry.visibility().name(),
                Boolean.toString(entry.wasOpen()),
                Long.toString(entry.first()),
                Long.toString(entry.added()),
                Long.toString(entry.shown()),
                Long.toString(entry.renamed()),
                Long.toString(entry.last()),
                Long.toString(entry.when().toEpochMilli()),
                Long.toString(entry.shownWhen().toEpochMilli()),
                entry.formerSlugs().isEmpty() ? NOTHING : String.join(BETWEEN_SLUGS, entry.formerSlugs()));
    }

    private static JournalEntry entry(String line, String where) throws RepositoryException {
        String[] values = line.split(SEPARATOR, -1);
        try {
            return new JournalEntry(
                    UUID.fromString(values[0]),
                    NodeType.valueOf(values[1]),
                    values[2],
                    Long.parseLong(values[3]),
                    values[4].equals(NOTHING) ? null : Visibility.valueOf(values[4]),
                    Boolean.parseBoolean(values[5]),
                    Long.parseLong(values[6]),
                    Long.parseLong(values[7]),
                    Long.parseLong(values[8]),
                    Long.parseLong(values[9]),
                    Long.parseLong(values[10]),
                    moment(values[11]),
                    moment(values[12]),
                    values[13].equals(NOTHING) ? List.of() : Arrays.asList(values[13].split(BETWEEN_SLUGS)));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new RepositoryException(
                    "The line \"" + line + "\" in " + where + " (workspace " + WORKSPACE
                            + ") is none of the journal: remove the node /" + ROOT + ", and a new one will be begun",
                    e);
        }
    }
}
