package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a browser, and a preview server with the sample archive for as long as the class lasts. The classes of a test run
 * have one browser, which forgets what it knew between them. No page that they have opened may have gone against its own policy.
 */
final class PreviewInABrowser implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(PreviewInABrowser.class);

    private record Browser(Path scratch, Chromium chromium) implements ExtensionContext.Store.CloseableResource {

        static Browser start() {
            try {
                Path scratch = Files.createTempDirectory("browser");
                return new Browser(scratch, Chromium.start(scratch));
            } catch (IOException e) {
                throw new ParameterResolutionException("The browser has no folder: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            // When this Java ends, the last processes of the browser have written their last.
            deleteOnExit(scratch);
        }
    }

    private record Preview(Path scratch, PreviewServer server) implements ExtensionContext.Store.CloseableResource {

        static Preview start() {
            try {
                Path scratch = Files.createTempDirectory("preview-in-a-browser");
                return new Preview(scratch, PreviewServer.start(InstalledHome.at(scratch.resolve("home"))));
            } catch (Exception e) {
                throw new ParameterResolutionException("The preview server does not start: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            deleteOnExit(scratch);
        }
    }

    /** What is named last goes first. */
    private static void deleteOnExit(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted().map(Path::toFile).forEach(File::deleteOnExit);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Chromium.class, PreviewServer.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store ofClass = context.getStore(OWN);
        return parameter.getParameter().getType() == Chromium.class
                ? ofClass.getOrComputeIfAbsent(Chromium.class, key -> asNew(context), Chromium.class)
                : ofClass.getOrComputeIfAbsent(Preview.class, key -> Preview.start(), Preview.class)
                        .server();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Chromium browser = context.getStore(OWN).get(Chromium.class, Chromium.class);
        if (browser != null) {
            assertThat(browser.refused()).isEmpty();
        }
    }

    private static Chromium asNew(ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(OWN)
                .getOrComputeIfAbsent(Browser.class, key -> Browser.start(), Browser.class)
                .chromium();
        chromium.forget();
        return chromium;
    }
}
