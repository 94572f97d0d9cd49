package org.efcevents.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.health.Check;
import org.efcevents.health.FileUse;
import org.efcevents.health.Finding;

/**
 * What an event shows of others: publishing the event does not publish them.
 *
 * @param unpublished the people and work packages that are not published, each once
 * @param files the identifiers of its pictures and documents, published or not
 */
public record NeededParts(List<Finding> unpublished, List<String> files) {

    static NeededParts of(ContentNode event) {
        Stream<Optional<ContentNode>> people = event.entries("participations").stream()
                .map(part -> Optional.ofNullable(part.rawText("speaker"))
                        .flatMap(speaker -> event.byId(NodeType.SPEAKER, speaker)));
        Stream<Optional<ContentNode>> workPackages =
                event.values("workPackages").stream().map(id -> event.byId(NodeType.WORK_PACKAGE, id));
        List<Finding> unpublished = Stream.concat(people, workPackages)
                .flatMap(Optional::stream)
                .filter(part -> !part.flag("mgnl:activationStatus"))
                .map(NeededParts::finding)
                .distinct()
                .toList();
        return new NeededParts(
                unpublished,
                FileUse.of(event).stream().map(FileUse::file).distinct().toList());
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
