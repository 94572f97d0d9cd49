package org.definitioncheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small files with one mistake each. */
class BadFilesTest {

    private static final Path FILES =
            Path.of("definition-check/src/test/resources/org/definitioncheck/command/bad-files");

    /** As many as there are, each with the beginning of what is said of it. */
    private static final List<String> EXPECTED =
            """
            bad-project/src/main/resources/META-INF/magnolia/bad-project.xml:4: SEVERE: <description> stands too late in <module>
            bad-project/src/main/resources/META-INF/magnolia/bad-project.xml:6: SEVERE: accepts only 7/* of module 'ui-framework', which
            bad/apps/missing-app.yaml:1: SEVERE: is made of content type nowhere, which does not exist
            bad/contentTypes/missing-workspace.yaml:1: SILENT: there is no workspace 'nowhere'; a module's descriptor declares: nothing
            bad/contentTypes/missing-workspace.yaml:4: SEVERE: refers to the content type nowhere, which does not exist
            bad/decorations/bad/dialogs/nowhere.yaml: MAJOR: decorates dialogs bad:nowhere, which does not exist
            bad/decorations/bad/dialogs/wrong-choice.yaml:1: MAJOR: adds nothing to what it decorates; delete it
            bad/decorations/nowhere/config.yaml: SILENT: decorates the configuration of module 'nowhere', which does not exist
            bad/dialogs/duplicate-key.yaml:4: SILENT: 'label' stands twice in one map; delete one, Magnolia takes the later
            bad/dialogs/empty.yaml: SILENT: is empty; fill it, or delete it
            bad/dialogs/inheriting-a.yaml:1: MAJOR: inherits bad:inheriting-b of its own module, which Magnolia reports as a problem;
            bad/dialogs/inheriting-a.yaml:1: SEVERE: inherits from itself; one has to stand alone
            bad/dialogs/inheriting-b.yaml:1: MAJOR: inherits bad:inheriting-a of its own module, which Magnolia reports as a problem;
            bad/dialogs/inheriting-nothing.yaml:1: SEVERE: inherits bad:nowhere, which does not exist
            bad/dialogs/latin-1.yaml:1: SILENT: is not UTF-8, which Magnolia takes it for; save it in that encoding
            bad/dialogs/list.yaml:1: MINOR: a definition must be a map
            bad/dialogs/map-for-a-text.yaml:1: SILENT: 'label' has no text in en, fr; give bad.map-for-a-text.label
            bad/dialogs/map-for-a-text.yaml:1: MINOR: 'label' must be a text, not a map or a list
            bad/dialogs/missing-include.yaml:2: SEVERE: includes /bad/includes/nowhere.yaml, which does not exist; a path begins with
            bad/dialogs/missing-text.yaml:4: SILENT: 'form/properties/heading/label' has no text in en, fr; give
            bad/dialogs/no-extension.yml: SILENT: is not read by Magnolia: the name of a definition ends in .yaml and is made of
            bad/dialogs/tab-without-field.yaml:8: SILENT: tab 'main' shows the field 'nowhere', which is not in the form
            bad/dialogs/tab.yaml:3: SEVERE: is no YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for
            bad/dialogs/unknown-class.yaml:4: MAJOR: class acme.SliderDefinition is unknown here
            bad/dialogs/unknown-property.yaml:4: MINOR: 'rowz' is no property of textField
            bad/dialogs/unknown-tag.yaml:1: SEVERE: !includ:/bad/includes/a.yaml is unknown here
            bad/dialogs/unknown-type.yaml:4: MAJOR: $type textFeld is unknown here
            bad/dialogs/wrong-choice.yaml:4: MAJOR: 'filteringMode' must be one of CONTAINS, OFF, STARTSWITH, not sometimes
            bad/dialogs/wrong-type.yaml:7: SILENT: 'rows' must be a whole number, not many
            bad/i18n/bad_en.properties:3: UNCHECKED: nothing here uses the text 'bad.unused'; delete it, unless Java or another module
            bad/i18n/bad_en.properties:5: SILENT: 'bad.heading' stands twice in this file, and the later text wins; delete one
            bad/i18n/escape_fr.properties:2: SILENT: holds a \\u without four hexadecimal digits; write \\\\u for a backslash and u
            bad/includes/b.yaml:1: SEVERE: includes itself, /bad/includes/a.yaml from /bad/includes/b.yaml from /bad/includes/a.yaml
            bad/module.yaml:3: SEVERE: depends on module 'library', which is neither here nor a module of Magnolia; check both
            bad/restEndpoints/missing-class.yaml:1: MAJOR: class acme.Endpoint is unknown here
            bad/templates/pages/missing-dialog.yaml:3: MAJOR: there is no dialog bad:nowhere
            bad/templates/pages/missing-include.ftl:2: SILENT: includes /bad/templates/macros/nowhere.ftl, which does not exist; a path
            bad/templates/pages/missing-script.yaml:3: MAJOR: templateScript /bad/templates/pages/nowhere.ftl does not exist; a path
            bad/templates/pages/missing-text.ftl:1: SILENT: i18n['bad.heading'] has no text in fr; give bad.heading one in a file of i18n
            bad/templates/pages/missing-text.ftl:3: SILENT: i18n['bad.nowhere'] has no text in en, fr; give bad.nowhere one in a file of
            bad/templates/pages/syntax-error.ftl:3: SILENT: is no FreeMarker: Encountered "/"
            bad/templates/pages/unclosed.ftl:2: SILENT: is no FreeMarker: Unexpected end of file reached. You have an unclosed #list.
            11 SEVERE, 10 MAJOR, 3 MINOR, 17 SILENT, 1 UNCHECKED in bad, bad-project
            """
                    .lines()
                    .toList();

    @Test
    void each_is_told_with_its_severity_file_and_line() {
        Run run = Run.of(FILES.resolve("bad"), FILES.resolve("bad-project"));

        assertThat(run.lines(FILES))
                .zipSatisfy(EXPECTED, (line, beginning) -> assertThat(line).startsWith(beginning));
        assertThat(run.exitCode()).isEqualTo(1);
    }
}
