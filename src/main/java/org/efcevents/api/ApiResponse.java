package org.efcevents.api;

import java.time.Instant;
import java.util.List;
import org.efcevents.json.JsonObject;

/**
 * What a program is answered.
 *
 * @param status of HTTP: 200, 302, 400, 404, 410 or 501
 * @param mediaType of the text
 * @param text a JSON object
 * @param modified when what it says was last changed; null where nothing tells that
 * @param location for 302, where to ask instead; else null
 */
public record ApiResponse(int status, String mediaType, String text, Instant modified, String location) {

    private static final String JSON = "application/json;charset=UTF-8";

    /** What was asked for. */
    public static ApiResponse of(JsonObject object, Instant modified) {
        return new ApiResponse(200, JSON, object.text(), modified, null);
    }

    /** Where to ask instead, for now. */
    public static ApiResponse elsewhere(String location) {
        return new ApiResponse(
                302, JSON, new JsonObject().with("location", location).text(), null, location);
    }

    /** A problem document that no parameter is to blame for. */
    public static ApiResponse problem(int status, String title, String detail) {
        return problem(status, title, detail, List.of());
    }

    /** A problem document (RFC 9457); {@code about:blank} says that the status tells what kind of problem it is. */
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
                null);
    }
}
