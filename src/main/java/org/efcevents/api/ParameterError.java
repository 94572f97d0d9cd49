package org.efcevents.api;

import java.util.List;
import org.efcevents.json.JsonObject;

/**
 * What is wrong with one parameter of an address.
 *
 * @param parameter its name, or the part of the address that could not be read
 * @param value what was given; null where the parameter itself is what is wrong
 * @param detail what is wrong and what to do
 * @param allowed what could have been given; empty where that is no closed list
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
