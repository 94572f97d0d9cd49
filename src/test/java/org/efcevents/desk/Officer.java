package org.efcevents.desk;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.address.Addresses;
import org.efcevents.archive.TestArchive;
import org.efcevents.channel.ChannelContext;
import org.efcevents.http.SentForm;
import org.efcevents.message.Messages;
import org.efcevents.publish.Publishing;

/**
 * Who asks pages of the desk, in English and on 30 November 2026.
 *
 * @param content the archive that the desk is over
 * @param publishing what they can publish with
 * @param languages of the site; none if it has English alone
 * @param progress what they wait for
 */
record Officer(TestArchive content, Publishing publishing, List<String> languages, Progress progress) {

    Officer(TestArchive content, Publishing publishing) {
        this(content, publishing, List.of(), new Progress());
    }

    /** Who can publish nothing. */
    Officer(TestArchive content) {
        this(content, Publishing.NONE);
    }

    /** The same on a site of several languages, the first first. */
    Officer ofSite(String... all) {
        return new Officer(content, publishing, List.of(all), progress);
    }

    DeskRequest asks(String query) {
        return request(query, Map.of(), "", new byte[0]);
    }

    DeskRequest sends(Map<String, String> fields) {
        return request("", fields, "", new byte[0]);
    }

    DeskRequest sends(Map<String, String> fields, String fileName, byte[] file) {
        return request("", fields, fileName, file);
    }

    private DeskRequest request(String query, Map<String, String> fields, String fileName, byte[] file) {
        Map<String, String> addresses = new LinkedHashMap<>();
        languages.forEach(language -> addresses.put(language, "https://events.example.org/" + language));
        ChannelContext context = new ChannelContext(
                content.read("en", "2026-11-30"),
                new Addresses("en", "https://events.example.org/en", addresses),
                "https://events.example.org",
                "",
                query,
                null,
                ZoneId.of("Europe/Brussels"),
                null,
                50,
                5,
                new Messages(Map.of()),
                Map.of(),
                Map.of());
        return new DeskRequest(
                "officer", new SentForm(fields, file, fileName, "", "", "", List.of()), publishing, progress, context);
    }
}
