package org.efcpreview.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.definitioncheck.resource.Resource;
import org.eclipse.jetty.ee8.nested.ResourceService;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves {@code /.resources/<module>/…} (rules: {@code info.magnolia.module.resources.ResourcesServlet}). */
final class ServedFiles {
    /** What Magnolia never hands out, whatever folder it lies in. */
    private static final Pattern FORBIDDEN = Pattern.compile("/[^/]*|/META-INF/.*|.*\\.(ftl|java|class|yaml)");

    /** Where Magnolia's types of files are not Jetty's. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "application/javascript",
            "mjs", "application/javascript",
            "map", "application/json",
            "webmanifest", "application/manifest+json",
            "xml", "text/xml",
            "ics", "text/calendar",
            "vtt", "text/vtt",
            "ico", "image/x-icon",
            "otf", "font/otf");

    private final LiveModules modules;
    private final MimeTypes.Mutable types = new MimeTypes.Mutable();
    private final ResourceService service = new ResourceService();

    ServedFiles(LiveModules modules) {
        this.modules = modules;
        TYPES.forEach(types::addMimeMapping);
        service.setPathInfoOnly(true);
        service.setEtags(true);
        service.setHttpContentFactory(this::content);
    }

    private ResourceHttpContent content(String path) {
        Optional<Resource> file = FORBIDDEN.matcher(path).matches()
                ? Optional.empty()
                : modules.current().files().find(path);
        if (file.isEmpty()) {
            return null;
        }
        String type = Optional.ofNullable(types.getMimeByExtension(path)).orElse("application/octet-stream");
        // As Magnolia does, a charset is put to each of them.
        return new ResourceHttpContent(
                file.get().held().isPresent()
                        ? new Held(file.get())
                        : ResourceFactory.root().newResource(file.get().file()),
                type + ";charset=UTF-8");
    }

    /** A file as it was when it was last in order, whatever it is now. */
    private static final class Held extends org.eclipse.jetty.util.resource.Resource {
        private final Resource file;

        Held(Resource file) {
            this.file = file;
        }

        @Override
        public Path getPath() {
            return null;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public boolean isDirectory() {
            return false;
        }

        @Override
        public boolean isReadable() {
            return true;
        }

        @Override
        public URI getURI() {
            return file.file().toUri();
        }

        @Override
        public String getName() {
            return file.path();
        }

        @Override
        public String getFileName() {
            return file.name();
        }

        @Override
        public long length() {
            return file.size();
        }

        @Override
        public Instant lastModified() {
            return file.lastModified().toInstant();
        }

        @Override
        public InputStream newInputStream() {
            return new ByteArrayInputStream(file.bytes());
        }

        @Override
        public org.eclipse.jetty.util.resource.Resource resolve(String below) {
            return null;
        }
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        service.doGet(request, response);
    }
}
