package org.efcevents.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.RichText;
import org.efcevents.speaker.Speaker;

/**
 * What one person did at one event. Everything except the part may be null.
 *
 * @param speaker the person; null if their entry is not published or this reader may not see it
 * @param part what they did there
 * @param role the person's role at the time of the event
 * @param organisation the organisation they represented at the event
 * @param panel the panel it belonged to
 * @param talkTitle the title of their talk
 * @param summary a summary of their talk
 * @param fallbacks which of {@code role}, {@code organisation}, {@code panel} and {@code talkTitle} are in another
 *     language
 */
public record Participation(
        Speaker speaker,
        OpenEnum<Part> part,
        String role,
        String organisation,
        String panel,
        String talkTitle,
        RichText summary,
        Fallbacks fallbacks) {

    /** Reads a participation together with its speaker. */
    public static Participation of(ContentNode node) {
        return of(node, speakerOf(node).orElse(null));
    }

    /** The people of these, each once, in the order of their first part. They are told apart by what they are, not by what they say. */
    public static List<Speaker> people(Collection<Participation> parts) {
        Map<String, Speaker> people = new LinkedHashMap<>();
        for (Participation part : parts) {
            if (part.speaker() != null) {
                people.putIfAbsent(part.speaker().id(), part.speaker());
            }
        }
        return List.copyOf(people.values());
    }

    /** Reads the person; empty if their entry is not published or this reader may not see it. */
    public static Optional<Speaker> speakerOf(ContentNode node) {
        return Optional.ofNullable(node.rawText("speaker"))
                .flatMap(speaker -> node.byId(NodeType.SPEAKER, speaker))
                .map(Speaker::of);
    }

    /** Reads a participation of a known person. */
    public static Participation of(ContentNode node, Speaker speaker) {
        String part = node.rawText("part");
        return new Participation(
                speaker,
                part == null ? OpenEnum.of(Part.SPEAKER) : OpenEnum.of(Part.class, part),
                node.text("role"),
                node.text("organisation"),
                node.text("panel"),
                node.text("talkTitle"),
                node.richText("summary"),
                node.fallbacks("role", "organisation", "panel", "talkTitle"));
    }
}
