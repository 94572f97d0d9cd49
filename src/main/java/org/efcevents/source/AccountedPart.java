package org.efcevents.source;

import java.util.Locale;
import org.efcevents.pagetext.Passage;

/**
 * A part of a page's text and what became of it. The parts of a page are all of its text but white space.
 *
 * @param use what it is
 * @param event the position of the event that it is of; 0 if it is of none
 */
public record AccountedPart(Passage passage, Use use, int event) {

    /** What became of words. */
    public enum Use {
        TITLE,
        DATE,
        KIND,
        PLACE,
        CLOSED,
        WORK_PACKAGE,
        PERSON,
        TALK,
        BODY,
        ATTACHMENT,
        CREDIT,
        /** Of any other field of an event, such as its organiser. */
        DETAIL,
        /** Of the page, not of an event: menus, links to more, headings of groups. */
        FURNITURE,
        /** In no field. It stays in the source text of its event, if it is of one. */
        UNREAD;

        /** The end of the key of the message that names it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
