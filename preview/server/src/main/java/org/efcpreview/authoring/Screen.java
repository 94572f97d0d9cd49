package org.efcpreview.authoring;

import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcpreview.http.Reply;

/** A part of the authoring UI, such as the browser of an app. */
public interface Screen {
    /**
     * Answers a request.
     *
     * @return empty if there is nothing at this address
     * @throws javax.jcr.AccessDeniedException if the user may not
     * @throws Refusal if it is not done; its key is that of a page that says why
     */
    Optional<Reply> answer(Request request) throws RepositoryException, Refusal;
}
