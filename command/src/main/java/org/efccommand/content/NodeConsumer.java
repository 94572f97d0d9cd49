package org.efccommand.content;

import java.io.IOException;
import javax.jcr.RepositoryException;
import org.efccommand.Failure;

/** Takes the nodes of a workspace, each before those that lie in it, in their order. */
@FunctionalInterface
public interface NodeConsumer {

    /** Takes the next one. */
    void accept(StoredNode node) throws IOException, RepositoryException, Failure;
}
