package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The module's apps and dialogs in AdminCentral, as far as its server goes. */
interface AdminCentralInMagnolia {

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
    }
}
