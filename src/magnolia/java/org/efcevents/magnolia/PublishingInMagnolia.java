package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the desk says of publishing, with Magnolia's own commands and with public instances that are there, are not, or change their minds. */
interface PublishingInMagnolia {

    AuthorInstance author();

    private Magnolia magnolia() {
        return author().magnolia();
    }

    /** What is done with the receiver that Magnolia's own configuration has. */
    interface Change {
        void of(Node receiver) throws RepositoryException;
    }

    private void configure(Change change) {
        magnolia().inside().in("config", config -> {
            change.of(config.getNode("/modules/publishing-core/config/receivers/magnoliaPublic8080"));
            return null;
        });
    }

    @Test
    @Order(4)
    default void doesNotSayThatItHasPublishedWhatNobodyHasReceived() {
        String id = magnolia().inside().in("efc-events", archive -> archive.getNode("/events/a-draft")
                .getIdentifier());
        String picture = magnolia().inside().in("dam", files -> files.getRootNode()
                .addNode("a-picture", "mgnl:asset")
                .getIdentifier());
        magnolia().inside().in("efc-events", archive -> archive.getNodeByIdentifier(id)
                .addNode("gallery", "mgnl:contentNode")
                .addNode("gallery0", "mgnl:contentNode")
                .setProperty("image", "jcr:" + picture));
        String page = "/desk/publish.html?event=" + id;
        assertThat(Jsoup.parse(magnolia().get("superuser", page).body()).select("input[name=item.dam." + picture + "]"))
                .hasSize(1);
        assertThat(Jsoup.parse(magnolia().get("officer", page).body())
                        .select("li:contains(/a-picture)")
                        .text())
                .contains("you may not publish it");
        Map<String, String> form = author().filledIn(page);
        assertThat(form.keySet()).contains("item.efc-events." + id);
        form.put("publish", "yes");
        String here = magnolia().origin();
        assertThat(magnolia().post("clerk", "/desk/publish.html", form, here).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia()
                        .post("officer", "/desk/publish.html", AuthorInstance.without(form, "csrf"), here)
                        .statusCode())
                .isEqualTo(403);

        // There is a receiver in Magnolia's own configuration, and nothing there.
        HttpResponse<String> refused = magnolia().post("officer", "/desk/publish.html", form, here);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] li").text()).contains("has not been published:");
        assertThat(Jsoup.parse(refused.body()).select("p.done")).isEmpty();
        assertThat(Jsoup.parse(magnolia().get("officer", page).body())
                        .select("li:contains(A draft) .state")
                        .text())
                .isEqualTo("not published");

        configure(receiver -> receiver.setProperty("enabled", false));
        Magnolia.until(() -> magnolia().inside().receivers("efc-events").isEmpty());
        HttpResponse<String> alone = magnolia().post("officer", "/desk/publish.html", form, here);
        assertThat(alone.statusCode()).as(alone.body()).isEqualTo(422);
        assertThat(Jsoup.parse(alone.body()).select("[role=alert] li").text())
                .contains("There is no public instance to publish to.");
        // Magnolia has kept a version of what it tried to publish.
        author().leave();
    }

    @Test
    @Order(5)
    default void saysThatItHasPublishedWhatAPublicInstanceHasReceived() throws IOException {
        String id = magnolia().inside().in("efc-events", archive -> archive.getNode("/events/a-draft")
                .getIdentifier());
        String page = "/desk/publish.html?event=" + id;
        try (PublicInstance there = new PublicInstance()) {
            // It is there, and takes nothing of the archive: Magnolia's command says that it has published.
            publishTo(there, false);
            Document unreceived = published(page, 422);
            assertThat(unreceived.select("[role=alert] li").text()).contains("no public instance has received it");
            assertThat(unreceived.select("p.done, section.done")).isEmpty();
            assertThat(there.received()).isEmpty();
            assertThat(state(page)).isEqualTo("not published");

            publishTo(there, true);
            assertThat(published(page, 200).select("p.done")).hasSize(1);
            assertThat(there.received()).contains("/events/a-draft");
            assertThat(state(page)).isEqualTo("published");

            there.meanwhile(path -> {
                if (path.equals("/events/a-draft")) {
                    change(event -> event.setProperty("teaser", "Changed on the way"));
                }
            });
            Document changed = published(page, 200);
            assertThat(changed.select("p.done")).isEmpty();
            assertThat(changed.select("section:has(#changed) li").text()).contains("A draft");
            assertThat(state(page)).isEqualTo("changed since it was published");

            there.refuse();
            Document refused = published(page, 422);
            assertThat(refused.select("[role=alert] li").text()).contains("has not been published:");
            assertThat(state(page)).isEqualTo("changed since it was published");
        }
        author().leave();
    }

    /**
     * Has Magnolia publish to an instance, and waits until it would.
     *
     * @param archive whether what is in the archive too
     */
    private void publishTo(PublicInstance there, boolean archive) {
        configure(receiver -> {
            receiver.setProperty("enabled", true);
            receiver.setProperty("url", there.address());
            if (receiver.hasNode("workspaces")) {
                receiver.getNode("workspaces").remove();
            }
            if (!archive) {
                Node workspace =
                        receiver.addNode("workspaces", "mgnl:contentNode").addNode("efc-events", "mgnl:contentNode");
                workspace.setProperty("workspace", "efc-events");
                workspace.setProperty("excluded", true);
            }
        });
        List<String> address = List.of(there.address());
        Magnolia.until(() -> magnolia().inside().receivers("website").equals(address)
                && magnolia().inside().receivers("efc-events").equals(archive ? address : List.of()));
    }

    @Test
    @Order(6)
    default void publishesTheEventsOfATableWithThoseWhoSpokeThere() throws IOException {
        try (PublicInstance there = new PublicInstance()) {
            publishTo(there, true);
            String columns = author().broughtIn(
                            "officer",
                            "To be published",
                            Upload.of("list.csv", "Title,Date,Speakers\nPublished table,2014-03-24,Nora Vance\n"));
            Map<String, String> read =
                    author().filledIn(author().carriedOut("/desk/import.html", author().filledIn(columns)));
            read.put("import", "yes");
            String made = author().carriedOut("/desk/import.html", read);

            String publish = Jsoup.parse(magnolia().open("officer", made).body())
                    .select("a.main[href*=publish.html]")
                    .attr("href");
            assertThat(published(publish.replaceFirst("^/author", ""), 200).select("p.done"))
                    .hasSize(1);
            assertThat(there.received()).containsSubsequence("/speakers/nora-vance", "/events/published-table");

            HttpResponse<String> refused = magnolia()
                    .post(
                            "officer",
                            "/desk/import.html",
                            author().filledIn(made),
                            magnolia().origin());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body()).select("[role=alert] li").text())
                    .contains("What is published has to be withdrawn before");
        }
        author().leave();
    }

    private void change(Change change) {
        magnolia().inside().in("efc-events", archive -> {
            change.of(archive.getNode("/events/a-draft"));
            return null;
        });
    }

    /** What the desk says once everything on a page has been published that can be. */
    private Document published(String page, int status) {
        Document look = Jsoup.parse(magnolia().open("officer", page).body());
        Map<String, String> form = author().filledIn(page);
        look.select("input[name^=item.]").forEach(box -> form.put(box.attr("name"), "yes"));
        form.put("publish", "yes");
        HttpResponse<String> sent = magnolia()
                .post("officer", "/desk/publish.html", form, magnolia().origin());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(status);
        return Jsoup.parse(sent.body());
    }

    private String state(String page) {
        return Jsoup.parse(magnolia().get("officer", page).body())
                .select("li:contains(A draft) .state")
                .text();
    }
}
