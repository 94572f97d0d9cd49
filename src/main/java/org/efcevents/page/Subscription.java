package org.efcevents.page;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.address.Addresses;
import org.efcevents.channel.Channel;
import org.efcevents.channel.Subject;

/**
 * How visitors can subscribe to a part of the archive.
 *
 * @param calendar whether it has a calendar
 * @param offers the ways to subscribe
 * @param undated the number of events that are not in the calendar because their day is not known for certain
 */
public record Subscription(boolean calendar, List<Offer> offers, int undated) {

    /**
     * A way to subscribe.
     *
     * @param href the address
     * @param type its media type; null if the scheme of the address determines which program opens it
     * @param message the message key of the text of the link
     */
    public record Offer(String href, String type, String message) {}

    /** Returns null if there is nothing to subscribe to. */
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
        int dated = subject.followed().onACertainDay();
        return new Subscription(
                dated > 0, List.copyOf(offers), subject.followed().size() - dated);
    }
}
