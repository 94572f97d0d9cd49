package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Labels;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Request;
import org.efcpreview.http.Reply;

/**
 * One request to one form: shows it, does what a button within it says, or saves what was sent unless something is wrong with
 * that or somebody else was faster. Who extends this says where the form stands and what it is about.
 *
 * <p>It tells fields what an editor reads besides what they hold: texts of the module where it has any, else the authoring UI's
 * own; what can be chosen, which is read once; what is wrong, and what others have stored meanwhile.
 */
public abstract class Editing {
    protected final Request request;
    protected final EditForm form;

    /** What is edited; empty while it is not made. */
    protected final Optional<Node> node;

    /** In what a new node would lie; empty for one that is there, and where any name is free. */
    protected final Optional<Node> parent;

    /** What an editor reads in the definition. */
    final Labels labels;

    private final String template;
    private final FormValues yours;
    private final FormValues base;
    private final Map<Choices, Map<String, String>> read = new HashMap<>();

    /** As {@link Merge#conflicts}. */
    private final Map<String, List<String>> conflicts = new LinkedHashMap<>();

    /**
     * What has been found to be wrong so far: the {@code control}, by its name, such as {@code participations/0/speaker}; its {@code
     * id} in the page; its {@code label}; and the {@code message}, what is wrong and what to do, in the editor's language.
     */
    final List<Map<String, String>> errors = new ArrayList<>();

    /** @param template the page that has the form */
    protected Editing(Request request, String template, EditForm form, Optional<Node> node, Optional<Node> parent) {
        this.request = request;
        this.template = template;
        this.form = form;
        this.node = node;
        this.parent = parent;
        this.yours = form.parse(request.submission());
        this.base = form.base(request.submission());
        this.labels = form.labels(request);
    }

    /**
     * What the page is given that has the form, besides {@code view} (of {@link EditForm#view}), {@code remark}, and {@code
     * unsaved}: whether what the form holds is stored nowhere yet.
     *
     * @param remark what stands above the fields: {@code conflict}, what {@link #show} is given, or nothing
     */
    protected abstract Map<String, Object> model(String remark) throws RepositoryException;

    /** What is saved of what was sent; nothing of it has been checked yet. */
    protected FormValues completed(FormValues values) throws RepositoryException {
        return values;
    }

    /** Makes the node of values that nothing is wrong with. */
    protected abstract Node made(FormValues values) throws RepositoryException;

    /** Where a form leads that has been saved. */
    protected abstract Reply saved(Node written) throws RepositoryException;

    /**
     * Answers the request.
     *
     * @param initially what the form of something new holds when it is opened
     * @param looksThrough whether an editor looks at what two people did to different fields before it is saved
     * @throws javax.jcr.AccessDeniedException if the user may not write what was sent
     */
    public final Reply answer(FormValues initially, boolean looksThrough) throws RepositoryException {
        FormValues stored = node.isPresent() ? form.read(node.get()) : request.sends() ? base : initially;
        if (!request.sends()) {
            return show(200, "", stored, stored);
        }
        Optional<FormValues> acted = form.act(yours, request.submission().text(EditForm.DO));
        if (acted.isPresent() || request.again()) {
            return show(200, "", acted.orElse(yours), base);
        }
        FormValues merged = form.fields().merge(new Merge(base, stored, yours, conflicts), "");
        boolean mixed = !base.equals(stored) && !merged.equals(stored);
        if (!conflicts.isEmpty() || mixed && looksThrough) {
            return show(409, "conflict", merged, stored);
        }
        FormValues values = completed(merged);
        form.fields().check(this, "", values, stored);
        if (!errors.isEmpty()) {
            return show(422, "", merged, stored);
        }
        Node written = node.isPresent() ? node.get() : made(values);
        form.write(written, values, request.user().name());
        written.getSession().save();
        return saved(written);
    }

    /** Shows what was sent, with the reason why nothing is done with it. */
    protected final Reply show(int status, String remark) throws RepositoryException {
        return show(status, remark, yours, base);
    }

    private Reply show(int status, String remark, FormValues values, FormValues before) throws RepositoryException {
        Map<String, Object> model = new LinkedHashMap<>(model(remark));
        model.put("remark", remark);
        model.put("unsaved", request.sends());
        model.put("view", form.view(this, values, before));
        return request.page(status, template, model);
    }

    // What fields ask

    /** The text that a part of the definition has for one of its properties; empty if it has none. */
    final String text(String path, String property) {
        return labels.text(path + "/" + property);
    }

    /** As {@link Choices#read}. */
    final Map<String, String> choices(Choices source) throws RepositoryException {
        if (!read.containsKey(source)) {
            read.put(source, source.read(this));
        }
        return read.get(source);
    }

    /**
     * Finds fault with a field.
     *
     * @param message where the definition may have a text of its own for it
     * @param key of the text if it has none
     */
    final void refuse(String control, String label, String message, String key, Object... arguments) {
        String text = labels.find(message).orElseGet(() -> request.say(key, arguments));
        errors.add(Map.of("control", control, "id", Field.id(control), "label", label, "message", text));
    }

    /** Whether a name that an editor typed is another node's already. */
    final boolean isTaken(String typed, Rule.Naming naming) throws RepositoryException {
        if (naming == Rule.Naming.NOTHING || node.isEmpty() && parent.isEmpty()) {
            return false;
        }
        String name = NodeNames.valid(typed);
        Node folder = parent.isPresent()
                ? parent.get()
                : naming == Rule.Naming.NODE ? node.get().getParent() : node.get();
        return folder.hasNode(name) && (node.isEmpty() || !folder.getNode(name).isSame(node.get()));
    }

    /** What is wrong in a control; empty for nothing. */
    final String error(String control) {
        return errors.stream()
                .filter(error -> error.get("control").equals(control))
                .map(error -> error.get("message"))
                .collect(Collectors.joining(" "));
    }

    /**
     * What somebody else has stored in a control meanwhile; empty if nobody has.
     *
     * @param nothing key of the text that says that they have left nothing of it
     * @param shown what the editor reads for what is stored, where that is something else
     */
    final List<String> theirs(String control, String nothing, Map<String, String> shown) {
        List<String> theirs = conflicts.getOrDefault(control, List.of());
        return theirs.isEmpty() && conflicts.containsKey(control)
                ? List.of(request.say(nothing))
                : theirs.stream().map(text -> shown.getOrDefault(text, text)).toList();
    }

    /** How many controls of some fields are wrong, or differ from what somebody else has stored. */
    final long wrong(Group fields) {
        Set<String> names = fields.fields().stream().map(Field::name).collect(Collectors.toSet());
        return Stream.concat(errors.stream().map(error -> error.get("control")), conflicts.keySet().stream())
                .distinct()
                .filter(control -> names.contains(control.split("/")[0]))
                .count();
    }
}
