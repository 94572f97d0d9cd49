package org.efcevents.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Binary;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.migration.Divisions;
import org.efcevents.undo.Stored;

/**
 * Where pages are kept that were brought in: in the archive's own workspace, beside its folders, as {@link org.efcevents.undo.StepStore} keeps
 * its steps and for the same reasons. Nothing of it is published. A page stays until an editor removes it: it is what the events came from.
 */
public final class KeptPages {

    private static final String NAME = "deskImports";
    private static final String ROOT = "/" + NAME;
    private static final String NODE_TYPE = "nt:unstructured";
    private static final String CORRECTION = "entry";
    private static final String CONTENT = "content";
    private static final String MADE = "madeEvents";
    private static final String LANGUAGE = "language";
    private static final String JOINED = "joined";
    private static final String BEGUN = "begun";
    private static final Pattern ID = Pattern.compile("page[0-9]{1,18}");

    private final Session session;

    /** @param session of an editor's */
    public KeptPages(Session session) {
        this.session = session;
    }

    Session session() {
        return session;
    }

    /** Where a page is kept. */
    Node node(KeptPage page) throws RepositoryException {
        return session.getNode(ROOT + "/" + page.id());
    }

    /** All of them, the last first. */
    public List<KeptPage> all() throws RepositoryException {
        List<KeptPage> pages = new ArrayList<>();
        if (session.nodeExists(ROOT)) {
            for (NodeIterator nodes = session.getNode(ROOT).getNodes(); nodes.hasNext(); ) {
                pages.add(0, page(nodes.nextNode()));
            }
        }
        return List.copyOf(pages);
    }

    /** The one with this identifier; empty if there is none. */
    public Optional<KeptPage> page(String id) throws RepositoryException {
        return ID.matcher(id).matches() && session.nodeExists(ROOT + "/" + id)
                ? Optional.of(page(session.getNode(ROOT + "/" + id)))
                : Optional.empty();
    }

    /** What was brought in, byte for byte. */
    public byte[] content(KeptPage page) throws RepositoryException {
        return bytes(session.getNode(ROOT + "/" + page.id()), CONTENT);
    }

    /** Keeps a page. Nothing is saved. */
    public KeptPage add(byte[] content, String name, String title, String address, String user, Calendar now)
            throws RepositoryException {
        Node root = session.nodeExists(ROOT)
                ? session.getNode(ROOT)
                : session.getRootNode().addNode(NAME, NODE_TYPE);
        long number = now.getTimeInMillis();
        while (root.hasNode("page" + number)) {
            number++;
        }
        Node node = root.addNode("page" + number, NODE_TYPE);
        node.setProperty(CONTENT, binary(content));
        node.setProperty("name", name);
        node.setProperty("title", title);
        node.setProperty("address", address);
        node.setProperty("when", now);
        node.setProperty("by", user);
        KeptPage added = page(node);
        for (KeptPage before : all()) {
            if (before.isOf(added) && !before.language().isEmpty()) {
                // A later version is compared in the language in which the one before was imported.
                setLanguage(added, before.language());
                break;
            }
        }
        return page(node);
    }

    /** Removes a page with all that was said of it. The events that were made of it stay. Nothing is saved. */
    public void remove(KeptPage page) throws RepositoryException {
        node(page).remove();
    }

    /** Keeps what an editor says of some entries, in place of what they have said of them. Nothing is saved. */
    public void correct(KeptPage page, Map<Integer, Correction> corrections) throws RepositoryException {
        Node node = session.getNode(ROOT + "/" + page.id());
        for (Map.Entry<Integer, Correction> correction : corrections.entrySet()) {
            String name = CORRECTION + correction.getKey();
            Node said = node.hasNode(name) ? node.getNode(name) : node.addNode(name, NODE_TYPE);
            said.setProperty("taken", correction.getValue().taken().toString());
            said.setProperty("title", correction.getValue().title());
            said.setProperty("date", correction.getValue().date());
            said.setProperty("kind", correction.getValue().kind());
            said.setProperty("venue", correction.getValue().venue());
            said.setProperty("city", correction.getValue().city());
            said.setProperty("country", correction.getValue().country());
            said.setProperty(
                    "without", correction.getValue().without().stream().sorted().toArray(String[]::new));
        }
    }

    /** Keeps where events begin. Nothing is saved. */
    public void divide(KeptPage page, Divisions divisions) throws RepositoryException {
        Node node = session.getNode(ROOT + "/" + page.id());
        node.setProperty(JOINED, texts(divisions.joined()));
        node.setProperty(BEGUN, texts(divisions.begun()));
    }

    /** Keeps in which language a page is. Nothing is saved. */
    public void setLanguage(KeptPage page, String language) throws RepositoryException {
        node(page).setProperty(LANGUAGE, language);
    }

    private static String[] texts(Set<Integer> places) {
        return places.stream().sorted().map(String::valueOf).toArray(String[]::new);
    }

    private static Set<Integer> places(Node node, String property) throws RepositoryException {
        return Stored.of(node, property).map(Stored::values).orElse(List.of()).stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /**
     * Keeps which events were made of a source, or changed by it, the last first: in one binary property, because the repository reads and
     * indexes each text of a node. Nothing is saved.
     *
     * @param step the step in which they were
     */
    public void addMade(KeptPage page, List<MadeEvent> made, String step) throws RepositoryException {
        setMade(page, Stream.concat(made.stream().map(event -> event.in(step)), page.made().stream()));
    }

    /** Forgets what was made in a step, which is taken back. Nothing is saved. */
    public void forget(String step) throws RepositoryException {
        for (KeptPage page : all()) {
            if (page.made().stream().anyMatch(event -> event.step().equals(step))) {
                setMade(page, page.made().stream().filter(event -> !event.step().equals(step)));
            }
        }
    }

    private void setMade(KeptPage page, Stream<MadeEvent> made) throws RepositoryException {
        String lines = made.map(MadeEvent::line).collect(Collectors.joining("\n"));
        session.getNode(ROOT + "/" + page.id()).setProperty(MADE, binary(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same, if it was brought in before: what was corrected of it, and divided, holds still. */
    public Optional<KeptPage> same(byte[] content, String title) throws RepositoryException {
        for (KeptPage page : all()) {
            if (page.title().equals(title) && Arrays.equals(content(page), content)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    private Binary binary(byte[] bytes) throws RepositoryException {
        return session.getValueFactory().createBinary(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(Node node, String property) throws RepositoryException {
        try (InputStream content = node.getProperty(property).getBinary().getStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new RepositoryException(node.getPath() + "/" + property + " cannot be read", e);
        }
    }

    private static KeptPage page(Node node) throws RepositoryException {
        Map<Integer, Correction> corrections = new HashMap<>();
        for (NodeIterator said = node.getNodes(CORRECTION + "*"); said.hasNext(); ) {
            Node correction = said.nextNode();
            corrections.put(
                    Integer.valueOf(correction.getName().substring(CORRECTION.length())),
                    new Correction(
                            Boolean.valueOf(correction.getProperty("taken").getString()),
                            text(correction, "title"),
                            text(correction, "date"),
                            text(correction, "kind"),
                            text(correction, "venue"),
                            text(correction, "city"),
                            text(correction, "country"),
                            Set.copyOf(Stored.of(correction, "without")
                                    .map(Stored::values)
                                    .orElse(List.of()))));
        }
        return new KeptPage(
                node.getName(),
                text(node, "name"),
                text(node, "title"),
                text(node, "address"),
                node.getProperty("when").getDate().toInstant(),
                text(node, "by"),
                corrections,
                new Divisions(places(node, JOINED), places(node, BEGUN)),
                Objects.requireNonNullElse(text(node, LANGUAGE), ""),
                made(node));
    }

    private static List<MadeEvent> made(Node node) throws RepositoryException {
        return node.hasProperty(MADE)
                ? new String(bytes(node, MADE), StandardCharsets.UTF_8)
                        .lines()
                        .map(MadeEvent::of)
                        .toList()
                : List.of();
    }

    private static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : null;
    }
}
