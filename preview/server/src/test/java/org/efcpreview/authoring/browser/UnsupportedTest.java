package org.efcpreview.authoring.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.efcpreview.web.StartException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Magnolia accepts in a browser and these screens cannot show stops the server, with file and place. */
@Tag("server")
class UnsupportedTest {
    @TempDir
    Path scratch;

    private void decorate(String yaml) throws IOException {
        Path module = Files.createDirectories(scratch.resolve("light/more/decorations/efc-events/apps"));
        Files.writeString(
                scratch.resolve("light/more/module.yaml"),
                "version: 1.0.0\ndependencies:\n  - name: efc-events\n    version: 0.1.0/*\n");
        Files.writeString(module.resolve("efc-speakers.yaml"), yaml);
    }

    private PreviewServer start() throws StartException {
        return PreviewServer.start(
                new Options(0, scratch.resolve("home"), true, Path.of("target/classes"), scratch.resolve("light")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions: {paste: {$type: pasteContentAction}}|the action paste: an action PasteContentActionDefinition",
                "actions: {go: {$type: jcrCommandAction, command: translate}}|the command /translate",
                "actions: {duplicate: {availability: {rules: {paste: {$type: canPasteContentRule}}}}}|the rule"
                        + " CanPasteContentRuleDefinition",
                "workbench: {contentViews: [{name: thumbs, $type: thumbnailView}]}|the view thumbs is a"
                        + " ThumbnailViewDefinition",
                "workbench: {contentViews: [{name: list, columns: {icon: {$type: iconColumn}}}]}|the column icon is a"
                        + " IconColumnDefinition",
                "workbench: {contentViews: [{name: list, columns: {fullName: {filterComponent: {$type:"
                        + " checkBoxField}}}}]}|the filter of the column fullName is a CheckBoxFieldDefinition"
            })
    void stopsTheServer(String yaml, String message) throws Exception {
        decorate("subApps: {browser: {" + yaml + "}}");

        assertThatThrownBy(() -> start().close())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("/efc-events/apps/efc-speakers.yaml")
                .hasMessageContaining("subApps/browser")
                .hasMessageContaining(message);
    }

    @Test
    void nothingElseDoes() throws Exception {
        decorate("subApps: {browser: {workbench: {contentViews: [{name: list, columns: {honorific: {}}}]}}}");

        try (PreviewServer server = start()) {
            assertThat(Author.superuser(server)
                            .get("/app/efc-speakers?view=list")
                            .body())
                    .contains("honorific");
        }
    }
}
