package org.efcpreview.authoring.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.form.EditForm;
import org.efcpreview.authoring.form.Editing;
import org.efcpreview.authoring.form.FormValues;
import org.efcpreview.http.Reply;

/** A dialog that a template names, about a part of a page, or about one that is made when it is sent. */
final class Dialog extends Editing {
    private final Task task;
    private final Making making;

    /**
     * What a dialog is for.
     *
     * @param title the heading
     * @param nav the way here
     * @param back the screen that it leads to when it has been saved
     * @param done what is said there then
     * @param cancel the screen that it leads to when it has not
     */
    record Task(String title, List<Map<String, String>> nav, String back, String done, String cancel) {}

    /** Makes the node that a new dialog is about; it is called when what was sent is right. */
    interface Making {
        Node make() throws RepositoryException;
    }

    Dialog(Request request, Task task, EditForm form, Optional<Node> node, Making making) {
        super(request, "page/dialog.ftl", form, node, Optional.empty());
        this.task = task;
        this.making = making;
    }

    @Override
    protected Map<String, Object> model(String remark) {
        return Map.of("title", task.title(), "nav", task.nav(), "back", request.address(task.cancel()));
    }

    @Override
    protected Node made(FormValues values) throws RepositoryException {
        return making.make();
    }

    @Override
    protected Reply saved(Node written) {
        return request.seeOther(task.back(), task.done());
    }
}
