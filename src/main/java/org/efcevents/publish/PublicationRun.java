package org.efcevents.publish;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * What came of publishing several things one after the other, up to the first that could not be.
 *
 * @param done what came of those that did not fail
 * @param failure what came of the one that failed; empty if none did
 * @param left those that are not published as they should be: the one that failed, and those after it, which were left alone
 */
public record PublicationRun(Map<Outcome, List<Publishable>> done, Optional<Failure> failure, List<Publishable> left) {

    /**
     * Something that could not be published.
     *
     * @param outcome in which way
     * @param why what Magnolia says of it; may be empty
     */
    public record Failure(Publishable one, Outcome outcome, String why) {}

    /** Those that visitors have as they are here. */
    public List<Publishable> published() {
        return with(Outcome.PUBLISHED);
    }

    /** Those that visitors have as they were, because somebody has changed them meanwhile. */
    public List<Publishable> changed() {
        return with(Outcome.CHANGED);
    }

    /** Those that somebody has to approve first, or the like. */
    public List<Publishable> pending() {
        return with(Outcome.PENDING);
    }

    private List<Publishable> with(Outcome outcome) {
        return done.getOrDefault(outcome, List.of());
    }

    /** Whether all of them are published as they are. */
    public boolean isAllPublished() {
        return failure.isEmpty() && changed().isEmpty() && pending().isEmpty();
    }

    /**
     * Publishes.
     *
     * @param all in an order in which they can be published
     * @param archive the editor's session of the archive
     * @param files that of the workspace {@code dam}; null if none of them is there
     * @param afterEach what is done when it is known what came of one that did not fail
     */
    public static PublicationRun of(
            List<Publishable> all, Publisher publisher, String user, Session archive, Session files, Runnable afterEach)
            throws RepositoryException {
        Map<Outcome, List<Publishable>> done = new EnumMap<>(Outcome.class);
        for (int i = 0; i < all.size(); i++) {
            Publishable one = all.get(i);
            Session session = archive.getWorkspace().getName().equals(one.workspace()) ? archive : files;
            Sending.Result result = new Sending(one, publisher, session).send(user);
            if (result.outcome().isFailure()) {
                return new PublicationRun(
                        done,
                        Optional.of(new Failure(one, result.outcome(), result.why())),
                        all.subList(i, all.size()));
            }
            done.computeIfAbsent(result.outcome(), outcome -> new ArrayList<>()).add(one);
            afterEach.run();
        }
        return new PublicationRun(done, Optional.empty(), List.of());
    }
}
