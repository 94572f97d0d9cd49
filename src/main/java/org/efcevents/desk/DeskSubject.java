package org.efcevents.desk;

import java.util.List;
import org.efcevents.address.PageKind;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.channel.Subject;
import org.efcevents.json.JsonObject;
import org.efcevents.message.Messages;

/**
 * A page of the desk with what it shows.
 *
 * @param page the page
 * @param model what its template prints; null before it has been asked
 * @param token what each of its forms sends in the field {@code csrf}; empty if nobody asks for it
 * @param awaited what the editor waits for
 */
public record DeskSubject(DeskPage page, Object model, String token, Progress.Count awaited) implements Subject {

    /**
     * A page that can be gone to.
     *
     * @param path what follows the language in its address
     * @param label the key of what it is called
     * @param current whether it is this one
     */
    public record Step(String path, String label, boolean current) {}

    /** The pages of the desk. */
    public List<Step> navigation() {
        return DeskPages.ALL.stream()
                .map(other -> new Step(
                        DeskPages.path(other) + ".html",
                        "efc.desk.nav." + (other.name().isEmpty() ? "missing" : other.name()),
                        other == page))
                .toList();
    }

    /** The same with what it shows. */
    public DeskSubject with(Object shown) {
        return new DeskSubject(page, shown, token, awaited);
    }

    @Override
    public PageKind kind() {
        return PageKind.ARCHIVE;
    }

    @Override
    public String path() {
        return DeskPages.path(page);
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public String template() {
        return page.template();
    }

    /** How far that has come which the editor waits for: none of nothing if for nothing, or nothing that has begun. */
    @Override
    public JsonDocument json(JsonQuestion question) {
        return JsonDocument.of(
                ApiResponse.of(new JsonObject().with("done", awaited.done()).with("all", awaited.all())));
    }
}
