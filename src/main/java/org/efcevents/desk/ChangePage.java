package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.Contents;
import org.efcevents.assign.Assignment;
import org.efcevents.assign.Assignment.Action;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventKind;
import org.efcevents.health.CheckedNode;
import org.efcevents.undo.Editing;
import org.efcevents.workpackage.WorkPackage;

/**
 * Lets an editor put a work package, or a kind, on many events at once, or take a work package away. The events are looked for and ticked;
 * what changes is shown; then it is done together, and can be taken back together. Who may read an event is decided by where it lies, and
 * is nothing that this changes.
 */
final class ChangePage implements DeskPage {

    /** What is to be done with those that are ticked: {@link Assignment#text}. */
    private static final String CHANGE = "change";

    /** Of each event: its box is named so, and has been ticked if it is sent. */
    private static final String EVENT = "event.";

    /** The field that has the question with which the events were found. */
    private static final String FOUND = "found";

    private static final String CARRY_OUT = "carryOut";

    /** Separates what an event has: neither identifiers nor kinds have it. */
    private static final String AND = " ";

    /** One of the screens, in their order. */
    public sealed interface Screen {

        /** The name by which the template knows it. */
        String step();
    }

    /**
     * The events are to be ticked, and what is done with them is to be said.
     *
     * @param problems what is wrong with what was sent
     * @param events what was looked for and found
     * @param additions the work packages that can be put on events
     * @param removals those that can be taken away
     * @param kinds the kinds that events can be given
     * @param latest what can be taken back
     */
    public record Choosing(
            List<Problem> problems,
            FoundEvents events,
            List<Choice> additions,
            List<Choice> removals,
            List<Choice> kinds,
            List<StepView> latest)
            implements Screen {
        @Override
        public String step() {
            return "choose";
        }
    }

    /**
     * What will change is looked over.
     *
     * @param problems why it was not carried out
     * @param change what is done, for the form
     * @param found how the events were found, for the form
     * @param words what is done, as {@link org.efcevents.undo.Step#words} has it
     * @param changing the events that change
     * @param staying those that do not
     */
    public record LookingOver(
            List<Problem> problems,
            String change,
            String found,
            List<String> words,
            List<Row> changing,
            List<Row> staying)
            implements Screen {
        @Override
        public String step() {
            return "look";
        }
    }

    /**
     * An event that is ticked.
     *
     * @param event the event
     * @param now what it has of what is changed, for the form
     * @param before the same in words; empty if it has nothing
     * @param noticed whether it has a notice, which stays as it is
     * @param forbidden whether it would change, but the editor may not change it
     */
    public record Row(CheckedNode event, String now, String before, boolean noticed, boolean forbidden) {}

    /**
     * It was carried out.
     *
     * @param done what was done
     */
    public record Carried(StepView done) implements Screen {
        @Override
        public String step() {
            return "done";
        }
    }

    @Override
    public String name() {
        return "change";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/change.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Contents contents = request.archive().desk().contents();
        Optional<StepView> done = StepView.asked(contents, request);
        if (done.isPresent()) {
            return DeskAnswer.shown(new Carried(done.get()));
        }
        Set<String> ticked = request.asked(FoundEvents.TICK).isPresent() ? null : Set.of();
        FoundEvents events = FoundEvents.of(request.context().query(), ticked, contents, request);
        return DeskAnswer.shown(choosing(request, contents, events, "", List.of()));
    }

    private static Choosing choosing(
            DeskRequest request, Contents contents, FoundEvents events, String change, List<Problem> problems) {
        return new Choosing(
                problems,
                events,
                workPackages(request, Action.ADD, change),
                workPackages(request, Action.REMOVE, change),
                EventKind.words().stream()
                        .map(word -> choice(new Assignment(Action.KIND, word), Choice.kind(request, word), change))
                        .toList(),
                StepView.latest(Assignment.STEP, contents, request));
    }

    private static List<Choice> workPackages(DeskRequest request, Action action, String change) {
        return request.archive().workPackages().stream()
                .map(known -> choice(new Assignment(action, known.id()), known.label(), change))
                .toList();
    }

    private static Choice choice(Assignment assignment, String label, String chosen) {
        return new Choice(assignment.text(), label, assignment.text().equals(chosen));
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        Contents contents = request.archive().desk().contents();
        List<Problem> problems = new ArrayList<>();
        if (request.isChosen(StepView.TAKE_BACK)) {
            try {
                return Optional.of(
                        StepView.done(this, StepView.takeBack(contents, request).id()));
            } catch (ChangeRefused refused) {
                problems.add(refused.problem());
            }
        }
        Map<String, String> ticked = request.typedBelow(EVENT);
        Optional<Assignment> assignment = problems.isEmpty() ? assignment(request) : Optional.empty();
        if (problems.isEmpty()) {
            problems.addAll(problems(assignment, ticked.keySet()));
        }
        try {
            return Optional.of(
                    problems.isEmpty()
                            ? request.isChosen(CARRY_OUT)
                                    ? carriedOut(request, contents, assignment.get(), ticked)
                                    : DeskAnswer.shown(lookingOver(
                                            request, contents, assignment.get(), ticked.keySet(), List.of()))
                            : DeskAnswer.wrong(choosing(
                                    request,
                                    contents,
                                    FoundEvents.of(request.typed(FOUND), ticked.keySet(), contents, request),
                                    request.typed(CHANGE),
                                    problems)));
        } catch (RepositoryException e) {
            throw new ContentException("What would change of the ticked events cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is asked for, if it can be: a work package may be gone. */
    private static Optional<Assignment> assignment(DeskRequest request) {
        return Assignment.parse(request.typed(CHANGE))
                .filter(asked -> !label(request, asked).isEmpty());
    }

    private static String label(DeskRequest request, Assignment assignment) {
        return assignment.action() == Action.KIND
                ? EventKind.words().stream()
                        .filter(assignment.value()::equals)
                        .map(word -> Choice.kind(request, word))
                        .findFirst()
                        .orElse("")
                : workPackage(request, assignment.value());
    }

    private static String workPackage(DeskRequest request, String id) {
        return request.archive().workPackages().stream()
                .filter(known -> known.id().equals(id))
                .map(WorkPackage::label)
                .findFirst()
                .orElse("");
    }

    private static List<Problem> problems(Optional<Assignment> assignment, Collection<String> ticked) {
        List<Problem> problems = new ArrayList<>();
        if (ticked.isEmpty()) {
            problems.add(Problem.of("events", "efc.desk.change.unticked"));
        } else if (ticked.size() > FoundEvents.MOST) {
            problems.add(Problem.of("events", "efc.desk.change.many", FoundEvents.MOST));
        }
        if (assignment.isEmpty()) {
            problems.add(Problem.of(CHANGE, "efc.desk.change.nothing"));
        }
        return problems;
    }

    private static LookingOver lookingOver(
            DeskRequest request,
            Contents contents,
            Assignment assignment,
            Collection<String> ticked,
            List<Problem> problems)
            throws RepositoryException {
        Session session = request.archive().desk().session();
        List<Row> changing = new ArrayList<>();
        List<Row> staying = new ArrayList<>();
        for (CheckedNode event : events(contents, ticked)) {
            Node node = session.getNodeByIdentifier(event.id());
            boolean changes = assignment.changes(node);
            boolean may = session.hasPermission(assignment.place(node), Session.ACTION_SET_PROPERTY);
            List<String> present = assignment.present(node);
            (changes && may ? changing : staying)
                    .add(new Row(
                            event,
                            String.join(AND, present),
                            present.stream()
                                    .map(value -> assignment.action() == Action.KIND
                                            ? Choice.kind(request, value)
                                            : workPackage(request, value))
                                    .filter(label -> !label.isEmpty())
                                    .collect(Collectors.joining(", ")),
                            node.hasNode("publicNotice"),
                            changes && !may));
        }
        return new LookingOver(
                problems,
                assignment.text(),
                request.typed(FOUND),
                words(request, assignment, changing.size()),
                changing,
                staying);
    }

    private static List<String> words(DeskRequest request, Assignment assignment, int count) {
        return List.of(
                label(request, assignment),
                Integer.toString(count),
                assignment.action().key());
    }

    /** In the order of their titles. What is no event, or is gone, is left out. */
    private static List<CheckedNode> events(Contents contents, Collection<String> ids) {
        return contents.all(NodeType.EVENT).stream()
                .filter(event -> ids.contains(event.id()))
                .toList();
    }

    private DeskAnswer carriedOut(
            DeskRequest request, Contents contents, Assignment assignment, Map<String, String> shown)
            throws RepositoryException {
        try {
            return StepView.done(
                    this, request.changes().together(editing -> change(request, assignment, shown, editing)));
        } catch (ChangeRefused refused) {
            return DeskAnswer.wrong(
                    lookingOver(request, contents, assignment, shown.keySet(), List.of(refused.problem())));
        }
    }

    private static String change(DeskRequest request, Assignment assignment, Map<String, String> shown, Editing editing)
            throws RepositoryException, ChangeRefused {
        for (Map.Entry<String, String> event : shown.entrySet()) {
            Node node;
            try {
                node = editing.session().getNodeByIdentifier(event.getKey());
            } catch (ItemNotFoundException gone) {
                throw new ChangeRefused("efc.desk.change.edited");
            }
            if (!node.isNodeType(NodeType.EVENT.jcrName())
                    || node.isNodeType("mgnl:deleted")
                    || !String.join(AND, assignment.present(node)).equals(event.getValue())) {
                throw new ChangeRefused("efc.desk.change.edited");
            }
            assignment.carryOut(node, editing);
        }
        if (editing.isEmpty()) {
            throw new ChangeRefused("efc.desk.change.none");
        }
        return editing.keep(Assignment.STEP, words(request, assignment, shown.size()), List.of())
                .id();
    }
}
