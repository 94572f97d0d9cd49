package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.efcevents.fidelity.FilledForm;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The module's apps and dialogs in AdminCentral, as far as its server goes. */
interface AdminCentralInMagnolia {

    /** Of the node that is made in each form. */
    String NAME = "tried-in-a-form";

    AuthorInstance author();

    /** So a definition that gains a class which cannot be made there fails here. */
    @Test
    @Order(3)
    default void makesAllThatDefinitionsName() {
        AdminCentral admincentral = new AdminCentral(author().magnolia(), "superuser");
        List<?> made = (List<?>) admincentral.evaluate("instances.groovy", Map.of());
        assertThat(made)
                .extracting(Object::toString)
                .noneMatch(line -> line.startsWith("NOT MADE"))
                .contains(
                        "app efc-desk/subApps/main info.magnolia.ui.framework.app.embedded.EmbeddedPageSubApp",
                        "app efc-events/subApps/detail info.magnolia.ui.contentapp.detail.ContentDetailSubApp",
                        "dialog efc-events:pages/archive opened");
        // Whoever has only looked has changed nothing.
        assertThat(author().content()).containsExactlyElementsOf(author().asLeft());
    }

    /** Each form is filled, saved and opened again; the preview is held to the same files. */
    @Test
    @Order(3)
    default void storesWhatIsTypedInItsForms() {
        Magnolia magnolia = author().magnolia();
        magnolia.inside().importFile("config", "/modules/site/config/site", Magnolia.example("site-languages.yaml"));
        Magnolia.until(() -> magnolia.get("superuser", "/fr/events.html").body().contains("lang=\"fr\""));
        String asset = magnolia.inside().in("dam", files -> files.getRootNode()
                .addNode(NAME, "mgnl:asset")
                .getIdentifier());
        AdminCentral admincentral = new AdminCentral(magnolia, "superuser");
        Map.of("efc-events", "/events", "efc-speakers", "/speakers", "efc-work-packages", "/work-packages")
                .forEach((app, root) -> storesWhatIsTypedIn(app, asset, "efc-events", root, admincentral));
        for (String dialog : FilledForm.dialogs()) {
            String type = FilledForm.of(dialog).steps().get(0).stored().get(0);
            magnolia.inside().in("website", website -> website.getRootNode().addNode(NAME, type));
            storesWhatIsTypedIn(dialog, asset, "website", "", admincentral);
        }
        magnolia.inside().in("dam", files -> {
            files.getNodeByIdentifier(asset).remove();
            return null;
        });
        magnolia.inside().in("config", configuration -> {
            configuration.getNode("/modules/site/config/site/i18n").remove();
            return null;
        });
        // Their folders were changed.
        author().leave();
    }

    private void storesWhatIsTypedIn(
            String form, String asset, String workspace, String root, AdminCentral admincentral) {
        List<FilledForm.Step> steps = FilledForm.of(form, asset).steps();
        List<?> stored = (List<?>) admincentral.evaluate(
                "forms.groovy",
                Map.of(
                        "form",
                        form,
                        "workspace",
                        workspace,
                        "root",
                        root,
                        "name",
                        NAME,
                        "steps",
                        steps.stream()
                                .map(step -> Map.of("acts", step.acts(), "values", step.values()))
                                .toList()));
        for (int i = 0; i < steps.size(); i++) {
            assertThat(stored.get(i))
                    .as(form + ", step " + i)
                    .isEqualTo(steps.get(i).stored());
        }
        author().magnolia().inside().in(workspace, session -> {
            session.getNode(root + "/" + NAME).remove();
            return null;
        });
    }
}
