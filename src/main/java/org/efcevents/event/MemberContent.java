package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;

/**
 * What an event holds for members: a sub-node of the event, which the repository keeps from everyone else.
 *
 * @param minutes of the meeting; null where there are none
 * @param documents for members; their files lie where visitors may not read either
 * @param contacts whom to ask, in one or more lines; null where nobody is named
 * @param fallbacks whether the {@code contacts} are in the default language only
 */
public record MemberContent(RichText minutes, List<Document> documents, String contacts, Fallbacks fallbacks) {

    /** Reads the part; null if nothing is in it. */
    static MemberContent of(ContentNode node) {
        MemberContent members = new MemberContent(
                node.richText("minutes"), Document.of(node), node.text("contacts"), node.fallbacks("contacts"));
        return members.minutes == null && members.documents.isEmpty() && members.contacts == null ? null : members;
    }
}
