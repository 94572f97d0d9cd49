package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;

/**
 * The section of an event for members: a child node that the repository hides from everyone else.
 *
 * @param minutes the minutes of the meeting; null if there are none
 * @param documents documents for members, whose files are stored where visitors cannot read them either
 * @param contacts whom to contact, in one or more lines; null if nobody is named
 * @param fallbacks whether the {@code contacts} are in another language
 */
public record MemberContent(RichText minutes, List<Document> documents, String contacts, Fallbacks fallbacks) {

    /** Reads the section; null if it is empty. */
    static MemberContent of(ContentNode node) {
        MemberContent members = new MemberContent(
                node.richText("minutes"), Document.of(node), node.text("contacts"), node.fallbacks("contacts"));
        return members.minutes == null && members.documents.isEmpty() && members.contacts == null ? null : members;
    }
}
