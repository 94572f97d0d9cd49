package org.efcpreview.authoring.page;

import java.util.LinkedHashMap;
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
import org.efcpreview.authoring.form.FieldError;
import org.efcpreview.authoring.form.FormValues;
import org.efcpreview.authoring.form.Merge;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Stamps;

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
     * @param address where the form is sent: the screen that shows it
     * @param back the screen that it leads to when it has been saved
     * @param done what is said there then
     * @param cancel the screen that it leads to when it has not
     */
    record Task(
            String dialog,
            String title,
            List<Map<String, String>> nav,
            String address,
            String back,
            String done,
            String cancel) {}

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
        EditForm form = form(task);
        return answer(desk, task, form, form.read(node), Optional.of(node), () -> node);
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
            if (!desk.request().sends() && values.fields().containsKey(field.getKey())) {
                values = values.with(field.getKey(), FormValues.Texts.of(field.getValue()));
            }
        }
        return answer(desk, task, form, values, Optional.empty(), making);
    }

    private EditForm form(Task task) {
        return forms.dialog(task.dialog())
                .orElseThrow(() -> new IllegalStateException("There is no dialog " + task.dialog()
                        + ", which a template names; add it or take the name out of the template"));
    }

    /**
     * @param stored what there is now
     * @param edited the node that is there already
     */
    private Reply answer(Desk desk, Task task, EditForm form, FormValues stored, Optional<Node> edited, Making making)
            throws RepositoryException {
        Request request = desk.request();
        if (!request.sends()) {
            return shown(desk, task, 200, form.view(request, stored, stored, List.of(), Map.of()));
        }
        FormValues values = form.parse(request.submission());
        FormValues base = edited.isPresent() ? form.base(request.submission()) : stored;
        Optional<FormValues> acted = form.act(values, request.submission().text(EditForm.DO));
        if (acted.isPresent() || request.again()) {
            return shown(desk, task, 200, form.view(request, acted.orElse(values), base, List.of(), Map.of()));
        }
        Merge merge = form.merge(base, stored, values);
        List<FieldError> errors = form.check(request, merge.values(), stored, edited, Optional.empty());
        if (!merge.conflicts().isEmpty() || !errors.isEmpty()) {
            int status = merge.conflicts().isEmpty() ? 422 : 409;
            return shown(desk, task, status, form.view(request, merge.values(), stored, errors, merge.conflicts()));
        }
        Node node = making.make();
        String user = request.user().name();
        if (form.write(node, merge.values(), user) || node.isNew()) {
            Stamps.modifiedWithin(node, user, desk.parts().when());
            desk.session().save();
        }
        return request.seeOther(task.back(), task.done());
    }

    private Reply shown(Desk desk, Task task, int status, Map<String, Object> view) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", task.title());
        model.put("nav", task.nav());
        model.put("address", desk.request().address(task.address()));
        model.put("back", desk.request().address(task.cancel()));
        model.put("view", view);
        model.put("conflict", status == 409);
        model.put("unsaved", desk.request().sends());
        return views.page(desk.request(), status, "page/dialog.ftl", model);
    }
}
