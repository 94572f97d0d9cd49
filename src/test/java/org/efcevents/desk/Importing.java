package org.efcevents.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.pagetext.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty archive, and an officer who imports into it. */
abstract class Importing {

    @TempDir
    Path home;

    final ImportPage page = new ImportPage();
    private TestArchive content;
    Officer officer;
    Session session;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        officer = new Officer(content);
        session = content.session();
        for (String folder : List.of("speakers", "work-packages")) {
            if (!session.nodeExists("/" + folder)) {
                session.getRootNode().addNode(folder, "mgnl:folder");
            }
        }
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    DeskAnswer send(Map<String, String> fields) {
        return page.sent(officer.sends(fields)).orElseThrow();
    }

    String bring(byte[] file) {
        DeskAnswer answer = page.sent(officer.sends(Map.of("title", "Past Events"), "page.txt", file))
                .orElseThrow();
        return query(answer);
    }

    static String query(DeskAnswer answer) {
        assertThat(answer).isInstanceOf(DeskAnswer.Done.class);
        return ((DeskAnswer.Done) answer).address().replaceFirst(".*\\?", "");
    }

    ImportReview look(String query) {
        return ((ImportPage.LookingOver) ((DeskAnswer.Shown) page.shown(officer.asks(query))).model()).review();
    }

    static List<Problem> problems(DeskAnswer answer) {
        assertThat(((DeskAnswer.Shown) answer).status()).isEqualTo(422);
        Object model = ((DeskAnswer.Shown) answer).model();
        return model instanceof ImportPage.LookingOver over
                ? over.problems()
                : ((ImportPage.Choosing) model).problems();
    }

    /** The form as it is shown, with the button that imports. */
    static Map<String, String> form(ImportReview review) {
        Map<String, String> form = new HashMap<>(Map.of("page", review.page().id(), "import", "yes"));
        for (ReviewedEvent row : review.rows()) {
            String name = row(row);
            if (row.proposal().taken()) {
                form.put(name + ".take", "on");
            }
            if (row.isCorrected()) {
                form.put(name + ".title", row.proposal().title());
                form.put(name + ".date", row.proposal().date());
                form.put(name + ".kind", row.proposal().kind());
                form.put(name + ".venue", row.proposal().place().venue());
                form.put(name + ".city", row.proposal().place().city());
                form.put(name + ".country", row.proposal().place().country());
            } else {
                form.put(name + ".seen", "yes");
            }
        }
        return form;
    }

    /** How many events of a source are in a part of them that can be shown alone. */
    static int count(ImportReview review, ReviewFilter filter) {
        return review.filters().stream()
                .filter(count -> count.key().equals(filter.key()))
                .mapToInt(ReviewFilter.Count::count)
                .sum();
    }

    /** How many of its events the archive has, or may have. */
    static int known(ImportReview review) {
        return review.total() - count(review, ReviewFilter.NEW);
    }

    static String row(ReviewedEvent row) {
        return "row." + row.proposal().at();
    }

    static byte[] coalition() throws Exception {
        try (InputStream page = Finding.class.getResourceAsStream("/org/efcevents/migration/past-events.txt")) {
            return page.readAllBytes();
        }
    }

    static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    List<Node> nodes(String folder) throws Exception {
        List<Node> nodes = new ArrayList<>();
        for (NodeIterator all = session.getNode(folder).getNodes(); all.hasNext(); ) {
            nodes.add(all.nextNode());
        }
        return nodes;
    }

    List<String> names(String folder) throws Exception {
        List<String> names = new ArrayList<>();
        for (Node node : nodes(folder)) {
            names.add(node.getName());
        }
        return names;
    }

    static String text(Node node, String property) throws Exception {
        return node.hasProperty(property) ? node.getProperty(property).getString() : null;
    }
}
