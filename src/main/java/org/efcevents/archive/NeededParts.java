package org.efcevents.archive;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.DamFile;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;
import org.efcevents.health.Check;
import org.efcevents.health.FileUse;
import org.efcevents.health.Finding;

/**
 * What an event shows of others: publishing the event does not publish them.
 *
 * @param parts the people and work packages, published or not, each once
 * @param files the identifiers of its pictures, documents and files that its texts link to, and of the portraits, published or not
 * @param restricted those of the files that not everyone may have, because of the event or because they are for members
 */
public record NeededParts(List<ContentNode> parts, List<String> files, Set<String> restricted) {

    private static final Pattern LINKED =
            Pattern.compile("\\$\\{link:\\{uuid:\\{([0-9A-Fa-f-]{36})},repository:\\{dam}");

    static NeededParts of(ContentNode event) {
        Stream<Optional<ContentNode>> people = event.entries("participations").stream()
                .map(part -> Optional.ofNullable(part.rawText("speaker"))
                        .flatMap(speaker -> event.byId(NodeType.SPEAKER, speaker)));
        Stream<Optional<ContentNode>> workPackages =
                event.values("workPackages").stream().map(id -> event.byId(NodeType.WORK_PACKAGE, id));
        Map<String, ContentNode> parts = new LinkedHashMap<>();
        Stream.concat(people, workPackages)
                .flatMap(Optional::stream)
                .filter(part -> !part.isDeleted())
                .forEach(part -> parts.putIfAbsent(part.id(), part));
        boolean everyone = Visibility.of(event) == Visibility.PUBLIC;
        Set<String> files = new LinkedHashSet<>();
        Set<String> restricted = new HashSet<>();
        FileUse.of(event).forEach(use -> {
            files.add(use.file());
            if (!everyone || use.forMembers()) {
                restricted.add(use.file());
            }
        });
        event.withAllBelow().stream()
                .flatMap(part -> part.texts().stream())
                .flatMap(text -> LINKED.matcher(text).results())
                .map(link -> link.group(1).toLowerCase(Locale.ROOT))
                .forEach(files::add);
        parts.values().stream()
                .flatMap(part -> Optional.ofNullable(part.rawText("portrait")).flatMap(DamFile::identifier).stream())
                .forEach(files::add);
        return new NeededParts(List.copyOf(parts.values()), List.copyOf(files), restricted);
    }

    /** The people and work packages that are not published. */
    public List<Finding> unpublished() {
        return parts.stream()
                .filter(part -> !part.flag("mgnl:activationStatus"))
                .map(NeededParts::finding)
                .toList();
    }

    /** Whether not everyone may have a file. */
    public boolean isRestricted(String file) {
        return restricted.contains(file);
    }

    private static Finding finding(ContentNode part) {
        boolean person = part.isA(NodeType.SPEAKER);
        String name = part.text(person ? "fullName" : "title");
        return new Finding(
                Check.PART_NOT_PUBLISHED,
                person ? NodeType.SPEAKER : NodeType.WORK_PACKAGE,
                part.id(),
                part.path(),
                name == null ? part.name() : name,
                "",
                null,
                0);
    }
}
