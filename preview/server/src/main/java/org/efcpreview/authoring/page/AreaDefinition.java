package org.efcpreview.authoring.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.efcpreview.authoring.Settings;

/**
 * What a template says of one of its areas ({@code info.magnolia.rendering.template.configured.ConfiguredAreaDefinition}).
 *
 * @param name its name, which is that of its node
 * @param settings the definition
 */
record AreaDefinition(String name, Settings settings) {
    /** The areas that a template or an area defines and that are not switched off, by name. */
    static Map<String, AreaDefinition> of(Settings owner) {
        Settings areas = owner.object("areas");
        Map<String, AreaDefinition> enabled = new LinkedHashMap<>();
        for (Object key : areas.values().keySet()) {
            AreaDefinition area = new AreaDefinition(key.toString(), areas.object(key.toString()));
            if (area.settings.flag("enabled", true)) {
                enabled.put(area.name, area);
            }
        }
        return enabled;
    }

    /** Whether it holds components at all, and not only areas. */
    boolean holdsComponents() {
        return !settings.text("type").equals("noComponent");
    }

    /** How many components it can hold. */
    int most() {
        int most = settings.number("maxComponents", Integer.MAX_VALUE);
        return settings.text("type").equals("single") ? Math.min(1, most) : most;
    }

    /** Whether an editor decides that there is one at all. */
    boolean optional() {
        return settings.flag("optional", false);
    }

    /** Whether it has a node of its own; if not, its components lie in the node that it is an area of. */
    boolean hasNode() {
        return settings.flag("createAreaNode", true);
    }

    /** The dialog that it can be edited with; empty for none. */
    String dialog() {
        return settings.flag("editable", true) ? settings.text("dialog") : "";
    }

    /** The templates of the components that somebody with these roles may place here, in the definition's order. */
    List<String> available(Set<String> roles) {
        return settings.objects("availableComponents").stream()
                .filter(component -> component.flag("enabled", true))
                // As AvailableComponents: superuser is not asked about apart.
                .filter(component -> component.texts("roles").isEmpty()
                        || component.texts("roles").stream().anyMatch(roles::contains))
                .map(component -> component.text("id"))
                .toList();
    }

    /**
     * Whether the area lets somebody do something with a component.
     *
     * @param template the component's template
     * @param operation {@code write}, {@code move} or {@code delete}
     * @param roles of whoever wants to
     */
    boolean permits(String template, String operation, Set<String> roles) {
        return settings.objects("availableComponents").stream()
                .filter(component -> component.text("id").equals(template))
                .findFirst()
                .map(component ->
                        component.object("permissions").object(operation).opensTo(roles))
                .orElse(true);
    }
}
