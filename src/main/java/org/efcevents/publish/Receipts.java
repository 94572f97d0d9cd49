package org.efcevents.publish;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What public instances have received since this was opened, as Magnolia notes it: one entry for each node and instance that was asked, made when
 * it has answered ({@code info.magnolia.publishing.monitor.PublishingLogEntry}). Nothing else tells. Where no instance was asked, because none is
 * there any more or none takes the workspace, the command says that it has published, and writes so into the node ({@code
 * info.magnolia.publishing.sender.DefaultSender#onSendDone}: all of no answers are good).
 */
public final class Receipts {

    private final Supplier<Collection<?>> log;
    private final Collection<?> opened;
    private final Set<Object> before = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param log the entries, which go on being added; others, and none at first, once Magnolia has read its configuration anew */
    Receipts(Supplier<Collection<?>> log) {
        this.log = log;
        this.opened = log.get();
        before.addAll(entries(opened));
    }

    /** Copied in one go, because other threads add to it. */
    private static List<Object> entries(Collection<?> log) {
        return List.of(log.toArray());
    }

    /** Whether a public instance has received what lies there. */
    boolean have(String workspace, String path) {
        return Stream.concat(entries(opened).stream(), entries(log.get()).stream())
                .anyMatch(entry -> !before.contains(entry)
                        && says(entry, "isSuccess", true)
                        && says(entry, "isUnpublishing", false)
                        && says(entry, "getWorkspace", workspace)
                        && says(entry, "getPath", path));
    }

    private static boolean says(Object entry, String question, Object answer) {
        try {
            return answer.equals(entry.getClass().getMethod(question).invoke(entry));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Magnolia does not tell what has been received", e);
        }
    }
}
