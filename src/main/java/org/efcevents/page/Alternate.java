package org.efcevents.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.channel.Channel;
import org.efcevents.channel.Subject;
import org.efcevents.message.Messages;
import org.efcevents.oembed.OEmbed;

/**
 * An alternate version of a page in another channel, for {@code <link rel="alternate">}.
 *
 * @param href its absolute address
 * @param type its media type
 * @param message the message key of its name, with {@code title} as argument; null if the title alone is enough
 * @param title the title of what the page is about; null for the page's own title
 */
public record Alternate(String href, String type, String message, String title) {

    static List<Alternate> of(Subject subject, Addresses addresses, Messages messages) {
        String part = subject.part(messages);
        String whole = subject.kind() == PageKind.ARCHIVE ? messages.text(PageKind.ARCHIVE.sectionName()) : null;
        String title = part.isEmpty() ? whole : part;
        List<Alternate> alternates = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel != Channel.PAGE && channel.offers(subject)) {
                alternates.add(new Alternate(
                        addresses.here(subject.path() + "." + channel.ending() + subject.query()),
                        channel.mediaType(),
                        channel.messageOfName(),
                        title));
            }
        }
        subject.event()
                .filter(event -> !event.summary().closed())
                .ifPresent(event -> alternates.add(new Alternate(
                        addresses.here(OEmbed.PATH + "?url="
                                + URLEncoder.encode(addresses.here(subject.path() + ".html"), StandardCharsets.UTF_8)),
                        "application/json+oembed",
                        null,
                        part)));
        return alternates;
    }
}
