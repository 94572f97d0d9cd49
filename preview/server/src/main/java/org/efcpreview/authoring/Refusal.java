package org.efcpreview.authoring;

import java.util.List;
import javax.jcr.RepositoryException;
import org.efcpreview.http.Reply;

/** Something is not done, for reasons that the user can do something about. Whoever catches it drops what was not saved. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Reason> reasons;

    /**
     * Why something is not done.
     *
     * @param field the control that it is about; empty for none
     * @param key of the text that says why
     * @param arguments what is put into that text
     */
    public record Reason(String field, String key, List<Object> arguments) {}

    /** What is done, all of it or nothing. */
    public interface Work {
        /** @throws Refusal if it is not done */
        Reply run() throws RepositoryException, Refusal;
    }

    private Refusal(int status, List<Reason> reasons) {
        super(reasons.toString());
        this.status = status;
        this.reasons = List.copyOf(reasons);
    }

    /** What was sent cannot be done as it is. */
    public Refusal(List<Reason> reasons) {
        this(422, reasons);
    }

    /** What was sent cannot be done as it is, for one reason. */
    public Refusal(String key, Object... arguments) {
        this(List.of(new Reason("", key, List.of(arguments))));
    }

    /** The same with another HTTP status than 422. */
    public Refusal with(int other) {
        return new Refusal(other, reasons);
    }

    /** The HTTP status of the page that says why. */
    public int status() {
        return status;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** The first reason, for the user. */
    public String text(Request request) {
        return request.say(reasons.get(0).key(), reasons.get(0).arguments().toArray());
    }
}
