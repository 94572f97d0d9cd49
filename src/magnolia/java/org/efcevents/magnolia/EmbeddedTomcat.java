package org.efcevents.magnolia;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.session.StandardSession;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;
import org.apache.tomcat.util.modeler.Registry;

/**
 * Tomcat 9 or 10.1, whichever lies beside this class: it calls only what both have, and no servlet class by name.
 */
public final class EmbeddedTomcat implements WebServer {

    private final Tomcat tomcat = new Tomcat();
    private Context context;

    @Override
    public int start(Path work, Path webapp, String contextPath, Map<String, String> parameters) {
        // It can be registered once in the life of a JVM, and only web archives that are not unpacked need it.
        TomcatURLStreamHandlerFactory.disable();
        // Of Tomcats that start at once, each with classes of its own, the first connectors would have one name.
        Registry.disableRegistry();
        tomcat.setBaseDir(work.toString());
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        // As in the Tomcat that Magnolia comes with: filters of the delivery REST have brackets.
        connector.setProperty("relaxedQueryChars", "[]|");
        tomcat.setConnector(connector);

        context = tomcat.addWebapp(contextPath, webapp.toString());
        // Not the loader of this class: the web application sees the container, and nothing of the tests.
        context.setParentClassLoader(Tomcat.class.getClassLoader());
        parameters.forEach((name, value) -> {
            ApplicationParameter parameter = new ApplicationParameter();
            parameter.setName(name);
            parameter.setValue(value);
            parameter.setOverride(false);
            context.addApplicationParameter(parameter);
        });
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not start", e);
        }
        if (!context.getState().isAvailable()) {
            throw new IllegalStateException("the web application " + webapp + " did not start: see the log");
        }
        return connector.getLocalPort();
    }

    @Override
    public ClassLoader classes() {
        return context.getLoader().getClassLoader();
    }

    @Override
    public List<Object> kept() {
        List<Object> kept = new ArrayList<>();
        for (Session session : context.getManager().findSessions()) {
            StandardSession standard = (StandardSession) session;
            Collections.list(standard.getAttributeNames()).forEach(name -> kept.add(standard.getAttribute(name)));
        }
        return kept;
    }

    @Override
    public void stop() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        }
    }
}
