package org.efcevents.event;

import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.RichText;
import org.efcevents.speaker.Speaker;

/**
 * What one person did at one event. Everything may be null but the part.
 *
 * @param speaker the person; null where their record is not published, or not for this reader
 * @param part what they did there
 * @param role the person's role as at the event
 * @param organisation the organisation they spoke for, as at the event
 * @param panel the panel it belonged to
 * @param talkTitle the title of what was said
 * @param summary what was said
 * @param fallbacks which of {@code role}, {@code organisation}, {@code panel} and {@code talkTitle} are in the default language only
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

    /** Reads a participation with its speaker. */
    public static Participation of(ContentNode node) {
        String speaker = node.rawText("speaker");
        String part = node.rawText("part");
        return new Participation(
                speaker == null ? null : node.byId(speaker).map(Speaker::of).orElse(null),
                part == null ? OpenEnum.of(Part.SPEAKER) : OpenEnum.of(Part.class, part),
                node.text("role"),
                node.text("organisation"),
                node.text("panel"),
                node.text("talkTitle"),
                node.richText("summary"),
                node.fallbacks("role", "organisation", "panel", "talkTitle"));
    }
}
