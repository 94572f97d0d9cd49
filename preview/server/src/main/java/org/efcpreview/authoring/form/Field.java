package org.efcpreview.authoring.form;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field of a form, as its definition says; see {@link FieldReader}. */
sealed interface Field {
    /** The name of the node's property that names the node itself. */
    String JCR_NAME = "jcrName";

    /** The property's name. */
    String name();

    /** Where it stands in its definition, as in {@link org.definitioncheck.message.RequiredKey#path}. */
    String path();

    /** How an editor fills it. */
    enum Kind {
        TEXT,
        PASSWORD,
        CHECK_BOX,
        SELECT,
        RADIO,
        CHECK_BOXES,
        DATE,
        DATE_TIME,
        RICH_TEXT,
        HIDDEN
    }

    /** How a node keeps it. */
    enum Model {
        TEXT,
        LONG,
        DOUBLE,
        DECIMAL,
        BOOLEAN,
        DATE,
        SEVERAL
    }

    /** What a validator asks for. */
    enum Test {
        PATTERN,
        EMAIL,
        NODE_NAME,
        SAFE_HTML
    }

    /**
     * A validator.
     *
     * @param path where it stands in its definition; empty for one that Magnolia adds
     * @param pattern what the whole text must match; for {@link Test#PATTERN} and {@link Test#NODE_NAME}
     * @param adding for {@link Test#NODE_NAME}: whether the node is made below the one at hand
     * @param html what {@link Test#SAFE_HTML} lets in
     */
    record Rule(String path, Test test, Optional<Pattern> pattern, boolean adding, SafeHtml html) {
        /** One that is not about HTML. */
        Rule(String path, Test test, Optional<Pattern> pattern, boolean adding) {
            this(path, test, pattern, adding, SafeHtml.DEFAULT);
        }

        /** One for HTML. */
        Rule(String path, SafeHtml html) {
            this(path, Test.SAFE_HTML, Optional.empty(), false, html);
        }
    }

    /** What can be chosen. */
    sealed interface Source {}

    /**
     * Options that the definition names.
     *
     * @param options in order
     */
    record Listed(List<Option> options) implements Source {}

    /** @param path where it stands in its definition */
    record Option(String value, String path) {}

    /**
     * Nodes.
     *
     * @param types none for any
     * @param describeBy the property that shows; empty for the node's name
     * @param sortBy properties, true for ascending
     * @param byPath whether the path is stored and not the identifier
     */
    record Nodes(
            String workspace,
            String root,
            List<String> types,
            String describeBy,
            Map<String, Boolean> sortBy,
            boolean byPath)
            implements Source {}

    /** Files of the asset app; {@code jcr:} and the identifier is stored. */
    record Assets() implements Source {}

    /**
     * A field that holds one value, or several of which each is chosen.
     *
     * @param defaultValue what it holds when a node is made; empty for nothing
     * @param maxLength -1 for any length
     * @param source empty unless something is chosen
     * @param emptyAllowed whether choosing can be taken back
     * @param filter whether the editor may search among what can be chosen
     * @param format how a date is stored that is a text; empty for one that is a point in time
     */
    record Input(
            String name,
            String path,
            Kind kind,
            Model model,
            boolean i18n,
            boolean required,
            boolean readOnly,
            String defaultValue,
            int rows,
            int maxLength,
            List<Rule> rules,
            Optional<Source> source,
            boolean emptyAllowed,
            boolean filter,
            Optional<DateTimeFormatter> format)
            implements Field {
        boolean isNodeName() {
            return name.equals(JCR_NAME);
        }
    }

    /** A text among the fields. */
    record Static(String name, String path) implements Field {}

    /**
     * Where a field made of fields keeps them.
     *
     * @param current whether on the very node of the form
     * @param nodeName otherwise, the sub-node
     * @param nodeType and its type
     * @param removeIfEmpty whether a new one stays away if nothing is in it
     */
    record Place(boolean current, String nodeName, String nodeType, boolean removeIfEmpty) {}

    /** A field made of fields. */
    record Composite(String name, String path, Place place, List<Field> fields) implements Field {}

    /**
     * A choice that decides which fields follow.
     *
     * @param forms by the value of the selector
     * @param removeOthers whether the fields of what is not chosen are emptied
     */
    record Switch(
            String name, String path, Place place, Input selector, Map<String, Composite> forms, boolean removeOthers)
            implements Field {}

    /**
     * A field that can be repeated.
     *
     * @param place where the entries lie; for values of one property, {@code current}
     * @param entry what each entry holds
     * @param values whether the entries are the values of one property, and not nodes
     * @param entryType the node type of an entry
     */
    record Multi(
            String name,
            String path,
            Place place,
            Field entry,
            boolean values,
            String entryType,
            boolean required,
            int min,
            int max,
            boolean removable,
            boolean ordered)
            implements Field {
        /** The fields of an entry. */
        List<Field> fields() {
            return entry instanceof Composite composite ? composite.fields() : List.of(entry);
        }
    }
}
