package org.efcevents.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.efcevents.archive.ContentModel;
import org.junit.jupiter.api.Test;

class UnreadFieldsTest {

    @Test
    void everyFieldOfTheContentTypesIsKnown() {
        assertThat(UnreadFields.names())
                .containsAll(ContentModel.places().map(ContentModel.Place::name).collect(Collectors.toSet()));
    }
}
