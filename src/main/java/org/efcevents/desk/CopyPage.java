package org.efcevents.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.SearchResult;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.copy.EventCopy;
import org.efcevents.copy.MadeTogether;
import org.efcevents.date.EventDate;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.health.Finding;

/**
 * Makes this year's event from last year's, or many at regular intervals. An event is chosen, then what to take along and when; the copies
 * are looked over in a list, made together, and can be taken back together.
 */
final class CopyPage implements DeskPage {

    private static final String EVENT = "event";

    /** The parameter that says which have been made, by the moment. */
    private static final String MADE = "made";

    /** The parameter that says how many have been taken back. */
    private static final String TAKEN_BACK = "takenBack";

    private static final int SHOWN = 20;

    /** One of the screens, in their order. */
    public sealed interface Screen {

        /** The name by which the template knows it. */
        String step();
    }

    /**
     * An event is to be chosen.
     *
     * @param words what was searched for
     * @param found the first of them
     * @param total how many there are
     * @param takenBack how many copies have just been taken back; null if none have
     */
    public record Choosing(String words, List<EventSummary> found, int total, String takenBack) implements Screen {
        @Override
        public String step() {
            return "choose";
        }
    }

    /**
     * What to take along and when is to be said.
     *
     * @param event the original
     * @param plan what has been said of it so far
     */
    public record Planning(EventSummary event, CopyPlan plan) implements Screen {
        @Override
        public String step() {
            return "plan";
        }
    }

    /**
     * The copies are looked over.
     *
     * @param event the original
     * @param list the copies
     */
    public record LookingOver(EventSummary event, CopyList list) implements Screen {
        @Override
        public String step() {
            return "list";
        }
    }

    /**
     * The copies have been made.
     *
     * @param moment when
     * @param events those that are there, the soonest first
     * @param problem why they were not taken back; null if nobody has tried
     */
    public record Made(String moment, List<One> events, Problem problem) implements Screen {
        @Override
        public String step() {
            return "made";
        }
    }

    /**
     * A copy.
     *
     * @param event what lists show of it
     * @param form where its form is in AdminCentral
     */
    public record One(EventSummary event, String form) {}

    @Override
    public String name() {
        return "copy";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/copy.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Optional<MadeTogether> made = request.asked(MADE).flatMap(moment -> made(moment, request));
        if (made.isPresent()) {
            return DeskAnswer.shown(made(request, made.get(), null));
        }
        Optional<Event> event = request.asked(EVENT).flatMap(id -> event(id, request));
        if (event.isEmpty()) {
            return DeskAnswer.shown(choosing(request));
        }
        EventSummary original = event.get().summary();
        CopyPlan plan = CopyPlan.asked(request, original, node(request, original.id()));
        if (!plan.isComplete()) {
            return plan.problems().isEmpty()
                    ? DeskAnswer.shown(new Planning(original, plan))
                    : DeskAnswer.wrong(new Planning(original, plan));
        }
        return DeskAnswer.shown(
                new LookingOver(original, CopyList.proposed(request, original, node(request, original.id()), plan)));
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        return Optional.of(request.isChosen("undo") ? takeBack(request) : make(request));
    }

    private static Optional<Event> event(String id, DeskRequest request) {
        return ContentNode.isIdentifier(id)
                ? request.archive().events(Set.of(id)).stream()
                        // Of an event that may not be read there is a notice at most.
                        .filter(event -> !event.summary().isListedOnly())
                        .findFirst()
                : Optional.empty();
    }

    private static Node node(DeskRequest request, String id) {
        try {
            return request.archive().desk().session().getNodeByIdentifier(id);
        } catch (RepositoryException e) {
            throw new ContentException("The event " + id + " cannot be read", e);
        }
    }

    private static Choosing choosing(DeskRequest request) {
        String words = request.asked("q").orElse("");
        SearchResult result = request.archive().find(ArchiveFilter.of(Map.of("q", List.of(words))), SHOWN);
        return new Choosing(
                words,
                result.listing().all(),
                result.total(),
                request.asked(TAKEN_BACK)
                        .filter(number -> number.matches("\\d{1,3}"))
                        .orElse(null));
    }

    private static DeskAnswer make(DeskRequest request) {
        Optional<Event> found = event(request.typed(EVENT), request);
        if (found.isEmpty()) {
            return DeskAnswer.wrong(choosing(request));
        }
        EventSummary event = found.get().summary();
        Node original = node(request, event.id());
        CopyList list = CopyList.sent(request, event, original);
        if (list.isRight()) {
            try {
                Instant moment = request.changes().together((session, stamp) -> {
                    // Somebody may have made another meanwhile: that is looked at again where nobody else can.
                    CopyList now = CopyList.sent(request, event, original);
                    for (CopyList.Row row : now.taken()) {
                        if (!row.problems().isEmpty()) {
                            throw new ChangeRefused("efc.desk.refused.meanwhile");
                        }
                        stampAll(
                                new EventCopy(session.getNodeByIdentifier(event.id()), event.date(), now.parts())
                                        .make(row.address(), row.stored()),
                                stamp);
                    }
                    return stamp.moment().toInstant();
                });
                return DeskAnswer.done("/desk/copy.html?" + MADE + "=" + moment);
            } catch (ChangeRefused refused) {
                list = list.with(refused.problem());
            }
        }
        return DeskAnswer.wrong(new LookingOver(event, list));
    }

    private static void stampAll(Node node, Changes.Stamp stamp) throws RepositoryException {
        stamp.made(node);
        for (NodeIterator parts = node.getNodes(); parts.hasNext(); ) {
            stampAll(parts.nextNode(), stamp);
        }
    }

    private static Optional<MadeTogether> made(String moment, DeskRequest request) {
        try {
            return Optional.of(new MadeTogether(Instant.parse(moment), request.user()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Made made(DeskRequest request, MadeTogether made, Problem problem) {
        try {
            List<One> events = new ArrayList<>();
            for (Node node : made.events(request.archive().desk().session())) {
                event(node.getIdentifier(), request)
                        .map(Event::summary)
                        .ifPresent(event -> events.add(new One(event, form(node))));
            }
            events.sort(Comparator.comparing(one -> one.event().date(), EventDate.SOONEST_FIRST));
            return new Made(made.moment().toString(), events, problem);
        } catch (RepositoryException e) {
            throw new ContentException("What was made at " + made.moment() + " cannot be read", e);
        }
    }

    private static String form(Node node) {
        try {
            return Finding.form(NodeType.EVENT, node.getPath());
        } catch (RepositoryException e) {
            throw new ContentException("A copy cannot be read", e);
        }
    }

    private static DeskAnswer takeBack(DeskRequest request) {
        Optional<MadeTogether> made = made(request.typed("undo"), request);
        if (made.isEmpty()) {
            return DeskAnswer.wrong(choosing(request));
        }
        try {
            int number = request.changes().together((session, stamp) -> remove(request, made.get(), session));
            return DeskAnswer.done("/desk/copy.html?" + TAKEN_BACK + "=" + number);
        } catch (ChangeRefused refused) {
            return DeskAnswer.wrong(made(request, made.get(), refused.problem()));
        }
    }

    private static int remove(DeskRequest request, MadeTogether made, Session session)
            throws RepositoryException, ChangeRefused {
        List<Node> events = made.events(session);
        if (events.isEmpty()) {
            throw new ChangeRefused("efc.desk.copy.gone");
        }
        for (Node event : events) {
            if (!made.isUntouched(event)) {
                String name =
                        event.hasProperty("title") ? event.getProperty("title").getString() : event.getName();
                throw new ChangeRefused("efc.desk.copy.touched", name + " (" + event.getName() + ")");
            }
        }
        Set<String> ids = new HashSet<>();
        for (Node event : events) {
            ids.add(event.getIdentifier());
        }
        if (request.archive().desk().isLinked(ids)) {
            throw new ChangeRefused("efc.desk.copy.linked");
        }
        for (Node event : events) {
            event.remove();
        }
        return events.size();
    }
}
