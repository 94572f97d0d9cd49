package org.efcevents.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.archive.SearchResult;
import org.efcevents.content.ContentException;
import org.efcevents.content.ContentNode;
import org.efcevents.copy.EventCopy;
import org.efcevents.date.EventDate;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.health.CheckedNode;
import org.efcevents.undo.Step;

/**
 * Makes this year's event from last year's, or many at regular intervals. An event is chosen, then what to take along and when; the copies
 * are looked over in a list, made together, and can be taken back together.
 */
final class CopyPage implements DeskPage {

    private static final String EVENT = "event";

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
     * @param problems what is wrong with what was sent
     * @param takenBack how many copies have just been taken back; null if none have
     * @param latest the copies that can be taken back
     */
    public record Choosing(
            String words,
            List<EventSummary> found,
            int total,
            List<Problem> problems,
            Integer takenBack,
            List<StepView> latest)
            implements Screen {
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
     * @param id the identifier of the step that has made them
     * @param events those that are there, the soonest first
     * @param problems why they were not taken back
     */
    public record Made(String id, List<CheckedNode> events, List<Problem> problems) implements Screen {
        @Override
        public String step() {
            return "made";
        }
    }

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
        Optional<Step> done = StepView.step(request.asked(StepView.DONE).orElse(""), request);
        if (done.isPresent()) {
            return DeskAnswer.shown(done(request, done.get(), List.of()));
        }
        Optional<Event> event = request.asked(EVENT).flatMap(id -> event(id, request));
        if (event.isEmpty()) {
            return DeskAnswer.shown(choosing(request, List.of()));
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
        return Optional.of(request.isChosen(StepView.TAKE_BACK) ? takeBack(request) : make(request));
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

    private static Choosing choosing(DeskRequest request, List<Problem> problems) {
        return choosing(request, problems, null);
    }

    private static Choosing choosing(DeskRequest request, List<Problem> problems, Integer takenBack) {
        String words = request.asked("q").orElse("");
        SearchResult result = request.archive().find(ArchiveFilter.of(Map.of("q", List.of(words))), SHOWN);
        Contents contents = request.archive().desk().contents();
        return new Choosing(
                words,
                result.listing().all(),
                result.total(),
                problems,
                takenBack,
                StepView.latest(EventCopy.KIND, contents, request));
    }

    private DeskAnswer make(DeskRequest request) {
        Optional<Event> found = event(request.typed(EVENT), request);
        if (found.isEmpty()) {
            return DeskAnswer.wrong(choosing(request, List.of()));
        }
        EventSummary event = found.get().summary();
        Node original = node(request, event.id());
        CopyList list = CopyList.sent(request, event, original);
        if (list.isRight()) {
            try {
                Step step = request.changes().together(editing -> {
                    // Somebody may have made another meanwhile: that is looked at again where nobody else can.
                    CopyList now = CopyList.sent(request, event, original);
                    EventCopy copy =
                            new EventCopy(editing.session().getNodeByIdentifier(event.id()), event.date(), now.parts());
                    for (CopyList.Row row : now.taken()) {
                        if (!row.problems().isEmpty()) {
                            throw new ChangeRefused("efc.desk.refused.meanwhile");
                        }
                        editing.addMade(copy.make(row.address(), row.stored()));
                    }
                    return editing.keep(
                            EventCopy.KIND,
                            List.of(event.title(), Integer.toString(now.taken().size())),
                            List.of());
                });
                return StepView.done(this, step.id());
            } catch (ChangeRefused refused) {
                list = list.with(refused.problem());
            }
        }
        return DeskAnswer.wrong(new LookingOver(event, list));
    }

    private static Screen done(DeskRequest request, Step step, List<Problem> problems) {
        if (step.takenBack() != null) {
            return choosing(request, problems, step.changed().size());
        }
        Contents contents = request.archive().desk().contents();
        return new Made(
                step.id(),
                step.changed().stream()
                        .flatMap(made -> contents.with(made.id()).stream())
                        .sorted(Comparator.comparing(CheckedNode::date, EventDate.SOONEST_FIRST))
                        .toList(),
                problems);
    }

    private DeskAnswer takeBack(DeskRequest request) {
        try {
            Contents contents = request.archive().desk().contents();
            return StepView.done(this, StepView.takeBack(contents, request).id());
        } catch (ChangeRefused refused) {
            List<Problem> problems = List.of(refused.problem());
            return DeskAnswer.wrong(StepView.step(request.typed(StepView.TAKE_BACK), request)
                    .filter(step -> step.takenBack() == null)
                    .map(step -> done(request, step, problems))
                    .orElseGet(() -> choosing(request, problems)));
        }
    }
}
