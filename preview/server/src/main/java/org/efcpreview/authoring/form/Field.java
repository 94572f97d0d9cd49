package org.efcpreview.authoring.form;

import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;

/**
 * A field of a form: reads its definition, reads and writes a node, takes what was sent, checks it and says what is shown. Each
 * finds what it holds under its name in the values of the fields that it stands among.
 */
abstract class Field extends Part {
    /** The name of the node's property that names the node itself. */
    static final String JCR_NAME = "jcrName";

    private final String name;

    Field(Settings definition, String name) {
        super(definition);
        this.name = name;
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
    abstract boolean write(Node node, FormValues values, Stamp stamp) throws RepositoryException;

    /** What the browser sent for it. */
    abstract FieldValue sent(Submission submission, String control);

    /**
     * Tells what is wrong.
     *
     * @param before what was there: what has not changed may have been chosen when that was possible
     */
    abstract void check(Checks checks, String control, FormValues values, FormValues before) throws RepositoryException;

    /** What it holds where two people changed it, and not to the same; see {@link Merge}. */
    abstract FieldValue merge(Merging merging, String control);

    /**
     * Does what a button in it says; see {@link EditForm#act}.
     *
     * @param path from this field to what the button is about
     * @return what it then holds; empty if it has no such button
     */
    Optional<FieldValue> act(FormValues values, String verb, List<String> path) {
        return Optional.empty();
    }
}
