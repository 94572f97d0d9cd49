package org.efcevents.api;

import java.util.List;
import org.efcevents.json.JsonObject;

/**
 * An error in a query parameter.
 *
 * @param parameter its name, or the part of the query string that could not be parsed
 * @param value its value; null if the parameter itself is wrong
 * @param detail what is wrong and what to do
 * @param allowed the valid values; empty if they cannot be listed
 */
record ParameterError(String parameter, String value, String detail, List<String> allowed) {

    JsonObject json() {
        return new JsonObject()
                .with("parameter", parameter)
                .with("value", value)
                .with("detail", detail)
                .withKnown("allowed", allowed);
    }
}
