package org.efcevents.pages;

import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.walk.WalkedContent;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;

/** {@link WalkedContent} on both instances of a preview. */
final class WalkedArchive {

    private WalkedArchive() {}

    /** Fills the public and the author instance at a place where there is nothing yet, lets {@code officer} edit the archive, and {@code clerk} read it. */
    static Site open(Path home) throws Exception {
        InstalledHome.at(home);
        for (String instance : List.of("public", "author")) {
            try (ContentRepository repository = ContentRepository.open(home.resolve(instance))) {
                fill(repository);
                if (instance.equals("author")) {
                    // Nobody that may do more than keep the archive.
                    Editors editors = new Editors(repository);
                    editors.editor("officer");
                    editors.reader("clerk");
                }
            }
        }
        return Site.again(home);
    }

    private static void fill(ContentRepository repository) throws Exception {
        Session dam = repository.login("dam", User.SYSTEM);
        Session events = repository.login("efc-events", User.SYSTEM);
        Session website = repository.login("website", User.SYSTEM);
        for (Node event : WalkedContent.make(dam, events, website)) {
            // As Magnolia does wherever content is made.
            Stamps.moved(event, "superuser", Calendar.getInstance());
        }
        for (Session session : List.of(dam, events, website)) {
            session.save();
            session.logout();
        }
    }
}
