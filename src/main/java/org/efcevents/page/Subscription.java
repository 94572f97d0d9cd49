package org.efcevents.page;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.address.Addresses;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.channel.Channel;
import org.efcevents.channel.Subject;

/**
 * How visitors follow a part of the archive.
 *
 * @param calendar whether there is a calendar of it
 * @param offers the ways to follow it
 * @param undated how many of its events are in no calendar, since their day is not known
 */
public record Subscription(boolean calendar, List<Offer> offers, long undated) {

    /**
     * A way to follow it.
     *
     * @param href the address
     * @param type media type of what is there; null where the address says which program opens it
     * @param message the key of the message that the link says
     */
    public record Offer(String href, String type, String message) {}

    /** Null where there is nothing to follow. */
    static Subscription of(Subject subject, Addresses addresses, String base) {
        if (subject.followed().isEmpty()) {
            return null;
        }
        List<Offer> offers = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel.messageOfOffer() != null && channel.offers(subject)) {
                String address = subject.path() + "." + channel.ending() + subject.query();
                boolean calendar = channel == Channel.CALENDAR;
                if (calendar) {
                    // What programs for calendars have registered themselves for; the plain address is for those that
                    // have not.
                    offers.add(new Offer(
                            addresses.here(address).replaceFirst("^https?", "webcal"), null, "efc.feeds.webcal"));
                }
                offers.add(new Offer(
                        calendar ? addresses.here(address) : base + address,
                        channel.mediaType(),
                        channel.messageOfOffer()));
            }
        }
        long dated = subject.followed().stream()
                .filter(event -> CalendarEntry.hasCalendarDate(event.date()))
                .count();
        return new Subscription(
                dated > 0, List.copyOf(offers), subject.followed().size() - dated);
    }
}
