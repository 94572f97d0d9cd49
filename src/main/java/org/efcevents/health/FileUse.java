package org.efcevents.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.DamFile;

/**
 * A file that an event offers.
 *
 * @param file the identifier of the file in the workspace {@code dam}
 * @param title what the event calls it, or its place among the others
 * @param forMembers whether it is offered to members only
 */
public record FileUse(String file, String title, boolean forMembers) {

    /** Reads those of an event. */
    public static List<FileUse> of(ContentNode event) {
        List<FileUse> files = new ArrayList<>();
        add(files, event, "gallery", "image", false);
        add(files, event, "documents", "asset", false);
        event.child("members").ifPresent(members -> add(files, members, "documents", "asset", true));
        return List.copyOf(files);
    }

    private static void add(List<FileUse> files, ContentNode owner, String entries, String property, boolean members) {
        int number = 0;
        for (ContentNode entry : owner.entries(entries)) {
            number++;
            Optional<String> file = DamFile.identifier(Objects.toString(entry.rawText(property), ""));
            if (file.isPresent()) {
                String title = Stream.of("title", "alt", "caption")
                        .map(entry::text)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("#" + number);
                files.add(new FileUse(file.get(), title, members));
            }
        }
    }
}
