package org.efcevents.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.apache.jackrabbit.commons.cnd.CndImporter;
import org.apache.jackrabbit.core.RepositoryImpl;
import org.apache.jackrabbit.core.config.RepositoryConfig;
import org.efcevents.content.ContentLanguages;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Rights;
import org.efcevents.journal.JournalStore;

/** An archive to fill by hand, in a real repository in memory with the module's own node types. */
public final class TestArchive extends WritableArchive implements AutoCloseable {

    /** Of the session that everything is done with. */
    static final Rights RIGHTS = Rights.of("admin", List.of("63 /*"));

    private final RepositoryImpl repository;
    private ArchiveIndex cache = new ArchiveIndex();

    /** @param home where Jackrabbit notes how its workspaces are configured */
    public TestArchive(Path home) throws Exception {
        this(repository(home, configuration()));
    }

    private TestArchive(RepositoryImpl repository) throws Exception {
        super(session(repository));
        this.repository = repository;
    }

    private static RepositoryImpl repository(Path home, String configuration) throws Exception {
        return RepositoryImpl.create(RepositoryConfig.create(
                new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)), home.toString()));
    }

    private static Session session(RepositoryImpl repository) throws Exception {
        Session session = repository.login(new SimpleCredentials("admin", new char[0]));
        session.getWorkspace().createWorkspace(JournalStore.WORKSPACE);
        register("/org/efcevents/archive/magnolia.cnd", session);
        register("/mgnl-nodetypes/efc-events.cnd", session);
        return session;
    }

    /** An archive whose index gets a segment of its own with each save, as one gets some that is as old as its site. */
    public static TestArchive withSegments(Path home) throws Exception {
        return new TestArchive(repository(
                home,
                configuration()
                        .replace(
                                "</SearchIndex>", "<param name=\"maxVolatileIndexSize\" value=\"1\"/></SearchIndex>")));
    }

    private static String configuration() throws IOException {
        try (InputStream configuration = TestArchive.class.getResourceAsStream("repository.xml")) {
            return new String(configuration.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void register(String cnd, Session session) throws Exception {
        try (InputStream types = TestArchive.class.getResourceAsStream(cnd)) {
            CndImporter.registerNodeTypes(new InputStreamReader(types, StandardCharsets.UTF_8), session);
        }
    }

    /** The archive as it is read in a language, at noon UTC of a day, by a site in Brussels. */
    public Archive read(String language, String day) {
        return read(language, Instant.parse(day + "T12:00:00Z"));
    }

    /** The archive as it is read in a language, at a moment, by a site in Brussels. */
    public Archive read(String language, Instant now) {
        return new Archive(
                session(), new ContentLanguages(language, "en"), now, ZoneId.of("Europe/Brussels"), RIGHTS, cache);
    }

    /** The same as an instance reads it that has just been started, and has kept nothing. */
    public Archive readAnew(String language, Instant now) {
        return new Archive(
                session(),
                new ContentLanguages(language, "en"),
                now,
                ZoneId.of("Europe/Brussels"),
                RIGHTS,
                new ArchiveIndex());
    }

    /** Lets {@link #read} know nothing of what it has kept, as an instance that has been started anew. */
    public void closeIndex() {
        cache = new ArchiveIndex();
    }

    @Override
    public void close() {
        session().logout();
        repository.shutdown();
    }
}
