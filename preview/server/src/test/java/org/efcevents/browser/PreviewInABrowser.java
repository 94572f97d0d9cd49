package org.efcevents.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class a browser and a preview server with the sample archive, for as long as the class lasts. */
final class PreviewInABrowser implements ParameterResolver {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(PreviewInABrowser.class);

    private record Running(Path scratch, Chromium browser, PreviewServer server)
            implements ExtensionContext.Store.CloseableResource {

        static Running start() {
            try {
                Path scratch = Files.createTempDirectory("preview-in-a-browser");
                Chromium browser = Chromium.start(scratch.resolve("profile"));
                try {
                    return new Running(
                            scratch, browser, PreviewServer.start(InstalledHome.at(scratch.resolve("home"))));
                } catch (Exception | Error e) {
                    browser.close();
                    throw e;
                }
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new ParameterResolutionException("The preview server does not start: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            browser.close();
            try (Stream<Path> all = Files.walk(scratch)) {
                // When this Java ends, the last processes of the browser have written their last; what is named last
                // goes first.
                all.sorted().map(Path::toFile).forEach(File::deleteOnExit);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Chromium.class, PreviewServer.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running =
                context.getStore(OWN).getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Chromium.class ? running.browser() : running.server();
    }
}
