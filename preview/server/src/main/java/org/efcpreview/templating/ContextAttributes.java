package org.efcpreview.templating;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.module.ModuleDescriptor;

/**
 * The template functions that modules bring: the nodes {@code
 * /modules/rendering/renderers/<renderer>/contextAttributes/<name>} of the workspace {@code config}, with {@code name}
 * and {@code componentClass}.
 *
 * @param objects the functions by the name that templates call them
 * @param failure why no page can be rendered: a class that no descriptor declares (Magnolia's {@code
 *     NoSuchComponentException}) or that cannot be made; empty if all is well
 */
public record ContextAttributes(Map<String, Object> objects, Optional<String> failure) {
    private static final String RENDERERS = "/modules/rendering/renderers";

    /** Copies the map. */
    public ContextAttributes {
        objects = Map.copyOf(objects);
    }

    /**
     * Makes one object of each class that is configured.
     *
     * @param config a session in the workspace {@code config}
     * @param modules the descriptors that must declare the classes, under components {@code main}
     */
    public static ContextAttributes load(Session config, List<ModuleDescriptor> modules) throws RepositoryException {
        Map<String, Object> objects = new LinkedHashMap<>();
        Map<String, Object> made = new HashMap<>();
        if (!config.nodeExists(RENDERERS)) {
            return new ContextAttributes(objects, Optional.empty());
        }
        for (Node renderer : JcrUtils.getChildNodes(config.getNode(RENDERERS))) {
            if (!renderer.hasNode("contextAttributes")) {
                continue;
            }
            for (Node node : JcrUtils.getChildNodes(renderer.getNode("contextAttributes"))) {
                if (!node.hasProperty("name") || !node.hasProperty("componentClass")) {
                    return failed(node.getPath() + " needs both name and componentClass");
                }
                String type = node.getProperty("componentClass").getString();
                if (!made.containsKey(type)) {
                    Optional<String> implementation = modules.stream()
                            .flatMap(module -> module.components().stream())
                            .filter(component -> component.container().equals("main"))
                            .filter(component -> component.type().equals(type))
                            .map(ModuleDescriptor.Component::implementation)
                            .findFirst();
                    if (implementation.isEmpty()) {
                        return failed("No component configuration for key [class " + type
                                + "] found: declare it under <components><id>main</id> in the module descriptor"
                                + " (" + node.getPath() + " uses it)");
                    }
                    try {
                        // What Magnolia's component provider does with a class that it knows by name only.
                        made.put(
                                type,
                                Class.forName(implementation.get())
                                        .getConstructor()
                                        .newInstance());
                    } catch (ReflectiveOperationException | LinkageError e) {
                        return failed("Cannot make the template functions " + implementation.get() + ": "
                                + (e instanceof InvocationTargetException ? e.getCause() : e)
                                + " (the class needs a public constructor without parameters)");
                    }
                }
                objects.put(node.getProperty("name").getString(), made.get(type));
            }
        }
        return new ContextAttributes(objects, Optional.empty());
    }

    private static ContextAttributes failed(String why) {
        return new ContextAttributes(Map.of(), Optional.of(why));
    }
}
