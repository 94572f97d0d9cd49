package org.efcevents.channel;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.efcevents.address.Addresses;
import org.efcevents.address.QueryString;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.SiteChoices;
import org.efcevents.archive.Archive;
import org.efcevents.content.DamFile;
import org.efcevents.message.Messages;

/**
 * What channels need in order to write.
 *
 * @param archive the archive as the reader sees it
 * @param addresses the addresses of the site
 * @param origin scheme and host of the site, such as {@code https://www.example.org}
 * @param contextPath the context path of the web application; empty for the root
 * @param query the query string of the address, still encoded
 * @param json the document in JSON that is asked for; null for other channels
 * @param timeZone the time zone in which the site's days begin and end
 * @param license the address of the licence of what the archive says; null if the site names none
 * @param feedSize the number of events in a document of a feed
 * @param relatedEvents the maximum number of related events of an event
 * @param messages the site's messages
 * @param links the absolute addresses of what texts link to, see {@link JsonDocument#write}
 * @param files the files that the reader may download, by DAM key
 */
public record ChannelContext(
        Archive archive,
        Addresses addresses,
        String origin,
        String contextPath,
        String query,
        JsonDocument json,
        ZoneId timeZone,
        String license,
        int feedSize,
        int relatedEvents,
        Messages messages,
        Map<String, String> links,
        Map<String, DamFile> files) {

    /** Copies the maps, because those passed by templates are views. */
    public ChannelContext {
        links = Map.copyOf(new HashMap<>(links));
        files = Map.copyOf(new HashMap<>(files));
    }

    /** The addresses of {@link #files}. */
    public Map<String, String> fileAddresses() {
        return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .address()));
    }

    /** The document in JSON. */
    ApiResponse writtenJson() {
        return json.write(
                new SiteChoices(messages.facetValues(), timeZone, relatedEvents, license), links, fileAddresses());
    }

    /** The first value of a query parameter; empty if there is none. */
    String parameter(String name) {
        return QueryString.parse(query)
                .parameters()
                .getOrDefault(name, List.of(""))
                .get(0);
    }
}
