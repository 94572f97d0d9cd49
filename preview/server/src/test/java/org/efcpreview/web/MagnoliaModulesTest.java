package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resources;
import org.junit.jupiter.api.Test;

/** What the preview brings of Magnolia's own modules. */
class MagnoliaModulesTest {
    @Test
    void nothing_is_wrong_with_them_but_that_they_are_called_as_in_Magnolia() {
        MagnoliaFacts facts = MagnoliaFacts.read();
        Resources own = new Resources(List.of(), List.of(Path.of("preview/server/src/main/resources")));

        List<Problem> problems = Definitions.problems(own, Modules.load(own, facts.modules()), facts);

        assertThat(problems).isNotEmpty().allSatisfy(problem -> assertThat(problem.toString())
                // The dialogs are screens of the preview's.
                .containsPattern(
                        "Magnolia itself uses|no dialog (dam-app:(upload|replace)|ui-framework-jcr:addFolder);"));
    }
}
