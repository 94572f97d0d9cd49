package org.efcpreview.authoring.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A form as {@code form/form.ftl} prints it: all texts in the editor's language, nothing escaped.
 *
 * @param base what the form was opened with, to be sent back with it: {@link FormValues#encoded}
 * @param sections its tabs; one without a label where it has none
 * @param errors what is wrong, in the order of the fields
 */
public record FormView(String base, List<Section> sections, List<FieldError> errors) {
    /** Copies both lists. */
    public FormView {
        sections = List.copyOf(sections);
        errors = List.copyOf(errors);
    }

    /** Whether there are tabs. */
    public boolean tabbed() {
        return sections.size() > 1;
    }

    /**
     * A tab.
     *
     * @param id unique in the page
     * @param label empty if the form has no tabs
     * @param items by the names that the template says; those beside each other that are one field in several languages
     * @param wrong how many controls in it are wrong, or differ from what somebody else has stored meanwhile
     */
    public record Section(String id, String label, Collection<List<Map<String, Object>>> items, long wrong) {}
}
