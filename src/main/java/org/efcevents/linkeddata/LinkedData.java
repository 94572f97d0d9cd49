package org.efcevents.linkeddata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.content.Link;
import org.efcevents.content.OpenEnum;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.date.Precision;
import org.efcevents.event.Event;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Part;
import org.efcevents.event.Participation;
import org.efcevents.event.Picture;
import org.efcevents.event.Place;
import org.efcevents.event.Registration;
import org.efcevents.json.JsonObject;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * Describes what a page is about to search engines and other programs. It says no more than the page does; what is
 * unknown is left out and never made up to satisfy a validator.
 *
 * <p>The texts are safe inside a {@code script} element, see {@link JsonObject}.
 *
 * @param addresses the addresses of the site
 * @param siteZone the time zone of events that have none of their own
 * @param license the address of the licence of what the archive says; null if the site names none
 */
public record LinkedData(Addresses addresses, ZoneId siteZone, String license) {

    /**
     * A page, of which other things are known than of what it is about.
     *
     * @param thing the address of what it is about: {@link Addresses#lasting}
     * @param url its canonical address
     * @param language BCP 47 tag of its language
     * @param modified when its text was last modified; {@link Instant#EPOCH} if unknown
     */
    private record Page(String thing, String url, String language, Instant modified) {}

    /**
     * Describes the archive as a set of data (schema.org, which catalogues in the words of DCAT read too).
     *
     * @param name the name of the site
     * @param description what is in it
     * @param downloads where all of it is had: the media type by address
     */
    public String dataset(String name, String description, Map<String, String> downloads) {
        String url = addresses.here("/events.html");
        return new JsonObject()
                .with("@context", "https://schema.org")
                .with("@type", "Dataset")
                .with("@id", url + "#dataset")
                .with("name", name)
                .with("description", description)
                .with("url", url)
                .with("inLanguage", addresses.language())
                .with("isAccessibleForFree", true)
                .with("publisher", named("Organization", name))
                .withKnown("license", license)
                .with(
                        "distribution",
                        downloads.entrySet().stream()
                                .map(download -> new JsonObject()
                                        .with("@type", "DataDownload")
                                        .with("encodingFormat", download.getValue())
                                        .with("contentUrl", download.getKey()))
                                .toList())
                .text();
    }

    /**
     * Describes an event.
     *
     * @param registration how to register, if that is still possible; else null
     * @param part the name of the list that the event's page belongs to
     * @param files the absolute addresses of its pictures by DAM key, except those that this reader may not see
     * @return null for closed sessions, which nobody could attend, and for events that are only listed for this reader
     */
    public String event(Event event, Registration registration, String part, Map<String, String> files) {
        EventSummary summary = event.summary();
        if (summary.closed() || summary.isListedOnly()) {
            return null;
        }
        List<String> written = event.publication().languages();
        Page page = new Page(
                addresses.lasting("/events/" + summary.id()),
                addresses.event(summary.slug(), written),
                addresses.written(written),
                event.publication().revised());
        JsonObject data = thing("Event", summary.id(), page, summary.title())
                .withKnown("description", event.brief())
                .withKnown("startDate", start(summary.date()))
                .withKnown("endDate", end(summary.date()))
                .withKnown("eventStatus", status(event))
                .withKnown("eventAttendanceMode", attendance(event))
                .withKnown("inLanguage", event.details().particulars().languages())
                .withKnown("location", locations(event))
                .withKnown("offers", registration == null ? null : offer(registration))
                .withKnown(
                        "organizer",
                        event.details().hosting().organiser() == null
                                ? null
                                : named(
                                        "Organization",
                                        event.details().hosting().organiser()))
                .withKnown("performer", people(event, false))
                .withKnown("attendee", people(event, true))
                .withKnown(
                        "about",
                        summary.workPackages().stream().map(this::reference).toList())
                .withKnown(
                        "keywords",
                        Stream.concat(
                                        event.details().particulars().topics().stream(),
                                        summary.workPackages().stream().map(WorkPackage::label))
                                .toList())
                .withKnown("recordedIn", recording(event))
                .withKnown(
                        "image",
                        event.details().gallery().pictures().stream()
                                .map(Picture::asset)
                                .map(files::get)
                                .filter(Objects::nonNull)
                                .toList());
        return graph(data, part, "/events.html", summary.title(), page);
    }

    /** Describes a speaker; for the parameters see {@link #event}. */
    public String person(Speaker speaker, String part, Map<String, String> files) {
        String url = addresses.here("/speakers/" + speaker.slug() + ".html");
        Page page =
                new Page(addresses.lasting("/speakers/" + speaker.id()), url, addresses.language(), speaker.revised());
        JsonObject data = thing("Person", speaker.id(), page, speaker.fullName())
                .withKnown("honorificPrefix", speaker.honorific())
                .withKnown("familyName", speaker.familyName().equals(speaker.fullName()) ? null : speaker.familyName())
                .withKnown("alternateName", speaker.otherNames())
                .withKnown("jobTitle", speaker.role())
                .withKnown(
                        "affiliation",
                        speaker.organisation() == null ? null : named("Organization", speaker.organisation()))
                .withKnown("image", speaker.portrait() == null ? null : files.get(speaker.portrait()))
                .withKnown(
                        "description",
                        speaker.biography() == null ? null : speaker.biography().text(url))
                .withKnown(
                        "sameAs",
                        speaker.links().stream()
                                .map(Link::url)
                                .filter(other -> other.startsWith("http"))
                                .toList());
        return graph(data, part, "/speakers.html", speaker.fullName(), page);
    }

    /** Describes a work package, which is a project in terms of schema.org; for {@code part} see {@link #event}. */
    public String project(WorkPackage group, String part) {
        String url = addresses.workPackage(group.slug());
        Page page =
                new Page(addresses.lasting("/work-packages/" + group.id()), url, addresses.language(), group.revised());
        JsonObject data = thing("Project", group.id(), page, group.label())
                .withKnown("alternateName", group.title() == null ? null : group.code())
                .withKnown(
                        "description",
                        group.description() == null ? null : group.description().text(url));
        return graph(data, part, "/work-packages.html", group.label(), page);
    }

    private static JsonObject thing(String type, String id, Page page, String name) {
        return named(type, name)
                .with("@id", page.thing())
                .with("identifier", "urn:uuid:" + id)
                .with("url", page.url());
    }

    private JsonObject reference(Speaker speaker) {
        return named("Person", speaker.fullName()).with("@id", addresses.lasting("/speakers/" + speaker.id()));
    }

    private JsonObject reference(WorkPackage group) {
        return named("Project", group.label()).with("@id", addresses.lasting("/work-packages/" + group.id()));
    }

    private static JsonObject named(String type, String name) {
        return new JsonObject().with("@type", type).with("name", name);
    }

    /** Of a thing, and of the page about it, whose language and licence are not those of the thing. */
    private String graph(JsonObject data, String part, String list, String name, Page page) {
        JsonObject about = new JsonObject()
                .with("@type", "WebPage")
                .with("@id", page.url())
                .with("url", page.url())
                .with("name", name)
                .with("inLanguage", page.language())
                .withKnown(
                        "dateModified",
                        page.modified().equals(Instant.EPOCH)
                                ? null
                                : page.modified()
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString())
                .withKnown("license", license)
                .with("mainEntity", new JsonObject().with("@id", page.thing()));
        JsonObject trail = new JsonObject()
                .with("@type", "BreadcrumbList")
                .with("itemListElement", List.of(step(1, part, addresses.here(list)), step(2, name, page.url())));
        return new JsonObject()
                .with("@context", "https://schema.org")
                .with("@graph", List.of(data, trail, about))
                .text();
    }

    private static JsonObject step(int position, String name, String url) {
        return new JsonObject()
                .with("@type", "ListItem")
                .with("position", position)
                .with("name", name)
                .with("item", url);
    }

    /**
     * The start in ISO 8601, as precisely as is known. Null for approximate dates: schema.org cannot express "about",
     * so they would be taken as certain.
     */
    private String start(EventDate date) {
        if (date.isApproximate() || !date.isDated()) {
            return null;
        }
        return date.begins(siteZone)
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElseGet(() -> written(date.earliest().orElseThrow(), date.precision()));
    }

    /** The inclusive end; null if it is the same as the start. */
    private String end(EventDate date) {
        if (date.isApproximate() || !date.isDated()) {
            return null;
        }
        String end = date.ends(siteZone)
                .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
                .orElseGet(() -> written(date.latest().orElseThrow(), date.precision()));
        // It is the same where it says no more than how the beginning begins: the day of a moment, or the same month.
        return start(date).startsWith(end) ? null : end;
    }

    private static String written(LocalDate day, Precision precision) {
        return switch (precision) {
            case MONTH -> day.toString().substring(0, 7);
            case YEAR -> day.toString().substring(0, 4);
            default -> day.toString();
        };
    }

    /**
     * The status, if schema.org has it. Rescheduled events are left out because they would have to give their former
     * date.
     */
    private static String status(Event event) {
        OpenEnum<EventStatus> status = event.summary().status();
        if (status.is(EventStatus.CANCELLED)) {
            return "https://schema.org/EventCancelled";
        }
        if (status.is(EventStatus.POSTPONED)) {
            return "https://schema.org/EventPostponed";
        }
        return status.is(EventStatus.SCHEDULED) && event.phase() == Phase.UPCOMING
                ? "https://schema.org/EventScheduled"
                : null;
    }

    /** The attendance mode, known only if there is an online address. */
    private static String attendance(Event event) {
        if (event.details().hosting().onlineAddress() == null) {
            return null;
        }
        return event.summary().place().isKnown()
                ? "https://schema.org/MixedEventAttendanceMode"
                : "https://schema.org/OnlineEventAttendanceMode";
    }

    private List<JsonObject> locations(Event event) {
        List<JsonObject> locations = new ArrayList<>();
        Place place = event.summary().place();
        if (place.isKnown()) {
            JsonObject address = new JsonObject()
                    .with("@type", "PostalAddress")
                    .withKnown("addressLocality", place.city())
                    .withKnown("addressCountry", place.country());
            locations.add(new JsonObject()
                    .with("@type", "Place")
                    .withKnown("name", place.venue())
                    .withKnown("address", place.city() == null && place.country() == null ? null : address));
        }
        if (event.details().hosting().onlineAddress() != null) {
            locations.add(new JsonObject()
                    .with("@type", "VirtualLocation")
                    .with("url", event.details().hosting().onlineAddress()));
        }
        return locations;
    }

    /** Without a price, since nothing is known of one. */
    private static JsonObject offer(Registration registration) {
        return new JsonObject()
                .with("@type", "Offer")
                .with("url", registration.address())
                .withKnown(
                        "validThrough",
                        registration.deadline() == null
                                ? null
                                : registration.deadline().toString());
    }

    private static JsonObject recording(Event event) {
        String address = event.details().particulars().recording();
        return address == null
                ? null
                : new JsonObject().with("@type", "CreativeWork").with("url", address);
    }

    /** Those who contributed, or those who only attended, without duplicates. */
    private List<JsonObject> people(Event event, boolean attending) {
        List<Participation> parts = event.details().participations().stream()
                .filter(participation -> participation.part().is(Part.ATTENDING) == attending)
                .toList();
        return Participation.people(parts).stream().map(this::reference).toList();
    }
}
