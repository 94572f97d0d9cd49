package org.efcpreview.authoring.form;

/** How controls are called. */
final class Names {
    private Names() {}

    /** The control of a field within another's. */
    static String control(String within, String name) {
        return within.isEmpty() ? name : within + "/" + name;
    }

    /** The {@code id} of a control in the page. */
    static String id(String control) {
        return "f." + control.replace('/', '.').replace(':', '-');
    }
}
