package org.efcevents.api;

import org.efcevents.event.Particulars;
import org.efcevents.event.Registration;
import org.efcevents.json.JsonObject;
import org.efcevents.json.Worded;

/** Maps what those want to know who come to an event, have missed it or are to report about it. */
final class ParticularsMapping {

    private ParticularsMapping() {}

    /** Adds them to the event. */
    static JsonObject add(JsonObject event, Particulars particulars) {
        Registration registration = particulars.registration();
        return event.with("participantCount", particulars.participants())
                .with("inLanguage", particulars.languages())
                .with("topics", worded(particulars, "topics", particulars.topics()))
                .with(
                        "registration",
                        registration == null
                                ? null
                                : new JsonObject()
                                        .with("address", registration.address())
                                        .with(
                                                "deadline",
                                                registration.deadline() == null
                                                        ? null
                                                        : registration
                                                                .deadline()
                                                                .toString()))
                .with("contact", worded(particulars, "contact", particulars.contact()))
                .with("recording", particulars.recording());
    }

    private static Worded worded(Particulars particulars, String property, Object value) {
        return new Worded(value, particulars.fallbacks().of(property) == null ? value : null);
    }
}
