package org.efcpreview.authoring.page;

import java.util.List;
import java.util.Optional;

/**
 * The areas of a page and what is in them, with what the user may do there: the page editor's view of a page.
 *
 * @param areas in the order in which the template defines them
 */
public record Outline(List<Area> areas) {
    /** Copies the list. */
    public Outline {
        areas = List.copyOf(areas);
    }

    /**
     * An area.
     *
     * @param id unique in the page
     * @param owner the path of the page, component or area that it is an area of
     * @param name its name
     * @param path the path of the node that holds its components, whether it is there yet or not
     * @param label what the user reads
     * @param present whether it can hold components: false for an optional one that nobody has made
     * @param addible whether a component may be added now
     * @param full whether none may be added because there are as many as the definition allows
     * @param creatable whether the user may make it
     * @param removable whether the user may take it away
     * @param dialog whether it has a dialog that the user may open
     * @param components what is in it
     * @param areas areas within it
     */
    public record Area(
            String id,
            String owner,
            String name,
            String path,
            String label,
            boolean present,
            boolean addible,
            boolean full,
            boolean creatable,
            boolean removable,
            boolean dialog,
            List<Component> components,
            List<Area> areas) {
        /** Copies the lists. */
        public Area {
            components = List.copyOf(components);
            areas = List.copyOf(areas);
        }
    }

    /**
     * A component.
     *
     * @param id its identifier, unique in the page
     * @param path its path
     * @param label the title of its template
     * @param summary the beginning of the first text in it; empty if it has none
     * @param known whether there is a template of the identifier that it names
     * @param template that identifier; empty if it names none
     * @param shown whether the page shows it: an area shows no more than it may hold
     * @param editable whether it has a dialog that the user may open
     * @param duplicable whether another one like it may be added
     * @param replaceable whether the user may give it another template
     * @param removable whether the user may remove it
     * @param before the path of the component that it changes places with when it moves up; empty if it may not
     * @param after the same for down
     * @param areas areas within it
     */
    public record Component(
            String id,
            String path,
            String label,
            String summary,
            boolean known,
            String template,
            boolean shown,
            boolean editable,
            boolean duplicable,
            boolean replaceable,
            boolean removable,
            Optional<String> before,
            Optional<String> after,
            List<Area> areas) {
        /** Copies the list. */
        public Component {
            areas = List.copyOf(areas);
        }
    }

    /** Whether there is something to edit. */
    public boolean isEmpty() {
        return areas.isEmpty();
    }
}
