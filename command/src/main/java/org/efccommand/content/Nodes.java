package org.efccommand.content;

import java.util.function.Predicate;
import org.apache.commons.lang3.function.FailableConsumer;

/** The nodes of a workspace, wherever they are, each before those that lie in it, in their order. They can be gone through again. */
@FunctionalInterface
public interface Nodes {

    /** There are none. */
    Nodes NONE = consumer -> {};

    /** Hands all over. */
    void each(FailableConsumer<StoredNode, Exception> consumer) throws Exception;

    /** Some of them. */
    default Nodes filtered(Predicate<StoredNode> wanted) {
        return consumer -> each(node -> {
            if (wanted.test(node)) {
                consumer.accept(node);
            }
        });
    }

    /** The same; something is done after each. */
    default Nodes counted(Runnable step) {
        return consumer -> each(node -> {
            consumer.accept(node);
            step.run();
        });
    }

    /** Those without what the desk keeps for itself, such as its steps, which is of no use elsewhere. */
    default Nodes ofArchive() {
        return consumer -> {
            boolean[] own = new boolean[1];
            each(node -> {
                if (node.depth() == 1) {
                    own[0] = node.type().startsWith("nt:");
                }
                if (!own[0]) {
                    consumer.accept(node);
                }
            });
        };
    }
}
