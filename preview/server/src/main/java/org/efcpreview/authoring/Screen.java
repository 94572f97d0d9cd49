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
     * @throws RepositoryException if the repository fails; what the user may not do is an answer and no failure
     */
    Optional<Reply> answer(Request request) throws RepositoryException;
}
