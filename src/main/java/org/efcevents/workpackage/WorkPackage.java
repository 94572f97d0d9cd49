package org.efcevents.workpackage;

import java.time.Instant;
import java.util.Locale;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;
import org.efcevents.date.TypedDate;

/**
 * A work package, whose group holds events. Everything except the identifier, slug and code may be null.
 *
 * @param id the node's identifier
 * @param slug its name in URLs
 * @param code its short name, such as {@code WP1}
 * @param title its name, if it has one
 * @param description what it does
 * @param lead the person or organisation that leads it
 * @param periodStart EDTF date on which its work began
 * @param periodEnd EDTF date on which its work ended
 * @param position its position in lists, from 1
 * @param created see {@link ContentNode#created}
 * @param revised see {@link ContentNode#revised}
 * @param fallbacks which of {@code title} and {@code lead} are in another language
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
        Instant created,
        Instant revised,
        Fallbacks fallbacks) {

    /** Reads a work package. The slug stands in for a missing code. */
    public static WorkPackage of(ContentNode node) {
        String code = node.rawText("code");
        return new WorkPackage(
                node.id(),
                node.slug(),
                code == null ? node.name() : code,
                node.text("title"),
                node.richText("description"),
                node.text("lead"),
                edtf(node.rawText("periodStart")),
                edtf(node.rawText("periodEnd")),
                node.number("position").orElse(Long.MAX_VALUE),
                node.created(),
                node.revised(),
                node.fallbacks("title", "lead"));
    }

    private static String edtf(String typed) {
        return typed == null ? null : TypedDate.edtf(typed.strip());
    }

    /** Its code and name, or the code alone if it has no name. */
    public String label() {
        return title == null ? code : code + " – " + title;
    }

    /** When its work began, in words; null if unknown. */
    public String startInWords(Locale locale) {
        return periodStart == null ? null : EventDate.parseEdtf(periodStart).inWords(locale);
    }

    /** When its work ended, in words; null if unknown. */
    public String endInWords(Locale locale) {
        return periodEnd == null ? null : EventDate.parseEdtf(periodEnd).inWords(locale);
    }
}
