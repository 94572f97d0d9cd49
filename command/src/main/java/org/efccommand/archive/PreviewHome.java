package org.efccommand.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.lang3.function.FailableFunction;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.efcpreview.web.StartException;

/**
 * A preview's home.
 *
 * @param folder as the preview's {@code --home}
 * @param module as its {@code --module}
 * @param light as its {@code --light}
 */
public record PreviewHome(Path folder, Path module, Path light) {

    /** The instances of a preview: where editors work, and what visitors see. */
    public static final List<String> INSTANCES = List.of("author", "public");

    /** Sessions of both, that may do everything, while a work lasts. */
    public record Sessions(OpenSessions author, OpenSessions visible) {

        /** The session in a workspace of an instance. */
        public Session of(String instance, String workspace) throws RepositoryException {
            return (instance.equals("author") ? author : visible).session(workspace);
        }
    }

    /** Whether nothing has been installed in it yet. */
    public boolean isNew() {
        return !Files.exists(folder.resolve("author"));
    }

    /** Serves it on a free port, and first installs what is not installed; the caller closes that. */
    public PreviewServer serve() throws StartException {
        return PreviewServer.start(new Options(0, folder, false, module, light));
    }

    /** Works in it, without changing anything. */
    public <T> T read(FailableFunction<Sessions, T, Exception> work) throws Exception {
        try (Home home = Home.enter(folder)) {
            return open(home, work);
        }
    }

    /** Changes it: all that the work does, or nothing of it, whatever happens on the way. */
    public <T> T write(FailableFunction<Sessions, T, Exception> work) throws Exception {
        try (Home home = Home.enter(folder)) {
            home.begin();
            T done = open(home, work);
            home.finish();
            return done;
        }
    }

    private static <T> T open(Home home, FailableFunction<Sessions, T, Exception> work) throws Exception {
        try (ContentRepository author = ContentRepository.open(home.author());
                ContentRepository visible = ContentRepository.open(home.visible());
                OpenSessions ofAuthor = OpenSessions.ofSystem(author);
                OpenSessions ofVisible = OpenSessions.ofSystem(visible)) {
            return work.apply(new Sessions(ofAuthor, ofVisible));
        }
    }
}
