package org.efcevents.health;

import java.time.LocalDate;
import java.util.Locale;
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate;

/**
 * Something that a check has found.
 *
 * @param check the check
 * @param type the type of the node
 * @param id the identifier of the node
 * @param path the path of the node
 * @param title what it is called
 * @param detail what exactly, such as the names of people; empty if the check says it all
 * @param since the day since which it has been so, as far as is known: that on which the node was last saved or, of a missing
 *     report, that on which the event ended; null if even that is not known
 * @param year the year of the event; 0 without one, or of anything else
 */
public record Finding(
        Check check, NodeType type, String id, String path, String title, String detail, LocalDate since, int year) {

    /**
     * Where the form that mends it is in the authoring UI: what follows the address of AdminCentral. Its own notation of a
     * place ({@code info.magnolia.ui.contentapp.detail.ContentDetailSubApp.DetailLocation}).
     */
    public String form() {
        return form(type, path);
    }

    /** The same of any event, speaker or work package. */
    public static String form(NodeType type, String path) {
        return "#app:" + type.app() + ":detail;" + escaped(path) + ":edit";
    }

    /** Where an app shows it among the others, which it does too of what is marked as deleted, and has no form any more. */
    public static String browser(NodeType type, String path) {
        return "#app:" + type.app() + ":browser;" + escaped(path) + ":";
    }

    private static String escaped(String path) {
        return path.replace(":", "[colon]").replace(";", "[semi]");
    }

    /** {@link #since} in words; null if it is not known. */
    public String sinceInWords(Locale locale) {
        return since == null ? null : EventDate.parseEdtf(since.toString()).inWords(locale);
    }
}
