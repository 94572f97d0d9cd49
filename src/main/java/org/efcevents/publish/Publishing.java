package org.efcevents.publish;

import java.util.Optional;
import javax.jcr.Session;

/**
 * What an editor can publish with.
 *
 * @param publisher empty where nothing can be published from pages
 * @param files the editor's session of the workspace {@code dam}; empty where there is none
 */
public record Publishing(Optional<Publisher> publisher, Optional<Session> files) {

    /** Where nothing can be published. */
    public static final Publishing NONE = new Publishing(Optional.empty(), Optional.empty());
}
