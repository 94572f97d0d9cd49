package org.efcpreview.authoring.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.form.EditForm;
import org.efcpreview.authoring.form.EditForms;
import org.efcpreview.authoring.form.Editing;
import org.efcpreview.authoring.form.FormValues;
import org.efcpreview.http.Reply;

/** Shows the dialogs that templates name, and saves what they send. */
final class Dialogs {
    private final Views views;
    private final EditForms forms;

    Dialogs(Services services, Views views) {
        this.views = views;
        this.forms = new EditForms(services.definitions(), services.messages(), services.locales());
    }

    /**
     * A dialog to be shown.
     *
     * @param dialog its identifier
     * @param title the heading
     * @param nav the way here
     * @param back the screen that it leads to when it has been saved
     * @param done what is said there then
     * @param cancel the screen that it leads to when it has not
     */
    record Task(String dialog, String title, List<Map<String, String>> nav, String back, String done, String cancel) {}

    /**
     * Something to be confirmed.
     *
     * @param key of the texts {@code <key>.title} and {@code <key>.text}
     * @param submit the key of what the button says
     * @param address where the answer is sent
     * @param back the screen that somebody goes back to who does not want it
     */
    record Question(String key, String submit, String address, String back) {}

    /**
     * Asks whether something is meant.
     *
     * @param model of what it is about
     * @param arguments of the texts
     */
    Reply confirm(Desk desk, Question question, Map<String, Object> model, Object... arguments) {
        model.put("title", desk.say(question.key() + ".title", arguments));
        model.put("text", desk.say(question.key() + ".text", arguments));
        model.put("submit", desk.say(question.submit()));
        model.put("address", desk.request().address(question.address()));
        model.put("back", desk.request().address(question.back()));
        return views.page(desk.request(), 200, "page/confirm.ftl", model);
    }

    /** Makes the node that a new dialog is about; it is called when what was sent is right. */
    interface Making {
        Node make() throws RepositoryException;
    }

    /** The dialog of a node that is there: shows it, or saves what it sent. */
    Reply edit(Desk desk, Task task, Node node) throws RepositoryException {
        Desk.require(Outline.mayWrite(node));
        return new Dialog(desk.request(), task, form(task), Optional.of(node), () -> node)
                .answer(FormValues.EMPTY, false);
    }

    /**
     * The dialog of a node that is made when the dialog is sent.
     *
     * @param given what some of its fields hold to begin with, if it has them
     */
    Reply make(Desk desk, Task task, Map<String, String> given, Making making) throws RepositoryException {
        EditForm form = form(task);
        FormValues values = form.defaults();
        for (Map.Entry<String, String> field : given.entrySet()) {
            if (values.fields().containsKey(field.getKey())) {
                values = values.with(field.getKey(), FormValues.Texts.of(field.getValue()));
            }
        }
        return new Dialog(desk.request(), task, form, Optional.empty(), making).answer(values, false);
    }

    private EditForm form(Task task) {
        return forms.dialog(task.dialog())
                .orElseThrow(() -> new IllegalStateException("There is no dialog " + task.dialog()
                        + ", which a template names; add it or take the name out of the template"));
    }

    /** A dialog about a part of a page, or about one that is made when it is sent. */
    private final class Dialog extends Editing {
        private final Task task;
        private final Making making;

        Dialog(Request request, Task task, EditForm form, Optional<Node> node, Making making) {
            super(request, views, "page/dialog.ftl", form, node, Optional.empty());
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
}
