package org.efcevents.archive;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Rights;
import org.efcpreview.repository.AccessList;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.yaml.snakeyaml.Yaml;

/** An archive to fill by hand, in a real repository with the module's own node types. */
final class TestArchive implements AutoCloseable {

    private final ContentRepository repository;
    private final Session session;
    private long modifications;

    TestArchive(Path home) throws Exception {
        repository = ContentRepository.open(home);
        repository.createWorkspace("efc-events");
        repository.createWorkspace("efc-events-journal");
        try (var cnd = TestArchive.class.getResourceAsStream("/mgnl-nodetypes/efc-events.cnd")) {
            repository.registerNodeTypes(
                    "efc-events.cnd", new StringReader(new String(cnd.readAllBytes(), StandardCharsets.UTF_8)));
        }
        session = repository.login("efc-events", User.SYSTEM);
        for (String folder : new String[] {"events", "speakers", "work-packages"}) {
            session.getRootNode().addNode(folder, "mgnl:folder");
        }
        session.save();
    }

    Node event(String slug, Map<String, String> properties) throws RepositoryException {
        return node("/events", slug, "efc:event", properties);
    }

    Node speaker(String slug, Map<String, String> properties) throws RepositoryException {
        return node("/speakers", slug, "efc:speaker", properties);
    }

    Node workPackage(String slug, Map<String, String> properties) throws RepositoryException {
        return node("/work-packages", slug, "efc:workPackage", properties);
    }

    Node participation(Node event, Node speaker, Map<String, String> properties) throws RepositoryException {
        Node all = event.hasNode("participations")
                ? event.getNode("participations")
                : event.addNode("participations", "mgnl:contentNode");
        Node one = all.addNode("participations" + all.getNodes().getSize(), "efc:participation");
        one.setProperty("speaker", speaker.getIdentifier());
        return with(one, properties);
    }

    private Node node(String folder, String name, String type, Map<String, String> properties)
            throws RepositoryException {
        return with(session.getNode(folder).addNode(name, type), properties);
    }

    private Node with(Node node, Map<String, String> properties) throws RepositoryException {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            node.setProperty(property.getKey(), property.getValue());
        }
        session.save();
        return node;
    }

    Session session() {
        return session;
    }

    ContentRepository repository() {
        return repository;
    }

    /** Saves what was changed in an event, with a new date of modification, as Magnolia does. */
    void saveModified(Node event) throws RepositoryException {
        Calendar when = Calendar.getInstance();
        when.setTimeInMillis(++modifications);
        Stamps.modified(event, "editor", when);
        session.save();
    }

    /** Writes a role's access list for the archive: each path with its permissions. */
    void role(String name, Object... pathsAndPermissions) throws RepositoryException {
        Session roles = repository.login("userroles", User.SYSTEM);
        try {
            if (roles.nodeExists("/" + name)) {
                roles.getNode("/" + name).remove();
            }
            Node list = roles.getRootNode().addNode(name, "mgnl:role").addNode("acl_efc-events", "mgnl:contentNode");
            for (int i = 0; i < pathsAndPermissions.length; i += 2) {
                Node entry = list.addNode(String.valueOf(i), "mgnl:contentNode");
                entry.setProperty("path", (String) pathsAndPermissions[i]);
                entry.setProperty("permissions", (int) pathsAndPermissions[i + 1]);
            }
            roles.save();
        } finally {
            roles.logout();
        }
    }

    /** Writes a role's access list for the archive as the module brings it, for example {@code efc-events-visitor}. */
    void shippedRole(String name) throws IOException, RepositoryException {
        Path file = Path.of("src/main/resources/mgnl-bootstrap/efc-events-content/roles/userroles." + name + ".yaml");
        Map<String, Map<String, Map<String, Object>>> role;
        try (Reader yaml = Files.newBufferedReader(file)) {
            role = new Yaml().load(yaml);
        }
        List<Object> pathsAndPermissions = new ArrayList<>();
        role.get(name).get("acl_efc-events").values().stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .forEach(entry -> pathsAndPermissions.addAll(List.of(entry.get("path"), entry.get("permissions"))));
        role(name, pathsAndPermissions.toArray());
    }

    /** What a session may do, as templates tell it. */
    static Rights rights(Session session) {
        return Rights.of(
                session.getUserID(),
                AccessList.of(session).getPermissionList().stream()
                        .map(entry -> entry.getPermissions() + " "
                                + entry.getPattern().getPatternString())
                        .toList());
    }

    /** The archive as it is read in a language, at noon UTC of a day, by a site in Brussels. */
    Archive read(String language, String day) {
        return read(language, Instant.parse(day + "T12:00:00Z"));
    }

    /** The archive as it is read in a language, at a moment, by a site in Brussels. */
    Archive read(String language, Instant now) {
        return new Archive(
                session,
                new ContentLanguages(language, "en"),
                now,
                ZoneId.of("Europe/Brussels"),
                rights(session),
                new ArchiveIndex());
    }

    @Override
    public void close() {
        session.logout();
        repository.close();
    }
}
