package org.efcpreview.authoring.form;

import java.util.List;
import org.efcpreview.authoring.asset.Assets;

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
     * @param wrong how many fields in it are wrong
     */
    public record Section(String id, String label, List<Item> items, int wrong) {}

    /** Something between the buttons. */
    public sealed interface Item {
        /** Which macro prints it. */
        String type();
    }

    /** One value of several that a control offers. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * A control with its label.
     *
     * @param type {@code text}, {@code area}, {@code rich}, {@code number}, {@code date}, {@code date-time}, {@code
     *     password}, {@code box}, {@code select}, {@code asset}, {@code radio} or {@code boxes}
     * @param control its name in what is sent
     * @param language the language of what it holds, such as {@code fr}; empty where it has none of its own
     * @param languageName that language, as the editor calls it
     * @param description a sentence about it; may be empty
     * @param value the text it holds; empty for none
     * @param most the longest text that is let in; 0 for any
     * @param choices what can be chosen; with the value that is chosen
     * @param none whether nothing may be chosen
     * @param noneLabel what the editor reads for that
     * @param error what is wrong; empty for nothing
     * @param file the asset that is chosen; null for none, and where no asset is to be chosen
     * @param theirs what someone else has stored meanwhile; empty if nobody has
     */
    public record Line(
            String type,
            String control,
            String id,
            String label,
            String language,
            String languageName,
            String description,
            String placeholder,
            String value,
            boolean required,
            boolean readOnly,
            int rows,
            int most,
            List<Choice> choices,
            boolean none,
            String noneLabel,
            boolean filter,
            String error,
            Assets.Asset file,
            List<String> theirs)
            implements Item {}

    /** The same field in several languages, beside each other. */
    public record Languages(String label, List<Line> lines) implements Item {
        @Override
        public String type() {
            return "languages";
        }
    }

    /** @param text with basic HTML, safe */
    public record Note(String text) implements Item {
        @Override
        public String type() {
            return "note";
        }
    }

    /** A field made of fields. */
    public record Group(String id, String label, String description, List<Item> items) implements Item {
        @Override
        public String type() {
            return "group";
        }
    }

    /** A choice that decides which fields follow; {@code forms} has one, maybe empty, for each that can be chosen. */
    public record Switch(String id, String label, String description, Line selector, List<Form> forms) implements Item {
        @Override
        public String type() {
            return "switch";
        }
    }

    /** @param number counts from 1, in the order of what can be chosen */
    public record Form(int number, String label, boolean chosen, List<Item> items) {}

    /**
     * A field that can be repeated.
     *
     * @param addLabel what the button says; empty if there may be no more
     * @param theirs what someone else did to it; empty for nothing
     */
    public record Repeat(
            String id,
            String control,
            String label,
            String description,
            List<Entry> entries,
            String addLabel,
            boolean required,
            String error,
            String theirs)
            implements Item {
        @Override
        public String type() {
            return "repeat";
        }
    }

    /**
     * @param control its own, below which those of its fields are
     * @param key what it is known by: to be sent back
     * @param label such as "Speaker 2"
     */
    public record Entry(
            String control,
            String id,
            String key,
            String label,
            List<Item> items,
            boolean removable,
            boolean up,
            boolean down) {}
}
