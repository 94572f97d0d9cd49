package org.efcevents.magnolia;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A servlet container with one web application. What both sides of the class loaders share: the tests know only this
 * interface, {@link EmbeddedTomcat} is loaded beside the container's own classes.
 */
public interface WebServer {

    /**
     * Starts the web application on a free port of the loopback interface.
     *
     * @param work where the container keeps its own files
     * @param webapp the exploded web application
     * @param contextPath empty, or a path that begins with a slash
     * @param parameters context parameters; they outdo those of {@code web.xml}
     * @return the port
     * @throws IllegalStateException if the web application did not start; the container's log says why
     */
    int start(Path work, Path webapp, String contextPath, Map<String, String> parameters);

    /** The web application's class loader; there while it runs. */
    ClassLoader classes();

    /** What the web application keeps in the sessions of its visitors. */
    List<Object> kept();

    /** Stops the web application and the container, and waits for it. */
    void stop();
}
