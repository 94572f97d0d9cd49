package org.efcevents.workpackage;

import java.util.Locale;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;

/**
 * A working group that holds events. All but the identifier, slug and code may be null.
 *
 * @param id the node's identifier
 * @param slug its name in URLs
 * @param code short name, such as {@code WP1}
 * @param title its name, where it has one
 * @param description what it does
 * @param lead the person or organisation that leads it
 * @param periodStart EDTF date from which it worked
 * @param periodEnd EDTF date until which it worked
 * @param position place in lists, from 1
 * @param fallbacks which of {@code title} and {@code lead} are in the default language only
 */
public record WorkPackage(
        String id,
        String slug,
        String code,
        String title,
        RichText description,
        String lead,
        String periodStart,
        String periodEnd,
        long position,
        Fallbacks fallbacks) {

    /** Reads a work package; one without a code is named by its slug. */
    public static WorkPackage of(ContentNode node) {
        String code = node.rawText("code");
        return new WorkPackage(
                node.id(),
                node.name(),
                code == null ? node.name() : code,
                node.text("title"),
                node.richText("description"),
                node.text("lead"),
                node.rawText("periodStart"),
                node.rawText("periodEnd"),
                node.number("position").orElse(Long.MAX_VALUE),
                node.fallbacks("title", "lead"));
    }

    /** Code and name, or the code alone where there is no name. */
    public String label() {
        return title == null ? code : code + " – " + title;
    }

    /** From when it worked, in that language; null where that is not known. */
    public String startInWords(Locale locale) {
        return periodStart == null ? null : EventDate.parseEdtf(periodStart).inWords(locale);
    }

    /** Until when it worked, in that language; null where that is not known. */
    public String endInWords(Locale locale) {
        return periodEnd == null ? null : EventDate.parseEdtf(periodEnd).inWords(locale);
    }
}
