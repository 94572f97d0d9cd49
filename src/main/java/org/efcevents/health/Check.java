package org.efcevents.health;

import java.util.Arrays;
import java.util.Optional;
import org.efcevents.content.OpenEnum;

/** What is looked for in all events, speakers and work packages. The most serious come first. */
public enum Check {
    /** Something without a title, a name or a code that can be seen: it is called by its web address. */
    TITLE_MISSING(Severity.WRONG),
    /** A field with something that nobody reads there, such as words for a number, or an address that no page may lead to. */
    FIELD_UNREAD(Severity.WRONG),
    /** A date that was entered in a way that it cannot be read, or that cannot be. */
    DATE_WRONG(Severity.WRONG),
    /** An event that names people or work packages which are not there, or nobody: pages leave them out. */
    PART_GONE(Severity.WRONG),
    /** A published event that shows people or work packages which are not published, and so names them to nobody. */
    PART_NOT_PUBLISHED(Severity.WRONG),
    /** A published event that offers files which are not published, and so nobody gets. */
    FILE_NOT_PUBLISHED(Severity.WRONG),
    /** An event that offers files which are not there any more. */
    FILE_GONE(Severity.WRONG),
    /** Files for few readers in a folder that everybody may read: whoever knows their addresses gets them. */
    FILE_REACHABLE(Severity.WRONG),
    /** Files for everybody in the folder that only members may read. */
    FILE_OUT_OF_REACH(Severity.WRONG),
    /** Somebody in an item of the programme that is not there, or an item on a day that is none of the event's. */
    PROGRAMME_UNCLEAR(Severity.WRONG),
    /** A text that links to an event, a speaker or a work package that is not there any more. */
    LINK_BROKEN(Severity.WRONG),
    /** A text that links to an event which fewer people may know of: the delivery endpoints give its address away. */
    LINK_REVEALING(Severity.WRONG),
    /** A text whose letters were damaged when it was brought in, such as {@code MalmstrÃ¶m}. */
    TEXT_DAMAGED(Severity.WRONG),
    /** Something that has the web address of something else, and is addressed by its identifier. */
    ADDRESS_SHARED(Severity.WRONG),
    /** An event that has taken place, and of which nobody has told what happened. */
    REPORT_MISSING(Severity.MISSING),
    /** A picture without a text alternative (WCAG 2.2, 1.1.1). */
    ALT_MISSING(Severity.MISSING),
    /** A title, or what a work package is called, that is not in all languages of the site. */
    TRANSLATION_MISSING(Severity.MISSING),
    /** An event for which one can register after it has begun. */
    DEADLINE_LATE(Severity.QUESTION),
    /** An event that is over, and of which the address where to register is still stored. */
    REGISTRATION_OVER(Severity.QUESTION),
    /** Events of one day, or without any, and of nearly one title, or of one kind at one venue. */
    EVENT_TWICE(Severity.QUESTION),
    /** People of nearly one name, in whatever order its parts are written. */
    SPEAKER_TWICE(Severity.QUESTION),
    /** An event without a date. */
    DATE_MISSING(Severity.QUESTION),
    /** A work package that no event names. */
    WORK_PACKAGE_UNUSED(Severity.QUESTION),
    /** Somebody who takes part in no event. */
    SPEAKER_UNUSED(Severity.QUESTION);

    /** How bad it is. */
    public enum Severity {
        /** Readers see something wrong, or do not see what they should. */
        WRONG,
        /** Something that readers could expect is not there. */
        MISSING,
        /** It may be right. */
        QUESTION;

        /** Its name in message keys and tables. */
        public String key() {
            return OpenEnum.wordOf(this);
        }
    }

    private final Severity severity;

    Check(Severity severity) {
        this.severity = severity;
    }

    /** The check with this {@link #key}; empty if there is none. */
    public static Optional<Check> of(String key) {
        return Arrays.stream(values()).filter(check -> check.key().equals(key)).findFirst();
    }

    /** How bad it is if it finds something. */
    public Severity severity() {
        return severity;
    }

    /** Its name in addresses, message keys and tables, such as {@code report-missing}. */
    public String key() {
        return OpenEnum.wordOf(this);
    }
}
