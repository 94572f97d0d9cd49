package org.efcevents.event;

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
 * @param fallbacks which of {@code role}, {@code organisation}, {@code panel} and {@code talkTitle} are in the default
 *     language only
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
        String speaker = node.rawText("speaker");
        String part = node.rawText("part");
        return new Participation(
                speaker == null
                        ? null
                        : node.byId(NodeType.SPEAKER, speaker).map(Speaker::of).orElse(null),
                part == null ? OpenEnum.of(Part.SPEAKER) : OpenEnum.of(Part.class, part),
                node.text("role"),
                node.text("organisation"),
                node.text("panel"),
                node.text("talkTitle"),
                node.richText("summary"),
                node.fallbacks("role", "organisation", "panel", "talkTitle"));
    }
}
