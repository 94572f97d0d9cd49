package org.efcpreview.authoring.form;

/**
 * What is wrong with a field.
 *
 * @param control the name of the control in the form, such as {@code participations/0/speaker}
 * @param label what the editor knows the field by
 * @param message what is wrong and what to do, in the editor's language
 */
public record FieldError(String control, String label, String message) {
    /** The {@code id} of the control in the page. */
    public String id() {
        return Field.id(control);
    }
}
