package org.efcevents.event;

import java.util.List;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.Link;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;

/**
 * What an event's page shows beyond its summary. Texts are null if the editor entered none; lists are never null.
 *
 * @param hosting who holds it, and where to take part online
 * @param particulars what those want to know who come, have missed it or report about it
 * @param description what is announced
 * @param report what happened
 * @param programme what happens when, with those who take part
 * @param links pages about it
 * @param documents documents attached to it
 * @param gallery its pictures
 * @param origin where the entry came from
 * @param members the section for members; null if there is none or this reader may not see it
 */
public record EventDetails(
        Hosting hosting,
        Particulars particulars,
        RichText description,
        RichText report,
        Programme programme,
        List<Link> links,
        List<Document> documents,
        Gallery gallery,
        Origin origin,
        MemberContent members) {

    /** The details given to readers for whom the event is only listed. They reveal nothing about it. */
    public static final EventDetails WITHHELD = new EventDetails(
            new Hosting(null, null, null),
            Particulars.NONE,
            null,
            null,
            Programme.NONE,
            List.of(),
            List.of(),
            new Gallery(List.of(), 0),
            new Origin(null, null, null, Fallbacks.NONE),
            null);

    /**
     * Who holds an event.
     *
     * @param organiser who organises it
     * @param host whose rooms it is in
     * @param onlineAddress where to take part online, an address that is safe to use in {@code href}
     */
    public record Hosting(String organiser, String host, String onlineAddress) {

        static Hosting of(ContentNode event) {
            return new Hosting(event.rawText("organiser"), event.rawText("host"), safe(event.rawText("onlineAddress")));
        }
    }

    /**
     * An event's pictures.
     *
     * @param pictures the pictures in the archive
     * @param photographCount how many photographs the source of a migrated entry showed; 0 if unknown
     */
    public record Gallery(List<Picture> pictures, long photographCount) {

        private static Gallery of(ContentNode event) {
            return new Gallery(
                    Picture.of(event), event.number("photographCount").orElse(0L));
        }
    }

    /**
     * Where an entry came from.
     *
     * @param credit who wrote it or took its pictures
     * @param sourceTitle the title of the page that a migrated entry was taken from
     * @param sourceUrl that page's address, safe to use in {@code href}
     * @param fallbacks whether the {@code credit} is in another language
     */
    public record Origin(String credit, String sourceTitle, String sourceUrl, Fallbacks fallbacks) {

        private static Origin of(ContentNode event) {
            return new Origin(
                    event.text("credit"),
                    event.text("sourceTitle"),
                    safe(event.rawText("sourceUrl")),
                    event.fallbacks("credit"));
        }
    }

    /** Reads the details of an event that the reader may see in full, and that takes place on this date. */
    static EventDetails of(ContentNode event, EventDate date) {
        return new EventDetails(
                Hosting.of(event),
                Particulars.of(event),
                event.richText("description"),
                event.richText("report"),
                Programme.of(event, date),
                Link.of(event, "links"),
                Document.of(event),
                Gallery.of(event),
                Origin.of(event),
                event.child("members").map(MemberContent::of).orElse(null));
    }

    /** Who did what, in the editor's order, whether in an item of the programme or not. */
    public List<Participation> participations() {
        return programme.participations();
    }

    private static String safe(String url) {
        return Link.isSafe(url) ? url : null;
    }
}
