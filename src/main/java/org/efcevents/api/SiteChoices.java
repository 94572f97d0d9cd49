package org.efcevents.api;

import java.time.ZoneId;
import java.util.Map;
import org.efcevents.address.Addresses;

/**
 * What a site has chosen that has an influence on its JSON.
 *
 * @param labels the labels of kinds of events and of other values of facets that are no proper names, in the language of the
 *     address
 * @param zone the time zone in which its days begin and end
 * @param related the maximum number of related events of an event
 * @param license the address of the licence of what the archive says; null for none
 */
public record SiteChoices(Map<String, String> labels, ZoneId zone, int related, String license) {

    /** Makes a defensive copy. */
    public SiteChoices {
        labels = Map.copyOf(labels);
    }

    /** Writes entries in a language of the site. There are labels for kinds of event in that of the address only. */
    JsonMapping mapping(Addresses addresses, String language) {
        return language.equals(addresses.language())
                ? new JsonMapping(addresses, labels, zone)
                : new JsonMapping(addresses.in(language), Map.of(), zone);
    }
}
