package org.efcevents.publish;

import java.util.Optional;

/** Publishes single nodes, in the session and with the rights of who asks for it. */
public interface Publisher {

    /** Whether there is anything to publish to. Where there is nothing, Magnolia's command says that it has published. */
    boolean hasReceiver();

    /** What is received from now on; empty where that is not noted. */
    Optional<Receipts> receipts();

    /**
     * Publishes a node with its parts, not with other content below it. That it returns does not say that anything has been received.
     *
     * @param workspace the node's workspace
     * @param path its path
     * @param id its identifier
     * @param user the name of who asks
     * @throws Exception if it has not been published, or not everywhere
     */
    void publish(String workspace, String path, String id, String user) throws Exception;
}
