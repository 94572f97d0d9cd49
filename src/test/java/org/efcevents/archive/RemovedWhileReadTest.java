package org.efcevents.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.efcevents.content.ContentLanguages;
import org.efcevents.event.EventSummary;
import org.efcevents.index.ArchiveIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editors remove an event between the moment in which a page gets its node and the one in which it reads it. */
class RemovedWhileReadTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Session editor;
    private Node removed;
    private Archive archive;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        String group = content.workPackage("wp1", Map.of("code", "WP1")).getIdentifier();
        String speaker = content.speaker("ann", Map.of("fullName", "Ann Ek")).getIdentifier();
        for (String name : List.of("stays", "goes")) {
            Node event = content.event(name, Map.of("title", name, "precision", "day", "start", "2013-02-12"));
            event.setProperty("workPackages", new String[] {group});
            event.addNode("participations", "mgnl:contentNode")
                    .addNode("participations0", "efc:participation")
                    .setProperty("speaker", speaker);
            event.addNode("documents", "mgnl:contentNode")
                    .addNode("documents0", "mgnl:contentNode")
                    .setProperty("asset", "jcr:11111111-2222-3333-4444-555555555555");
        }
        content.session().save();
        removed = content.session().getNode("/events/goes");
        editor = content.session().impersonate(new SimpleCredentials("admin", new char[0]));
        archive = new Archive(
                reading(),
                new ContentLanguages("en", "en"),
                Instant.parse("2014-01-01T12:00:00Z"),
                ZoneId.of("Europe/Brussels"),
                TestArchive.RIGHTS,
                new ArchiveIndex());
    }

    @AfterEach
    void close() {
        editor.logout();
        content.close();
    }

    /** A session in which the event is removed as soon as it has been found. */
    private Session reading() throws Exception {
        String identifier = removed.getIdentifier();
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    try {
                        Object found = method.invoke(content.session(), arguments);
                        if (method.getName().equals("getNodeByIdentifier") && identifier.equals(arguments[0])) {
                            editor.getNode("/events/goes").remove();
                            editor.save();
                        }
                        return found;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<String> titles(List<EventSummary> events) {
        return events.stream().map(EventSummary::title).toList();
    }

    @Test
    void theListOfASpeakerDoesWithoutIt() {
        assertThat(archive.appearances(archive.speaker("ann")))
                .extracting(appearance -> appearance.event().title())
                .containsExactly("stays");
    }

    @Test
    void theReportOfAWorkPackageDoesWithoutIt() {
        WorkPackageReport report = archive.workOf(archive.workPackage("wp1"), 1, 10);

        assertThat(titles(report.timeline().get(0).events())).containsExactly("stays");
        assertThat(report.outputs()).hasSize(1);
        assertThat(report.people()).hasSize(1);
    }

    @Test
    void itsPageIsNoLongerThere() {
        assertThat(archive.event("stays").summary().title()).isEqualTo("stays");
        assertThat(archive.event("goes")).isNull();
    }

    @Test
    void whatIsReadInFullDoesWithoutIt() {
        assertThat(archive.read(archive.all()))
                .extracting(event -> event.summary().title())
                .containsExactly("stays");
    }
}
