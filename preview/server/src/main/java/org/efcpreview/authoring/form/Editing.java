package org.efcpreview.authoring.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Request;
import org.efcpreview.http.Reply;

/**
 * One request to one form: shows it, does what a button within it says, or saves what was sent unless something is wrong with
 * that or somebody else was faster. Who extends this says where the form stands and what it is about.
 */
public abstract class Editing {
    protected final Request request;
    protected final EditForm form;

    /** What is edited; empty while it is not made. */
    protected final Optional<Node> node;

    /** In what a new node would lie; empty for one that is there, and where any name is free. */
    protected final Optional<Node> parent;

    private final String template;
    private final FormValues yours;
    private final FormValues base;
    private final Showing showing;

    /** @param template the page that has the form */
    protected Editing(Request request, String template, EditForm form, Optional<Node> node, Optional<Node> parent) {
        this.request = request;
        this.template = template;
        this.form = form;
        this.node = node;
        this.parent = parent;
        this.yours = form.parse(request.submission());
        this.base = form.base(request.submission());
        this.showing = new Showing(form.labels(request), request, node, parent);
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
        FormValues merged = form.fields().merge(new Merge(base, stored, yours, showing.conflicts()), "");
        boolean mixed = !base.equals(stored) && !merged.equals(stored);
        if (!showing.conflicts().isEmpty() || mixed && looksThrough) {
            return show(409, "conflict", merged, stored);
        }
        FormValues values = completed(merged);
        form.fields().check(showing, "", values, stored);
        if (!showing.errors().isEmpty()) {
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
        model.put("view", form.view(showing, values, before));
        return request.page(status, template, model);
    }
}
