package org.efcevents.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.efcevents.merge.ComparedField.Outcome;
import org.efcevents.undo.Editing;
import org.efcevents.undo.NodeContent;
import org.efcevents.undo.Obstacle;
import org.efcevents.undo.Step;
import org.efcevents.undo.StepStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people, or two work packages, of which one becomes part of the other. */
class MergeTest {

    private static final Instant NOW = Instant.parse("2020-01-01T12:00:00Z");

    @TempDir
    Path home;

    private TestArchive content;
    private Session session;
    private Node kept;
    private Node merged;
    private Node event;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        session = content.session();
        kept = content.speaker("ann-ek", Map.of("fullName", "Ann Ek", "role", "Director", "organisation", "Europol"));
        merged = content.speaker(
                "a-ek",
                Map.of(
                        "fullName", "A. Ek",
                        "role", "Chair",
                        "role_fr", "Pr\u00e9sidente",
                        "country", "SE",
                        "organisation", "Europol",
                        "organisation_fr", "Europol (fr)"));
        merged.setProperty("otherNames", new String[] {"Ek, Ann", "Ann Ek"});
        merged.setProperty("formerAddresses", new String[] {"ek"});
        link(kept, "https://one.example/");
        link(merged, "https://two.example/");
        event = content.event("e", Map.of("title", "E"));
        content.participation(event, kept, Map.of());
        content.participation(event, merged, Map.of("role", "Chair"));
        event.setProperty("description_fr", linkTo(merged));
        session.save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private static void link(Node speaker, String url) throws Exception {
        Node links = speaker.addNode("links", "mgnl:contentNode");
        links.addNode("links0", "mgnl:contentNode").setProperty("url", url);
    }

    private static String linkTo(Node node) throws RepositoryException {
        return "<p><a href=\"${link:{uuid:{" + node.getIdentifier() + "},repository:{efc-events},path:{"
                + node.getPath() + "},nodeData:{},extension:{html}}}\">there</a></p>";
    }

    private static Calendar at(int seconds) {
        return GregorianCalendar.from(NOW.plusSeconds(seconds).atZone(ZoneOffset.UTC));
    }

    private Merge merge() throws Exception {
        return Merge.of(kept, merged, List.of(event, kept, merged), List.of("a-ek", "older"));
    }

    private Step carryOut(String... fromMerged) throws Exception {
        Step step = merge().carryOut(
                        Set.of(fromMerged), List.of("Ann Ek", "A. Ek"), new Editing(session, "officer", at(0)));
        session.save();
        return step;
    }

    private List<Obstacle> takeBack(Step step) throws Exception {
        List<Obstacle> obstacles = new StepStore(session).takeBack(step.id(), "officer", at(60));
        assertThat(session.hasPendingChanges()).isEqualTo(obstacles.isEmpty());
        session.save();
        return obstacles;
    }

    private String text(Node node, String property) throws Exception {
        return node.hasProperty(property) ? node.getProperty(property).getString() : null;
    }

    private List<String> texts(Node node, String property) throws Exception {
        return Comparison.strings(node, property);
    }

    /** All of the archive, as the repository writes it. */
    private String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("/events/e", "/speakers", "/work-packages")) {
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            session.exportSystemView(folder, xml, false, false);
            all.append(xml.toString(StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Test
    void tellsFirstWhatBecomesOfEachField() throws Exception {
        assertThat(merge().fields())
                .extracting(ComparedField::name, ComparedField::outcome)
                .containsExactlyInAnyOrder(
                        tuple("country", Outcome.FILLED),
                        tuple("fullName", Outcome.CHOICE),
                        tuple("organisation", Outcome.FILLED),
                        tuple("role", Outcome.CHOICE));
        assertThat(merge().references()).isEqualTo(Map.of(event.getIdentifier(), 2));
        assertThat(merge().entries()).isEqualTo(1);
        assertThat(session.hasPendingChanges()).isFalse();
    }

    @Test
    void allThatNamedTheOneNamesTheOther() throws Exception {
        carryOut();

        assertThat(text(event.getNode("participations/participations1"), "speaker"))
                .isEqualTo(kept.getIdentifier());
        assertThat(text(event.getNode("participations/participations1"), "role"))
                .isEqualTo("Chair");
        assertThat(text(event, "description_fr")).isEqualTo(linkTo(kept));
        assertThat(texts(kept, "otherNames")).containsExactly("Ek, Ann", "A. Ek");
        assertThat(texts(kept, "formerAddresses")).containsExactly("a-ek", "older", merged.getIdentifier(), "ek");
        assertThat(kept.getNode("links").getNodes().getSize()).isEqualTo(2);
        assertThat(text(kept, "country")).isEqualTo("SE");
        assertThat(text(kept, "organisation_fr")).isEqualTo("Europol (fr)");
        // Who has another role in one language has another one in all.
        assertThat(text(kept, "role")).isEqualTo("Director");
        assertThat(text(kept, "role_fr")).isNull();
        assertThat(merged.isNodeType("mgnl:deleted")).isTrue();
        for (Node changed : List.of(kept, merged, event)) {
            assertThat(changed.getProperty("mgnl:lastModified").getDate().toInstant())
                    .isEqualTo(NOW);
        }
    }

    @Test
    void theEditorDecidesWhereBothSaySomething() throws Exception {
        carryOut("fullName", "role");

        assertThat(text(kept, "fullName")).isEqualTo("A. Ek");
        assertThat(texts(kept, "otherNames")).containsExactly("Ann Ek", "Ek, Ann");
        assertThat(text(kept, "role")).isEqualTo("Chair");
        assertThat(text(kept, "role_fr")).isEqualTo("Pr\u00e9sidente");
    }

    @Test
    void whatTheOtherOneSaysOfItselfIsSaidOfTheKeptOne() throws Exception {
        merged.setProperty("biography", linkTo(merged));
        session.save();

        carryOut();

        assertThat(text(kept, "biography")).isEqualTo(linkTo(kept));
    }

    @Test
    void aPictureComesWithItsTextAlternative() throws Exception {
        kept.setProperty("portrait", "jcr:x");
        merged.setProperty("portrait", "jcr:y");
        merged.setProperty("portraitAlt", "Ann at a desk");
        session.save();

        assertThat(merge().fields())
                .filteredOn(field -> field.name().equals("portrait"))
                .extracting(ComparedField::outcome)
                .containsExactly(Outcome.CHOICE);
        carryOut();
        assertThat(text(kept, "portrait")).isEqualTo("jcr:x");
        assertThat(text(kept, "portraitAlt")).isNull();
    }

    @Test
    void takenBackItIsAsBefore() throws Exception {
        event.setProperty("mgnl:lastModified", at(-60));
        session.save();
        String before = everything();

        Step step = carryOut("fullName", "role");

        assertThat(everything()).isNotEqualTo(before);
        assertThat(step.changed())
                .extracting(Step.Changed::id)
                .containsExactlyInAnyOrder(kept.getIdentifier(), merged.getIdentifier(), event.getIdentifier());
        assertThat(takeBack(step)).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(new StepStore(session).step(step.id()).orElseThrow().takenBack())
                .isEqualTo(NOW.plusSeconds(60));
        assertThatThrownBy(() -> takeBack(step)).isInstanceOf(ItemNotFoundException.class);
    }

    @Test
    void alsoAfterItsDeletionWasPublished() throws Exception {
        merged.setProperty("mgnl:activationStatus", "true");
        session.save();
        String was = NodeContent.of(merged);
        String id = merged.getIdentifier();
        Step step = carryOut();
        merged.remove();
        session.save();

        assertThat(takeBack(step)).isEmpty();

        Node back = session.getNodeByIdentifier(id);
        assertThat(back.getPath()).isEqualTo("/speakers/a-ek");
        assertThat(NodeContent.of(back)).isEqualTo(was);
        assertThat(back.getProperty("mgnl:activationStatus").getBoolean()).isFalse();
        assertThat(text(event.getNode("participations/participations1"), "speaker"))
                .isEqualTo(id);
    }

    /** What was published since has to be published again. */
    @Test
    void whatWasPublishedSinceSaysThatItChanged() throws Exception {
        Step step = carryOut();
        event.setProperty("mgnl:lastActivated", at(30));
        session.save();

        assertThat(takeBack(step)).isEmpty();

        assertThat(event.getProperty("mgnl:lastModified").getDate().toInstant()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatWasEditedSinceIsNamedAndNothingChanges() throws Exception {
        Step step = carryOut();
        event.getNode("participations/participations1").setProperty("speaker", "");
        kept.setProperty("country", "FI");
        session.save();
        String before = everything();

        assertThat(takeBack(step))
                .containsExactlyInAnyOrder(
                        new Obstacle(event.getIdentifier(), Obstacle.Why.EDITED),
                        new Obstacle(kept.getIdentifier(), Obstacle.Why.EDITED));
        assertThat(everything()).isEqualTo(before);
        assertThat(session.hasPendingChanges()).isFalse();
        assertThat(new StepStore(session).step(step.id())).isPresent();
    }

    @Test
    void whatElseWasEditedStays() throws Exception {
        Step step = carryOut();
        event.setProperty("title", "Another");
        session.save();

        assertThat(takeBack(step)).isEmpty();
        assertThat(text(event, "title")).isEqualTo("Another");
    }

    @Test
    void theStateTellsWhatHasChangedSince() throws Exception {
        String state = merge().state();
        assertThat(merge().state()).isEqualTo(state);
        event.setProperty("description_fr", linkTo(merged) + "!");
        session.save();
        assertThat(merge().state()).isNotEqualTo(state);
    }

    @Test
    void nobodyBecomesPartOfThemselvesOrOfAWorkPackage() throws Exception {
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));

        assertThatThrownBy(() -> Merge.of(kept, kept, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Merge.of(kept, group, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void workPackagesAreNamedOnce() throws Exception {
        kept = content.workPackage("wp1", Map.of("code", "WP1", "title", "Training"));
        merged = content.workPackage("wp-1", Map.of("code", "WP 1"));
        event.setProperty("workPackages", new String[] {kept.getIdentifier(), merged.getIdentifier()});
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("workPackages", new String[] {merged.getIdentifier()});
        session.save();

        carryOut();

        assertThat(texts(event, "workPackages")).containsExactly(kept.getIdentifier());
        assertThat(texts(notice, "workPackages")).containsExactly(kept.getIdentifier());
        assertThat(texts(kept, "otherNames")).containsExactly("WP 1");
    }

    /** What the kept one gets is led to the kept one after it was added. */
    @Test
    void takenBackItIsAsBeforeAlsoIfALinkOfTheOtherOneNamesItself() throws Exception {
        merged.getNode("links/links0").setProperty("title", "Ann Ek");
        merged.getNode("links/links0").setProperty("url", "/speakers/" + merged.getIdentifier());
        session.save();
        String before = everything();

        Step step = carryOut();

        assertThat(text(kept.getNode("links/links1"), "url")).isEqualTo("/speakers/" + kept.getIdentifier());
        assertThat(takeBack(step)).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }
}
