package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import org.efcevents.address.PageKind;
import org.efcevents.archive.Contents;
import org.efcevents.archive.Desk;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.content.PublishedState;
import org.efcevents.health.CheckedNode;
import org.efcevents.publish.PublicationPlan;
import org.efcevents.publish.PublicationRun;
import org.efcevents.publish.Publishable;
import org.efcevents.publish.Publisher;
import org.efcevents.undo.Step;

/**
 * Publishes events with what they need: people, work packages, files and the folders of all these, wherever they lie. What there is and
 * whether it is published is shown first, and ticked where it is not; then one button publishes what is ticked.
 */
final class PublishPage implements DeskPage {

    /** The parameter of the address that names an event; there may be several. */
    static final String EVENT = "event";

    /** Of each event that was found: its box is named so, and has been ticked if it is sent. */
    private static final String TICKED = "event.";

    /** The parameter and field that name a step of the desk, the events of which are published as many at a time as can be. */
    static final String STEP = "step";

    /** The field that has the events. */
    private static final String EVENTS = "events";

    /** Of each thing: its box is named so, and has been ticked if it is sent. */
    private static final String ITEM = "item.";

    private static final String PUBLISH = "publish";

    private static final String FOUND = "found";

    private static final String SPACE = " ";

    /** No more are published at once: each is sent on its own. */
    private static final int MOST = 100;

    /** One of the screens, in their order. */
    public sealed interface Screen {

        /** The name by which the template knows it. */
        String step();
    }

    /**
     * The events are to be ticked.
     *
     * @param problems what is wrong with what was sent
     * @param events what was looked for and found
     */
    public record Choosing(List<Problem> problems, FoundEvents events) implements Screen {
        @Override
        public String step() {
            return "choose";
        }
    }

    /**
     * What the events need is looked over.
     *
     * @param problems why nothing was published
     * @param events the identifiers of the events, for the form
     * @param groups what there is of each kind, events first
     * @param ticked the keys of what is ticked; null for what should be
     * @param possible whether anything can be published from here
     * @param whole the identifier of the step that they are some of; empty if they were chosen
     */
    public record LookingOver(
            List<Problem> problems,
            String events,
            List<Group> groups,
            Set<String> ticked,
            boolean possible,
            String whole)
            implements Screen {
        @Override
        public String step() {
            return "look";
        }

        /** Whether one is ticked. */
        public boolean isTicked(Publishable one) {
            return ticked == null ? one.isDue() : ticked.contains(one.key());
        }

        /** How much of a kind is not published as it is now. */
        public long count(String kind) {
            return groups.stream()
                    .filter(group -> group.kind().equals(kind))
                    .flatMap(group -> group.all().stream())
                    .filter(one -> one.state() != PublishedState.CURRENT)
                    .count();
        }

        /** Whether all that the events need is published as it is now, whatever there is to say of the events. */
        public boolean isAllThere() {
            return groups.stream()
                    .filter(group -> !group.kind().equals(Publishable.Kind.EVENT.key()))
                    .allMatch(group -> count(group.kind()) == 0);
        }

        /** Whether there is anything that the editor may publish. */
        public boolean isAnyPermitted() {
            return possible
                    && groups.stream().flatMap(group -> group.all().stream()).anyMatch(Publishable::permitted);
        }

        /** Whether there is more than one event. */
        public boolean isOfSeveral() {
            return events.contains(SPACE);
        }
    }

    /**
     * What there is of a kind.
     *
     * @param kind its {@link Publishable.Kind#key}
     */
    public record Group(String kind, List<Publishable> all) {}

    /**
     * What came of it.
     *
     * @param problems why not all of it was published
     * @param run what was published and what was not
     * @param events the identifiers of the events
     * @param whole the identifier of the step that they are some of; empty if they were chosen
     * @param left how many others of the step are not published as they are now
     */
    public record Published(List<Problem> problems, PublicationRun run, List<String> events, String whole, int left)
            implements Screen {

        /** The path of the page of something, after the language; empty if it has none. */
        public String page(Publishable one) {
            String name = one.path().substring(one.path().lastIndexOf('/') + 1);
            return switch (one.kind()) {
                case EVENT -> PageKind.EVENT.path(name) + ".html";
                case SPEAKER -> PageKind.SPEAKER.path(name) + ".html";
                case WORK_PACKAGE -> PageKind.WORK_PACKAGE.path(name) + ".html";
                default -> "";
            };
        }

        @Override
        public String step() {
            return "published";
        }
    }

    /** Where an event is published with what it needs. */
    static String address(String event) {
        return "/desk/publish.html?" + EVENT + "=" + event;
    }

    @Override
    public String name() {
        return "publish";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/publish.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Contents contents = request.archive().desk().contents();
        List<CheckedNode> events = request.asked(STEP)
                .map(step -> due(step, request).stream().limit(MOST).toList())
                .orElseGet(() -> events(request.parameters().getOrDefault(EVENT, List.of()), contents));
        return events.isEmpty()
                ? DeskAnswer.shown(new Choosing(
                        List.of(),
                        FoundEvents.of(
                                request.context().query(),
                                request.asked(FoundEvents.TICK).isPresent() ? null : Set.of(),
                                contents,
                                request)))
                : lookedOver(request, events, null, List.of());
    }

    /** In the order of their titles. What is no event, or is gone, is left out. */
    private static List<CheckedNode> events(Collection<String> ids, Contents contents) {
        return ids.isEmpty()
                ? List.of()
                : contents.all(NodeType.EVENT).stream()
                        .filter(event -> ids.contains(event.id()))
                        .limit(MOST)
                        .toList();
    }

    /** The events of a step that are not published as they are now. */
    private static List<CheckedNode> due(String step, DeskRequest request) {
        Set<String> changed = StepView.step(step, request).stream()
                .flatMap(there -> there.changed().stream())
                .map(Step.Changed::id)
                .collect(Collectors.toSet());
        List<CheckedNode> events = changed.isEmpty()
                ? List.of()
                : request.archive().desk().contents().all(NodeType.EVENT).stream()
                        .filter(event -> changed.contains(event.id()))
                        .toList();
        Set<String> due = plan(request, events).stream()
                .filter(one -> one.kind() == Publishable.Kind.EVENT && one.isDue())
                .map(Publishable::id)
                .collect(Collectors.toSet());
        return events.stream().filter(event -> due.contains(event.id())).toList();
    }

    private static List<Publishable> plan(DeskRequest request, List<CheckedNode> events) {
        Desk desk = request.archive().desk();
        try {
            return PublicationPlan.of(events, desk, request.publishing().files().orElse(null));
        } catch (RepositoryException e) {
            throw new ContentException("What the events need cannot be read: " + e.getMessage(), e);
        }
    }

    private static DeskAnswer lookedOver(
            DeskRequest request, List<CheckedNode> events, Set<String> ticked, List<Problem> problems) {
        List<Publishable> all = plan(request, events);
        List<Group> groups = new ArrayList<>();
        Arrays.stream(Publishable.Kind.values()).forEach(kind -> {
            List<Publishable> of =
                    all.stream().filter(one -> one.kind() == kind).toList();
            if (!of.isEmpty()) {
                groups.add(0, new Group(kind.key(), of));
            }
        });
        LookingOver screen = new LookingOver(
                problems,
                String.join(SPACE, events.stream().map(CheckedNode::id).toList()),
                groups,
                ticked,
                request.publishing().publisher().isPresent(),
                step(request));
        return problems.isEmpty() ? DeskAnswer.shown(screen) : DeskAnswer.wrong(screen);
    }

    private static String step(DeskRequest request) {
        return request.asked(STEP).orElseGet(() -> request.typed(STEP));
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        Contents contents = request.archive().desk().contents();
        if (request.isChosen(PUBLISH)) {
            List<CheckedNode> events = events(List.of(request.typed(EVENTS).split(SPACE)), contents);
            return Optional.of(publish(request, events, request.typedBelow(ITEM)));
        }
        Set<String> ticked = request.typedBelow(TICKED).keySet();
        if (ticked.isEmpty() || ticked.size() > MOST) {
            Problem problem = ticked.isEmpty()
                    ? Problem.of("events", "efc.desk.publish.unticked")
                    : Problem.of("events", "efc.desk.publish.many", MOST);
            return Optional.of(DeskAnswer.wrong(
                    new Choosing(List.of(problem), FoundEvents.of(request.typed(FOUND), ticked, contents, request))));
        }
        return Optional.of(lookedOver(request, events(ticked, contents), null, List.of()));
    }

    private static DeskAnswer publish(DeskRequest request, List<CheckedNode> events, Map<String, String> ticked) {
        List<Publishable> chosen = plan(request, events).stream()
                .filter(one -> ticked.containsKey(one.key()))
                .toList();
        Optional<Publisher> publisher = request.publishing().publisher();
        String wrong = null;
        if (publisher.isEmpty()) {
            wrong = "efc.desk.publish.impossible";
        } else if (chosen.isEmpty()) {
            wrong = "efc.desk.publish.nothing";
        } else if (chosen.size() != ticked.size()) {
            wrong = "efc.desk.publish.edited";
        } else if (!chosen.stream().allMatch(Publishable::permitted)) {
            wrong = "efc.desk.refused.rights";
        } else if (!publisher.get().hasReceiver()) {
            wrong = "efc.desk.publish.no-receiver";
        }
        return wrong == null
                ? published(request, events, chosen, publisher.get())
                : lookedOver(request, events, ticked.keySet(), List.of(Problem.of("", wrong)));
    }

    private static DeskAnswer published(
            DeskRequest request, List<CheckedNode> events, List<Publishable> chosen, Publisher publisher) {
        PublicationRun run;
        request.progress().begin(request.user(), chosen.size());
        try {
            run = PublicationRun.of(
                    chosen,
                    publisher,
                    request.user(),
                    request.archive().desk().session(),
                    request.publishing().files().orElse(null),
                    () -> request.progress().step(request.user()));
        } catch (RepositoryException e) {
            throw new ContentException("Whether it is published cannot be read: " + e.getMessage(), e);
        } finally {
            request.progress().end(request.user());
        }
        List<String> ids = events.stream().map(CheckedNode::id).toList();
        String step = step(request);
        int left = step.isEmpty()
                ? 0
                : (int) due(step, request).stream()
                        .filter(event -> !ids.contains(event.id()))
                        .count();
        return run.failure()
                .map(failure -> DeskAnswer.wrong(new Published(List.of(problem(failure)), run, ids, step, left)))
                .orElseGet(() -> DeskAnswer.shown(new Published(List.of(), run, ids, step, left)));
    }

    private static Problem problem(PublicationRun.Failure failure) {
        return Problem.of(
                "",
                "efc.desk.publish.failure." + failure.outcome().key(),
                failure.one().title(),
                failure.why());
    }
}
