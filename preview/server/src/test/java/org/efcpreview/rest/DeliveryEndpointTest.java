package org.efcpreview.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.NoSuchWorkspaceException;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.site.SiteLocales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.Yaml;

/** What an endpoint refuses, and what it answers when there is no content to ask. */
class DeliveryEndpointTest {
    private static final SiteLocales LOCALES = new SiteLocales(Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH));

    private static DeliveryEndpoint endpoint(String more) {
        return endpoint(
                new Yaml().<Map<String, Object>>load("{$type: jcrDeliveryEndpoint_v2, workspace: w, " + more + "}"));
    }

    private static DeliveryEndpoint endpoint(Map<String, Object> definition) {
        return new DeliveryEndpoint(definition);
    }

    private static DeliveryEndpoint resolver(String resolver) {
        return endpoint("references: [{name: r, propertyName: p, referenceResolver: {" + resolver + "}}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bypassWorkspaceAcls: true | bypassWorkspaceAcls is not supported",
                "personalized: true | personalized is not supported",
                "implementationClass: x.Y | implementationClass is not supported",
                "'references': [{name: r, propertyName: p}] | references/r/referenceResolver/$type is",
                "'references': [{name: r, propertyName: '[', referenceResolver: {$type: assetReferenceResolver}}] | references/r/propertyName is no",
                "'references': [{name: r}] | references/r/propertyName is missing",
            })
    void refusesWhatItDoesNotSupport(String property, String message) {
        assertThatThrownBy(() -> endpoint(property))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Delivery endpoint: " + message);
    }

    @Test
    void refusesWhatItDoesNotSupportOfReferences() {
        String at = "Delivery endpoint: references/r/referenceResolver/";
        assertThatThrownBy(() -> resolver("$type: jcrReferenceResolver, targetWorkspace: w, generateLink: true"))
                .hasMessage(at + "generateLink is not supported");
        assertThatThrownBy(() -> resolver("$type: jcrReferenceResolver")).hasMessage(at + "targetWorkspace is missing");
        assertThatThrownBy(() -> resolver("$type: assetReferenceResolver, assetRenditions: [480x360]"))
                .hasMessageStartingWith(at + "assetRenditions is not supported");
        assertThatThrownBy(() -> resolver("$type: richTextLinkReferenceResolver"))
                .hasMessageStartingWith(at + "$type is richTextLinkReferenceResolver, which is not supported");
        assertThatCode(() -> resolver("$type: assetReferenceResolver, expand: false"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherKindOfEndpoint() {
        assertThatThrownBy(() -> endpoint(Map.of("$type", "jcrDeliveryEndpoint_v1")))
                .hasMessageContaining("jcrDeliveryEndpoint_v1");
        assertThatThrownBy(() -> endpoint(Map.of("$type", "jcrDeliveryEndpoint_v2")))
                .hasMessage("Delivery endpoint: workspace is missing");
    }

    @Test
    void tellsWhyThereIsNoSession() throws IOException {
        Reply answer = endpoint("depth: 0")
                .answer(new DeliveryRequest("", Map.of(), List.of(Locale.FRENCH)), LOCALES, "", workspace -> {
                    throw new NoSuchWorkspaceException("w");
                });
        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body().open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"error\":{\"code\":\"noSuchWorkspace\",\"message\":\"w\"}}");
        assertThat(answer.headers()).containsEntry("Content-Language", List.of("fr"));
    }

    @Test
    void takesAPathThatIsNoneForNoFaultOfItsOwn(@TempDir Path directory) throws Exception {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(RestError.class);
        logged.start();
        log.addAppender(logged);
        try (ContentRepository repository = ContentRepository.open(directory)) {
            repository.createWorkspace("w");
            OpenSessions sessions = OpenSessions.ofSystem(repository);
            Reply answer = endpoint("nodeTypes: [mgnl:content]")
                    .answer(
                            new DeliveryRequest("", Map.of("@ancestor[like]", List.of("[like]")), List.of()),
                            LOCALES,
                            "",
                            sessions::session);
            assertThat(new String(answer.body().open().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"error\":{\"code\":\"unknown\",\"message\":\"like\"}}");
        } finally {
            log.detachAppender(logged);
        }
        assertThat(logged.list).singleElement().satisfies(event -> assertThat(event.getThrowableProxy())
                .isNull());
    }

    @Test
    void refusesToShowAnOldVersion() throws IOException {
        Reply answer = endpoint("depth: 0")
                .answer(
                        new DeliveryRequest("/x", Map.of("version", List.of("1.0")), List.of()),
                        LOCALES,
                        "",
                        workspace -> null);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body().open().readAllBytes(), StandardCharsets.UTF_8))
                .contains("version");
    }
}
