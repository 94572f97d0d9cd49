package org.efcevents.pages;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Stamps;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;

/**
 * An archive in which what visitors may read begins with {@code open} or {@code notice}, and what they may not with {@code zebra};
 * each word ends with the slug of its event. It is the same on both instances.
 */
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
        String minutes = file(dam.getNode("/efc-events-members"), "minutes", "zebrafile");
        String slides = file(dam.getRootNode(), "slides", "openfile");
        dam.save();
        dam.logout();

        Session session = repository.login("efc-events", User.SYSTEM);
        Node group = session.getNode("/work-packages").addNode("walk-group", "efc:workPackage");
        group.setProperty("code", "WP9");
        Node person = session.getNode("/speakers").addNode("walk-person", "efc:speaker");
        person.setProperty("fullName", "Ann Walker");
        Node open = event(session, "/events", "walk-open", group, person);
        Node known = event(session, "/events/listed", "walk-known", group, person);
        Node secret = event(session, "/events/hidden", "walk-secret", group, person);
        Node gone = event(session, "/events/withdrawn", "walk-gone", group, person);
        Node mute = event(session, "/events/withdrawn", "walk-mute", group, person);
        mute.getNode("publicNotice").getProperty("title").remove();
        event(session, "/events/hidden", "walk-soon", group, person).setProperty("start", "2099-01-01");
        Node untold = event(session, "/events/listed", "walk-untold", group, person);
        untold.getNode("publicNotice").remove();
        for (Node event : List.of(open, known, secret, gone, untold, mute)) {
            // As Magnolia does wherever content is made.
            Stamps.moved(event, "superuser", Calendar.getInstance());
        }
        for (Node event : List.of(open, known, secret)) {
            event.getNode("members/documents/documents0").setProperty("asset", minutes);
        }
        document(open, "openslides", slides);
        document(open, "notes", minutes);
        document(known, "zebraslideswalk-known", slides);
        document(secret, "zebraslideswalk-secret", slides);
        document(gone, "zebraslideswalk-gone", slides);
        open.setProperty("report", "<p>openreport</p>" + link(secret));
        secret.setProperty("report", "<p>zebrareportwalk-secret</p>" + link(open));

        Node withoutFiles = session.getNode("/events").addNode("walk-files", "efc:event");
        withoutFiles.setProperty("title", "An event whose files are for members");
        withoutFiles.setProperty("workPackages", new String[] {group.getIdentifier()});
        document(withoutFiles, "draft", minutes);
        Node picture = withoutFiles.addNode("gallery", "mgnl:contentNode").addNode("gallery0", "mgnl:contentNode");
        picture.setProperty("image", minutes);
        picture.setProperty("alt", "picture");
        session.save();

        Session website = repository.login("website", User.SYSTEM);
        page(website, "upcoming", "upcoming", Map.of("howMany", "20"));
        page(website, "latest", "latest", Map.of("howMany", "20"));
        page(
                website,
                "work-package",
                "workPackageEvents",
                Map.of("workPackage", group.getIdentifier(), "howMany", "20"));
        page(website, "person", "person", Map.of("speaker", person.getIdentifier()));
        page(website, "text", "text", Map.of("text", link(secret)));
        for (Node event : List.of(open, known, secret, gone)) {
            page(website, "featured-" + event.getName(), "featured", Map.of("event", event.getIdentifier()));
        }
        website.save();
        website.logout();
        session.logout();
    }

    private static Node event(Session session, String folder, String slug, Node group, Node person)
            throws RepositoryException {
        String kept = folder.equals("/events") ? "open" : "zebra";
        Node event = session.getNode(folder).addNode(slug, "efc:event");
        event.setProperty("title", kept + "title" + slug);
        event.setProperty("precision", "day");
        event.setProperty("start", "2016-02-12");
        event.setProperty("teaser", kept + "teaser" + slug);
        event.setProperty("report", "<p>" + kept + "report" + slug + "</p>");
        event.setProperty("city", kept + "city" + slug);
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.setProperty("formerAddresses", new String[] {slug.replace("walk-", "once-")});
        Node talk = event.addNode("participations", "mgnl:contentNode").addNode("participations0", "efc:participation");
        talk.setProperty("speaker", person.getIdentifier());
        talk.setProperty("part", "speaker");
        talk.setProperty("talkTitle", kept + "talk" + slug);
        Node members = event.addNode("members", "efc:members");
        members.setProperty("minutes", "<p>zebraminutes" + slug + "</p>");
        members.setProperty("contacts", "zebracontact" + slug);
        document(members, "zebradocument" + slug, null);
        if (!kept.equals("open")) {
            Node notice = event.addNode("publicNotice", "efc:notice");
            notice.setProperty("title", (folder.equals("/events/listed") ? "noticetitle" : "zebranotice") + slug);
            notice.setProperty("precision", "day");
            notice.setProperty("start", "2016-02-12");
            notice.setProperty("workPackages", new String[] {group.getIdentifier()});
        }
        return event;
    }

    private static void document(Node of, String title, String asset) throws RepositoryException {
        Node documents =
                of.hasNode("documents") ? of.getNode("documents") : of.addNode("documents", "mgnl:contentNode");
        Node document = documents.addNode("documents" + documents.getNodes().getSize(), "mgnl:contentNode");
        document.setProperty("title", title);
        document.setProperty("asset", asset);
    }

    /** As Magnolia stores it, with the path that the event has. */
    private static String link(Node event) throws RepositoryException {
        return "<p><a href=\"${link:{uuid:{%s},repository:{efc-events},path:{%s},nodeData:{},extension:{html}}}\">x</a></p>"
                .formatted(event.getIdentifier(), event.getPath());
    }

    private static String file(Node folder, String name, String text) throws RepositoryException {
        Node asset = folder.addNode(name, "mgnl:asset");
        Node file = asset.addNode("jcr:content", "mgnl:resource");
        file.setProperty(
                "jcr:data",
                folder.getSession()
                        .getValueFactory()
                        .createBinary(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
        file.setProperty("jcr:mimeType", "text/plain");
        file.setProperty("fileName", name + ".txt");
        file.setProperty("extension", "txt");
        file.setProperty("size", text.length());
        return "jcr:" + asset.getIdentifier();
    }

    private static void page(Session website, String name, String component, Map<String, String> properties)
            throws RepositoryException {
        Node page = website.getRootNode().addNode("walk-" + name, "mgnl:page");
        page.setProperty("mgnl:template", "efc-events:pages/page");
        page.setProperty("title", name);
        Node placed = page.addNode("main", "mgnl:area").addNode("0", "mgnl:component");
        placed.setProperty("mgnl:template", "efc-events:components/" + component);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            placed.setProperty(property.getKey(), property.getValue());
        }
    }
}
