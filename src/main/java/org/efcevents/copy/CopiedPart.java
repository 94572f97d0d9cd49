package org.efcevents.copy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.efcevents.content.LocalisedName;

/** What a copy of an event can take along, or leave. */
public enum CopiedPart {
    /** What is announced. */
    TEXTS(true, List.of("teaser", "description"), List.of()),
    /** The work packages that hold it. */
    WORK_PACKAGES(true, List.of("workPackages"), List.of()),
    /** Where it is, and who holds it. */
    PLACE(true, List.of("venue", "city", "country", "onlineAddress", "organiser", "host", "contact"), List.of()),
    /** Who takes part. What they speak about goes with the programme. */
    PEOPLE(false, List.of(), List.of("participations")),
    /** When what happens, and who speaks about what. */
    PROGRAMME(false, List.of(), List.of("programme")),
    /** Pictures with their credit, and documents. */
    FILES(false, List.of("credit"), List.of("gallery", "documents")),
    /** Links to other sites. */
    LINKS(false, List.of(), List.of("links")),
    /** Where to register. */
    REGISTRATION(false, List.of("registrationAddress"), List.of());

    /** What belongs to the one event for ever: how it went, where it was written about, and what only its members may read. */
    private static final Set<String> NEVER = Set.of(
            "report",
            "recording",
            "participantCount",
            "photographCount",
            "registrationDeadline",
            "status",
            "statusText",
            "sourceUid",
            "sourceTitle",
            "sourceUrl",
            "sourcePosition",
            "formerAddresses",
            "publicNotice",
            "members",
            "precision",
            "start",
            "end",
            "startTime",
            "endTime",
            "timeZone",
            "partialDate",
            "approximate",
            "jcrName");

    /** What people speak about, in what they do at an event. */
    private static final Set<String> TALK = Set.of("talkTitle", "summary", "panel");

    private final boolean usual;
    private final List<String> properties;
    private final List<String> nodes;

    CopiedPart(boolean usual, List<String> properties, List<String> nodes) {
        this.usual = usual;
        this.properties = properties;
        this.nodes = nodes;
    }

    /** The name in forms, such as {@code work-packages}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether most copies take it along. */
    public boolean isUsual() {
        return usual;
    }

    /** The parts that an event has. */
    public static List<CopiedPart> of(Node event) throws RepositoryException {
        Set<String> names = new HashSet<>();
        for (PropertyIterator all = event.getProperties(); all.hasNext(); ) {
            names.add(all.nextProperty().getName());
        }
        return Arrays.stream(values())
                .filter(part -> names.stream().anyMatch(name -> named(part.properties, name))
                        || part.nodes.stream().anyMatch(node -> hasEntries(event, node)))
                .toList();
    }

    private static boolean hasEntries(Node event, String node) {
        try {
            return event.hasNode(node) && event.getNode(node).hasNodes();
        } catch (RepositoryException e) {
            throw new IllegalStateException("The event cannot be read: " + node, e);
        }
    }

    /**
     * Whether a copy has a property or a sub-node. What a site has added to events goes along.
     *
     * @param taken what was chosen
     */
    static boolean isTaken(String name, Set<CopiedPart> taken) {
        return !named(NEVER, name) && part(name).map(taken::contains).orElse(true);
    }

    private static Optional<CopiedPart> part(String name) {
        return Stream.of(values())
                .filter(part -> named(part.properties, name) || part.nodes.contains(name))
                .findFirst();
    }

    /** Whether it says what somebody speaks about. */
    static boolean isOfTalk(String property) {
        return named(TALK, property);
    }

    /** Whether a property has one of these names, in whatever language. */
    private static boolean named(Collection<String> names, String name) {
        return names.contains(name) || names.contains(LocalisedName.of(name).field());
    }
}
