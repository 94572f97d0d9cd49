package org.efcevents.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcevents.address.PageKind;
import org.efcevents.archive.Contents;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.content.PublishedState;
import org.efcevents.date.Precision;
import org.efcevents.health.CheckedNode;
import org.efcevents.health.Finding;
import org.efcevents.undo.Editing;
import org.efcevents.undo.Obstacle;
import org.efcevents.undo.Step;
import org.efcevents.undo.StepStore;

/**
 * A step as pages of the desk show it.
 *
 * @param id its identifier
 * @param words what editors know it by
 * @param when when it was done, in words
 * @param by who did it
 * @param takenBack whether it was taken back
 * @param changed what it changed; what is deleted by it last
 * @param left what it was to change and could not
 */
public record StepView(
        String id,
        List<String> words,
        String when,
        String by,
        boolean takenBack,
        List<Entry> changed,
        List<Entry> left) {

    /** The field of a form that says which step is to be taken back. */
    static final String TAKE_BACK = "takeBack";

    /** The parameter of an address that asks for what a step has changed. */
    static final String DONE = "done";

    /** The parameter that says that it was done before. */
    static final String BEFORE = "before";

    /** Whether it has changed events that are there, so that they can be published. */
    public boolean hasEventsToPublish() {
        return !takenBack
                && changed.stream()
                        .anyMatch(entry -> entry.there() && entry.type().equals("event"));
    }

    /** How many events that it has changed visitors see as they were. */
    public long outdatedEvents() {
        return takenBack
                ? 0
                : changed.stream()
                        .filter(entry -> entry.outdated() && entry.type().equals("event"))
                        .count();
    }

    /**
     * An event, a speaker or a work package.
     *
     * @param type {@code event}, {@code speaker} or {@code workPackage}
     * @param title what it is called
     * @param form where its form is; of what is marked as deleted, where the app shows it
     * @param published whether visitors see it, as it is now or as it was
     * @param there whether it is there; false if it is marked as deleted, or gone
     * @param when its date in words; empty if it has none
     * @param page the path of its page, after the language
     * @param outdated whether visitors see it as it was
     */
    public record Entry(
            String type,
            String title,
            String form,
            boolean published,
            boolean there,
            String when,
            String page,
            boolean outdated) {

        /** @param locale in which its date is written */
        static Entry of(CheckedNode node, Locale locale) {
            return new Entry(
                    word(node.type()),
                    node.title(),
                    node.form(),
                    node.published(),
                    true,
                    node.type() == NodeType.EVENT && node.date().precision() != Precision.UNKNOWN
                            ? node.date().inWords(locale)
                            : "",
                    page(node.type(), node.name()),
                    node.state() == PublishedState.CHANGED);
        }

        private static String page(NodeType type, String name) {
            PageKind kind =
                    switch (type) {
                        case SPEAKER -> PageKind.SPEAKER;
                        case WORK_PACKAGE -> PageKind.WORK_PACKAGE;
                        default -> PageKind.EVENT;
                    };
            return kind.path(name) + ".html";
        }

        /** The same with where its app shows it among the others, where it can be withdrawn. */
        Entry inItsApp(CheckedNode node) {
            return new Entry(
                    type, title, Finding.browser(node.type(), node.path()), published, there, when, page, outdated);
        }

        private static Entry gone(String path) {
            NodeType type = path.startsWith("/speakers/")
                    ? NodeType.SPEAKER
                    : path.startsWith("/work-packages/") ? NodeType.WORK_PACKAGE : NodeType.EVENT;
            return new Entry(
                    word(type),
                    path.substring(path.lastIndexOf('/') + 1),
                    Finding.browser(type, path),
                    false,
                    false,
                    "",
                    "",
                    false);
        }

        private static String word(NodeType type) {
            return switch (type) {
                case SPEAKER -> "speaker";
                case WORK_PACKAGE -> "workPackage";
                default -> "event";
            };
        }
    }

    /**
     * Shows a step.
     *
     * @param contents what is there
     */
    static StepView of(Step step, Contents contents, DeskRequest request) {
        List<Entry> changed = new ArrayList<>();
        step.changed()
                .forEach(node -> changed.add(contents.with(node.id())
                        .map(there -> Entry.of(there, request.locale()))
                        .orElseGet(() -> Entry.gone(node.path()))));
        changed.sort(Comparator.comparing(entry -> !entry.there()));
        return new StepView(
                step.id(),
                step.words(),
                when(step.when(), request),
                step.by(),
                step.takenBack() != null,
                List.copyOf(changed),
                step.left().stream()
                        .flatMap(id -> contents.with(id).stream())
                        .map(node -> Entry.of(node, request.locale()))
                        .toList());
    }

    /** A moment in words. */
    static String when(Instant moment, DeskRequest request) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(request.locale())
                .withZone(request.timeZone())
                .format(moment);
    }

    /** The latest steps of a kind that can be taken back. */
    static List<StepView> latest(String kind, Contents contents, DeskRequest request) {
        try {
            return new StepStore(request.archive().desk().session())
                    .latest(kind).stream()
                            .map(step -> of(step, contents, request))
                            .toList();
        } catch (RepositoryException e) {
            throw unreadable(e);
        }
    }

    /** The step that an address asks for; empty if there is none. */
    static Optional<StepView> asked(Contents contents, DeskRequest request) {
        return step(request.asked(DONE).orElse(""), request).map(step -> of(step, contents, request));
    }

    /** The step with this identifier; empty if there is none. */
    static Optional<Step> step(String id, DeskRequest request) {
        try {
            return new StepStore(request.archive().desk().session()).step(id);
        } catch (RepositoryException e) {
            throw unreadable(e);
        }
    }

    /** Leads to a page that says what a step has changed. */
    static DeskAnswer done(DeskPage page, String step) {
        return DeskAnswer.done(DeskPages.path(page) + ".html?" + DONE + "=" + step);
    }

    private static ContentException unreadable(RepositoryException e) {
        return new ContentException("What was changed on the Archive desk cannot be read: " + e.getMessage(), e);
    }

    /**
     * Takes a step back that a form names.
     *
     * @throws ChangeRefused if it cannot be, as its problem says
     */
    static Step takeBack(Contents contents, DeskRequest request) throws ChangeRefused {
        return takeBack(contents, request, (editing, step) -> {});
    }

    /** What is forgotten with a step. */
    interface Forgetting {
        void forget(Editing editing, Step step) throws RepositoryException;
    }

    /** The same, with what is kept of it elsewhere. */
    static Step takeBack(Contents contents, DeskRequest request, Forgetting elsewhere) throws ChangeRefused {
        return request.changes().together(editing -> {
            StepStore steps = new StepStore(editing.session());
            Optional<Step> step = steps.step(request.typed(TAKE_BACK)).filter(there -> there.takenBack() == null);
            if (step.isEmpty()) {
                throw new ChangeRefused("efc.desk.step.gone");
            }
            if (request.archive().desk().isLinked(steps.made(step.get()))) {
                throw new ChangeRefused("efc.desk.step.linked");
            }
            List<Obstacle> obstacles = editing.takeBack(step.get());
            if (!obstacles.isEmpty()) {
                throw ChangeRefused.because(
                        "efc.desk.step.edited",
                        obstacles.stream()
                                .map(Obstacle::node)
                                .distinct()
                                .map(node -> inTheWay(node, step.get(), contents, request.locale()))
                                .toList());
            }
            elsewhere.forget(editing, step.get());
            return step.get();
        });
    }

    private static Entry inTheWay(String id, Step step, Contents contents, Locale locale) {
        return contents.with(id)
                .map(node -> Entry.of(node, locale).inItsApp(node))
                .orElseGet(() -> Entry.gone(step.changed().stream()
                        .filter(node -> node.id().equals(id))
                        .map(Step.Changed::path)
                        .findFirst()
                        .orElse(id)));
    }
}
