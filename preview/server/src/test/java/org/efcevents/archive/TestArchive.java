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
final class TestArchive extends WritableArchive implements AutoCloseable {

    private final ContentRepository repository;
    private long modifications;

    TestArchive(Path home) throws Exception {
        this(repository(home));
    }

    private TestArchive(ContentRepository repository) throws RepositoryException {
        super(repository.login("efc-events", User.SYSTEM));
        this.repository = repository;
    }

    private static ContentRepository repository(Path home) throws Exception {
        ContentRepository repository = ContentRepository.open(home);
        repository.createWorkspace("efc-events");
        repository.createWorkspace("efc-events-journal");
        try (var cnd = TestArchive.class.getResourceAsStream("/mgnl-nodetypes/efc-events.cnd")) {
            repository.registerNodeTypes(
                    "efc-events.cnd", new StringReader(new String(cnd.readAllBytes(), StandardCharsets.UTF_8)));
        }
        return repository;
    }

    ContentRepository repository() {
        return repository;
    }

    /** Saves what was changed in an event, with a new date of modification, as Magnolia does. */
    void saveModified(Node event) throws RepositoryException {
        Calendar when = Calendar.getInstance();
        when.setTimeInMillis(++modifications);
        Stamps.modified(event, "editor", when);
        session().save();
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
                session(),
                new ContentLanguages(language, "en"),
                now,
                ZoneId.of("Europe/Brussels"),
                rights(session()),
                new ArchiveIndex());
    }

    @Override
    public void close() {
        session().logout();
        repository.close();
    }
}
