package org.efcpreview.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.jcr.AccessDeniedException;
import javax.jcr.NoSuchWorkspaceException;
import javax.jcr.PathNotFoundException;
import javax.jcr.ValueFormatException;
import javax.jcr.nodetype.NoSuchNodeTypeException;
import javax.jcr.query.InvalidQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the client gets as {@code {"error":{"code":…,"message":…}}}. */
final class RestError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(RestError.class);

    private final int status;
    private final String code;

    private RestError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RestError notFound(String message) {
        return new RestError(404, "notFound", message);
    }

    static RestError badRequest(String message) {
        return new RestError(400, "badRequest", message);
    }

    /** What Magnolia does not foresee: an exception of any other kind, of which it tells the message. */
    static RestError unforeseen(String message) {
        return new RestError(500, "unknown", message);
    }

    /** What the client gets to see of an exception, as Magnolia's {@code RepositoryExceptionMapper} says. */
    static RestError of(Exception e) {
        if (e instanceof RestError error) {
            return error;
        }
        String message = e.getMessage();
        if (e instanceof AccessDeniedException) {
            return new RestError(403, "accessDenied", message);
        } else if (e instanceof NoSuchNodeTypeException) {
            return new RestError(500, "noSuchNodeType", message);
        } else if (e instanceof NoSuchWorkspaceException) {
            return new RestError(500, "noSuchWorkspace", message);
        } else if (e instanceof ValueFormatException) {
            return new RestError(400, "invalidValueFormat", message);
        } else if (e instanceof InvalidQueryException) {
            return new RestError(400, "invalidQuery", "Invalid query");
        } else if (e instanceof PathNotFoundException) {
            return new RestError(404, "pathNotFound", message);
        }
        // What the repository refuses, such as a path that is none, says all in its message.
        LOG.error("A delivery request could not be answered: {}", message, e instanceof RuntimeException ? e : null);
        return unforeseen(message);
    }

    int status() {
        return status;
    }

    /** In plain Jackson, which writes Magnolia's errors, but not its nodes. */
    String json() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("error").put("code", code).put("message", String.valueOf(getMessage()));
        return answer.toString();
    }
}
