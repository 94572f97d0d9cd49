package org.efcevents.api;

import java.util.List;
import org.efcevents.http.Relation;
import org.efcevents.json.JsonObject;

/**
 * A response of the JSON API.
 *
 * @param status the HTTP status: 200, 302, 400, 404, 410, 501 or 503
 * @param mediaType the media type of the text
 * @param text a JSON object
 * @param location the address to redirect to, for 302; else null
 * @param relations what other documents are to this one
 */
public record ApiResponse(int status, String mediaType, String text, String location, List<Relation> relations) {

    private static final String JSON = "application/json;charset=UTF-8";

    /** A successful response. */
    public static ApiResponse of(JsonObject object) {
        return new ApiResponse(200, JSON, object.text(), null, List.of());
    }

    /** Returns this response with relations to other documents. */
    ApiResponse with(List<Relation> others) {
        return new ApiResponse(status, mediaType, text, location, List.copyOf(others));
    }

    /** A temporary redirect. */
    public static ApiResponse elsewhere(String location) {
        return new ApiResponse(
                302, JSON, new JsonObject().with("location", location).text(), location, List.of());
    }

    /** The response for something that does not exist. */
    public static ApiResponse missing() {
        return problem(404, "There is nothing at this address", "It may never have been, or it is not public.");
    }

    /** The response for a withdrawn event. */
    public static ApiResponse withdrawn() {
        return problem(410, "The event was withdrawn", "There was an event at this address.");
    }

    /** A problem document without details of parameters. */
    public static ApiResponse problem(int status, String title, String detail) {
        return problem(status, title, detail, List.of());
    }

    /**
     * A problem document (RFC 9457). The type {@code about:blank} means that the status says what kind of problem it
     * is.
     */
    static ApiResponse problem(int status, String title, String detail, List<ParameterError> errors) {
        return new ApiResponse(
                status,
                "application/problem+json;charset=UTF-8",
                new JsonObject()
                        .with("type", "about:blank")
                        .with("title", title)
                        .with("status", status)
                        .with("detail", detail)
                        .withKnown(
                                "errors",
                                errors.stream().map(ParameterError::json).toList())
                        .text(),
                null,
                List.of());
    }
}
