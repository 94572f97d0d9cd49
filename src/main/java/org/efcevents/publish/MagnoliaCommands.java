package org.efcevents.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The command that the apps run for "Publish": {@code publish} of the catalog {@code versioned}, with the parameters that {@code
 * info.magnolia.ui.contentapp.action.JcrCommandAction} gives it. It makes a version first, which asks for the right to write, and publishes
 * with the rights of the system then.
 *
 * <p>Templates have both objects from the renderer's configuration. They are called by name, because the archive's Java knows no class of
 * Magnolia's.
 *
 * @param commands {@code info.magnolia.commands.CommandsManager}
 * @param receivers {@code info.magnolia.cms.exchange.ActivationManager}
 */
public record MagnoliaCommands(Object commands, Object receivers) implements Publisher {

    private static final String MONITOR = "info.magnolia.publishing.monitor.PublishingMonitor";

    /**
     * The two where a template has them.
     *
     * @return empty if one is missing, as where an older version of the archive was installed
     */
    public static Optional<Publisher> of(Object commands, Object receivers) {
        return isThere(commands) && isThere(receivers)
                ? Optional.of(new MagnoliaCommands(commands, receivers))
                : Optional.empty();
    }

    /** A template has an empty text for what is missing. */
    private static boolean isThere(Object object) {
        return object != null && !(object instanceof CharSequence);
    }

    @Override
    public boolean hasReceiver() {
        try {
            return (Boolean)
                    receivers.getClass().getMethod("hasAnyActiveSubscriber").invoke(receivers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Magnolia does not tell whether it has a receiver", e);
        }
    }

    /** Whatever sends in this Magnolia: its own, and what takes its place elsewhere, note it with the monitor. */
    @Override
    public Optional<Receipts> receipts() {
        ClassLoader magnolia = commands.getClass().getClassLoader();
        try {
            Object monitor = Class.forName("info.magnolia.objectfactory.Components", true, magnolia)
                    .getMethod("getComponent", Class.class)
                    .invoke(null, Class.forName(MONITOR, true, magnolia));
            Method log = monitor.getClass().getMethod("getPublishingLog");
            return Optional.of(new Receipts(() -> entries(log, monitor)));
        } catch (ReflectiveOperationException noMonitor) {
            return Optional.empty();
        }
    }

    private static Collection<?> entries(Method log, Object monitor) {
        try {
            return (Collection<?>) log.invoke(monitor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Magnolia does not tell what has been received", e);
        }
    }

    @Override
    public void publish(String workspace, String path, String id, String user) throws Exception {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("repository", workspace, "path", path, "uuid", id, "userName", user));
        try {
            commands.getClass()
                    .getMethod("executeCommand", String.class, String.class, Map.class)
                    .invoke(commands, "versioned", "publish", parameters);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
