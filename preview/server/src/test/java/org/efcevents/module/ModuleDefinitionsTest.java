package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcpreview.virtualuri.VirtualUris;
import org.junit.jupiter.api.Test;

/** The module as it is built, with the site's light module beside it. */
class ModuleDefinitionsTest {

    private final Resources resources =
            new Resources(List.of(Path.of("light-modules")), List.of(Path.of("target/classes")));
    private final MagnoliaFacts facts = MagnoliaFacts.read();
    private final Modules modules = Modules.load(resources, facts.modules());

    @Test
    void magnolia_would_find_nothing_amiss() {
        assertThat(Definitions.problems(resources, modules, facts)).isEmpty();
        assertThat(VirtualUris.of(Definitions.load(resources, modules, facts))).isNotNull();
    }

    @Test
    void the_site_comes_after_the_module_that_it_decorates() {
        assertThat(modules.inOrder())
                .extracting(ModuleDescriptor::name)
                .containsExactly("efc-events-content", "efc-events", "efc-site");
    }
}
