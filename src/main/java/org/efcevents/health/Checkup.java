package org.efcevents.health;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate.Problem;
import org.efcevents.date.Phase;
import org.efcevents.event.Visibility;

/** Looks at everything in an archive, and finds what is missing or wrong. What was withdrawn is left alone. */
public final class Checkup {

    /** What a reader of a date has made the best of without anything being wrong. */
    private static final Set<Problem.Type> HARMLESS = Set.of(Problem.Type.UNCERTAIN, Problem.Type.UNUSED);

    private static final Comparator<Finding> BY_CHECK = Comparator.comparing(Finding::check)
            .thenComparing(Finding::since, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Finding::title, Collator.getInstance(Locale.ROOT))
            .thenComparing(Finding::path);

    private final Collection<CheckedNode> all;
    private final CheckedFileUses files;
    private final Map<String, NodeType> there = new HashMap<>();
    private final List<CheckedNode> nodes;
    private final Map<String, CheckedNode> byId = new HashMap<>();
    private final Set<String> withoutName;
    private final Collection<String> languages;
    private final Instant now;
    private final ZoneId siteZone;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param content all there is
     * @param readable those of which the reader may be told; what is said of them names no others
     * @param withoutName the identifiers of those whose names are the addresses of others
     * @param languages those of the site, as BCP 47 tags
     * @param siteZone the time zone of dates that have none
     */
    public Checkup(
            CheckedContent content,
            Predicate<CheckedNode> readable,
            Set<String> withoutName,
            Collection<String> languages,
            Instant now,
            ZoneId siteZone) {
        this.all = content.nodes();
        this.files = new CheckedFileUses(content.files());
        all.forEach(node -> there.put(node.id(), node.type()));
        List<CheckedNode> told = all.stream().filter(readable).toList();
        told.forEach(node -> byId.put(node.id(), node));
        this.nodes = told.stream().filter(Checkup::isNotWithdrawn).toList();
        this.withoutName = withoutName;
        this.languages = languages;
        this.now = now;
        this.siteZone = siteZone;
    }

    /** What was found, by check; of each, the latest first. */
    public List<Finding> findings() {
        nodes.forEach(this::check);
        addTwice(Check.EVENT_TWICE, NodeType.EVENT, Likeness::ofEvent);
        addTwice(Check.SPEAKER_TWICE, NodeType.SPEAKER, Likeness::ofSpeaker);
        addUnused(Check.SPEAKER_UNUSED, NodeType.SPEAKER, CheckedNode::speakers);
        addUnused(Check.WORK_PACKAGE_UNUSED, NodeType.WORK_PACKAGE, CheckedNode::workPackages);
        return found.stream().sorted(BY_CHECK).toList();
    }

    private static boolean isNotWithdrawn(CheckedNode node) {
        return Visibility.at(node.path()) != Visibility.WITHDRAWN;
    }

    private void check(CheckedNode node) {
        if (!node.titled()) {
            add(Check.TITLE_MISSING, node, "");
        }
        addUnless(Check.FIELD_UNREAD, node, node.unread().stream());
        if (node.damaged() != null) {
            add(Check.TEXT_DAMAGED, node, node.damaged());
        }
        if (withoutName.contains(node.id())) {
            add(Check.ADDRESS_SHARED, node, node.path().substring(node.path().lastIndexOf('/') + 1));
        }
        if (node.picturesWithoutAlt() > 0) {
            add(Check.ALT_MISSING, node, String.valueOf(node.picturesWithoutAlt()));
        }
        if (node.languages() != null && !node.languages().isEmpty()) {
            addUnless(Check.TRANSLATION_MISSING, node, languages.stream().filter(language -> !node.languages()
                    .contains(language)));
        }
        checkLinks(node);
        if (node.type() == NodeType.EVENT) {
            checkEvent(node);
        }
    }

    private void checkLinks(CheckedNode node) {
        long broken = node.links().stream().filter(id -> !there.containsKey(id)).count();
        if (broken > 0) {
            add(Check.LINK_BROKEN, node, String.valueOf(broken));
        }
        if (node.type() == NodeType.EVENT) {
            Visibility own = Visibility.at(node.path());
            addUnless(
                    Check.LINK_REVEALING,
                    node,
                    node.links().stream()
                            .map(byId::get)
                            .filter(target -> target != null && target.type() == NodeType.EVENT)
                            .filter(target -> Visibility.at(target.path()).compareTo(own) > 0)
                            .map(CheckedNode::title));
        }
    }

    private void checkEvent(CheckedNode event) {
        long gone = event.nameless()
                + Stream.concat(
                                event.speakers().stream().filter(id -> there.get(id) != NodeType.SPEAKER),
                                event.workPackages().stream().filter(id -> there.get(id) != NodeType.WORK_PACKAGE))
                        .count();
        if (gone > 0) {
            add(Check.PART_GONE, event, String.valueOf(gone));
        }
        addUnless(Check.PROGRAMME_UNCLEAR, event, event.programme().stream());
        addUnless(
                Check.DATE_WRONG,
                event,
                event.date().problems().stream()
                        .filter(problem -> !HARMLESS.contains(problem.type()))
                        .map(Problem::text)
                        .map(text -> text.isEmpty() ? "–" : text));
        if (event.date().phase(now, siteZone) == Phase.UNDATED
                && event.date().problems().isEmpty()) {
            add(Check.DATE_MISSING, event, "");
        }
        if (event.date().phase(now, siteZone) == Phase.PAST && event.takesPlace() && !event.reported()) {
            found.add(new Finding(
                    Check.REPORT_MISSING,
                    event.type(),
                    event.id(),
                    event.path(),
                    event.title(),
                    "",
                    event.date().latest().orElse(null),
                    event.date().year().orElse(0)));
        }
        checkRegistration(event);
        files.lacking(event).forEach((check, titles) -> addUnless(check, event, titles.stream()));
        if (event.published()) {
            addUnless(
                    Check.PART_NOT_PUBLISHED,
                    event,
                    Stream.concat(event.speakers().stream(), event.workPackages().stream())
                            .map(byId::get)
                            .filter(part -> part != null && !part.published())
                            .map(CheckedNode::title));
        }
    }

    private void checkRegistration(CheckedNode event) {
        if (event.registers() && event.date().phase(now, siteZone) == Phase.PAST) {
            add(Check.REGISTRATION_OVER, event, "");
        }
        // The first day of a month or a year is not known to be the first of the event.
        Optional<LocalDate> begins = event.date().isKnownToTheDay()
                ? event.date().earliest()
                : event.date().latest();
        if (event.deadline() != null && begins.isPresent() && event.deadline().isAfter(begins.get())) {
            add(Check.DEADLINE_LATE, event, event.deadline().toString());
        }
    }

    private void addTwice(Check check, NodeType type, Function<CheckedNode, Stream<String>> keys) {
        Map<String, Set<CheckedNode>> same = new TreeMap<>();
        BiConsumer<String, CheckedNode> put = (key, node) ->
                same.computeIfAbsent(key, first -> new HashSet<>()).add(node);
        nodes.stream().filter(node -> node.type() == type).forEach(node -> keys.apply(node)
                .forEach(key -> put.accept(key, node)));
        Map<CheckedNode, Set<CheckedNode>> others = new HashMap<>();
        same.values().stream()
                .filter(nodes -> nodes.size() > 1)
                .forEach(nodes -> nodes.forEach(node ->
                        others.computeIfAbsent(node, first -> new HashSet<>()).addAll(nodes)));
        others.forEach((node, all) -> add(
                check,
                node,
                all.stream()
                        .filter(other -> other != node)
                        .map(CheckedNode::path)
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    private void addUnused(Check check, NodeType type, Function<CheckedNode, Set<String>> users) {
        Set<String> used = all.stream()
                .filter(Checkup::isNotWithdrawn)
                .flatMap(node -> users.apply(node).stream())
                .collect(Collectors.toSet());
        nodes.stream()
                .filter(node -> node.type() == type && !used.contains(node.id()))
                .forEach(node -> add(check, node, ""));
    }

    /** Adds a finding unless there is nothing to tell. */
    private void addUnless(Check check, CheckedNode node, Stream<String> details) {
        String detail = details.collect(Collectors.joining(", "));
        if (!detail.isEmpty()) {
            add(check, node, detail);
        }
    }

    private void add(Check check, CheckedNode node, String detail) {
        found.add(new Finding(
                check,
                node.type(),
                node.id(),
                node.path(),
                node.title(),
                detail,
                node.revised().equals(Instant.EPOCH) ? null : LocalDate.ofInstant(node.revised(), siteZone),
                node.type() == NodeType.EVENT ? node.date().year().orElse(0) : 0));
    }
}
