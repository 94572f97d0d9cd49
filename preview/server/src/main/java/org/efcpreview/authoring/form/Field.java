package org.efcpreview.authoring.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/** A field of a form: reads its definition, reads and writes a node, takes what was sent, checks it and says what is shown. */
abstract class Field {
    /** The name of the node's property that names the node itself. */
    static final String JCR_NAME = "jcrName";

    private final Settings definition;
    private final String name;

    Field(Settings definition, String name) {
        this.definition = definition;
        this.name = name;
    }

    /** The control of a field within another's. */
    static String control(String within, String name) {
        return within.isEmpty() ? name : within + "/" + name;
    }

    /** The {@code id} of a control in the page. */
    static String id(String control) {
        return "f." + control.replace('/', '.').replace(':', '-');
    }

    final Settings definition() {
        return definition;
    }

    /** Where it stands in its definition, as in {@link org.definitioncheck.message.RequiredKey#path}. */
    final String path() {
        return definition.key();
    }

    /** What it is called among the values and, where it is one, its property: {@code title}, {@code title_fr}. */
    final String name() {
        return name;
    }

    /** The language that it is in; empty for the site's default language, and where it has none. */
    String language() {
        return "";
    }

    /** Whether it has no control: what is stored stays, and what is new gets its default. */
    boolean hidden() {
        return false;
    }

    /** What it holds when nothing is in it; an unticked box is a value of its own. */
    abstract FieldValue empty();

    /** What it holds when a node is made. */
    abstract FieldValue initial();

    /** What it holds on a node. */
    abstract FieldValue read(Node node) throws RepositoryException;

    /** Writes what it holds to a node; gives whether anything has changed. */
    abstract boolean write(Node node, FieldValue held, Stamp stamp) throws RepositoryException;

    /** What the browser sent for it. */
    abstract FieldValue sent(Submission submission, String control);

    /**
     * Tells what is wrong.
     *
     * @param before what was there: what has not changed may have been chosen when that was possible
     */
    abstract void check(Editing editing, String control, FieldValue held, FieldValue before) throws RepositoryException;

    /** What it holds where two people changed it, and not to the same; see {@link Merge}. */
    abstract FieldValue merge(Merge merge, String control);

    /**
     * Does what a button in it says; see {@link EditForm#act}.
     *
     * @param path from this field to what the button is about
     * @return what it then holds; empty if it has no such button
     */
    Optional<FieldValue> act(FieldValue held, String verb, List<String> path) {
        return Optional.empty();
    }

    /** What {@code form.ftl} prints, by the names that its macros say. */
    abstract Map<String, Object> item(Editing editing, String control, FieldValue held) throws RepositoryException;

    /** What is told of every field; {@code type} is the macro that prints it. */
    final Map<String, Object> item(Editing editing, String type, String control) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("type", type);
        item.put("control", control);
        item.put("id", id(control));
        item.put("label", editing.text(path(), "label"));
        item.put("description", editing.text(path(), "description"));
        return item;
    }
}
