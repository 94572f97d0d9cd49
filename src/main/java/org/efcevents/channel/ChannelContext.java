package org.efcevents.channel;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.address.Addresses;
import org.efcevents.address.QueryString;
import org.efcevents.api.Api;
import org.efcevents.archive.Archive;
import org.efcevents.content.DamFile;
import org.efcevents.message.Messages;

/**
 * What a channel writes with.
 *
 * @param archive as the reader sees it
 * @param addresses of the site
 * @param origin what the site's addresses begin with, such as {@code https://www.example.org}
 * @param contextPath of the web application; empty for the root
 * @param query the query string of the address, encoded as it came
 * @param timeZone the zone in which the site's days begin and end
 * @param feedSize how many events one document of a feed has
 * @param relatedEvents how many events an event leads on to
 * @param messages the site's words
 * @param links absolute addresses of what texts link to, as {@link Api#event} takes them
 * @param files the files that the reader may have, by DAM key
 */
public record ChannelContext(
        Archive archive,
        Addresses addresses,
        String origin,
        String contextPath,
        String query,
        ZoneId timeZone,
        int feedSize,
        int relatedEvents,
        Messages messages,
        Map<String, String> links,
        Map<String, DamFile> files) {

    /** Copies the maps: those that templates give are views of what they hold. */
    public ChannelContext {
        links = Map.copyOf(new HashMap<>(links));
        files = Map.copyOf(new HashMap<>(files));
    }

    /** The addresses of {@link #files}. */
    public Map<String, String> fileAddresses() {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .address()));
    }

    /** What answers programs. */
    Api api() {
        return new Api(archive, addresses, messages.facetValues(), timeZone, relatedEvents);
    }

    /** The first value of a parameter; empty where there is none. */
    String parameter(String name) {
        return QueryString.parse(query)
                .parameters()
                .getOrDefault(name, List.of(""))
                .get(0);
    }
}
