package org.efccommand.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.Home;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.repository.RepositoryInUseException;
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

    /** Works in the repositories of both instances. */
    @FunctionalInterface
    public interface Work<T> {
        /** @param sessions of both instances, by their names, that may do everything */
        T in(Map<String, OpenSessions> sessions) throws RepositoryException, IOException, Failure;
    }

    /** Whether nothing has been installed in it yet. */
    public boolean isNew() {
        return !Files.exists(folder.resolve("author"));
    }

    /** Installs the module, as the first start of a preview does. */
    public void install() throws Failure {
        serve().close();
    }

    /** Serves it on a free port; the caller stops that. */
    public PreviewServer serve() throws Failure {
        try {
            return PreviewServer.start(new Options(0, folder, false, module, light));
        } catch (StartException e) {
            throw e.getCause() instanceof RepositoryInUseException
                    ? inUse(e)
                    : new Failure(Failure.REFUSED, e.getMessage(), e);
        }
    }

    /** Works in it, without changing anything. */
    public <T> T read(Work<T> work) throws Failure, IOException {
        try (Home home = Home.enter(folder)) {
            return open(home, work);
        } catch (RepositoryInUseException e) {
            throw inUse(e);
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    /** Changes it: all that the work does, or nothing of it, whatever happens on the way. */
    public <T> T write(Work<T> work) throws Failure, IOException {
        try (Home home = Home.enter(folder)) {
            home.begin();
            T done = open(home, work);
            home.finish();
            return done;
        } catch (RepositoryInUseException e) {
            throw inUse(e);
        } catch (RepositoryException e) {
            throw new Failure(Failure.BROKEN, e.getMessage(), e);
        }
    }

    private static <T> T open(Home home, Work<T> work) throws RepositoryException, IOException, Failure {
        try (ContentRepository author = ContentRepository.open(home.author());
                ContentRepository visible = ContentRepository.open(home.visible());
                OpenSessions ofAuthor = OpenSessions.ofSystem(author);
                OpenSessions ofVisible = OpenSessions.ofSystem(visible)) {
            Map<String, OpenSessions> sessions = new LinkedHashMap<>();
            sessions.put(INSTANCES.get(0), ofAuthor);
            sessions.put(INSTANCES.get(1), ofVisible);
            return work.in(sessions);
        }
    }

    /** Whether an instance has a workspace. */
    public static boolean has(Session any, String workspace) throws RepositoryException {
        return List.of(any.getWorkspace().getAccessibleWorkspaceNames()).contains(workspace);
    }

    private Failure inUse(Exception e) {
        return new Failure(
                Failure.REFUSED,
                "The home " + folder + " is in use by a preview that is running: stop that one first. Nothing was"
                        + " changed",
                e);
    }
}
