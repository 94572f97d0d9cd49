package org.efcevents.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.address.PageKind;
import org.efcevents.archive.ContentChanges;
import org.efcevents.archive.SpeakerAppearance;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.Link;
import org.efcevents.date.EventDate;
import org.efcevents.event.Document;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.MemberContent;
import org.efcevents.event.Participation;
import org.efcevents.event.Place;
import org.efcevents.json.JsonObject;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * Maps events, speakers and work packages to JSON objects. All members are always present and are null if unknown;
 * lists are never null.
 *
 * @param addresses the addresses of the site
 * @param kinds the labels of the kinds of event
 * @param siteZone the time zone of events that have none of their own
 */
record JsonMapping(Addresses addresses, Map<String, String> kinds, ZoneId siteZone) {

    private static final String PORTRAIT_ALT = "portraitAlt";

    private Locale locale() {
        return Locale.forLanguageTag(addresses.language());
    }

    /** Changes, and where to go on. */
    JsonObject changes(ContentChanges.Changes changes, ChangesQuery query) {
        return new JsonObject()
                .with("language", addresses.language())
                .with("time", moment(changes.time()))
                .with("items", changes.changes().stream().map(this::change).toList())
                .with("more", changes.more())
                .with("token", changes.token())
                .with(
                        "next",
                        addresses.here(
                                Api.CHANGES + query.after(changes.token()).text()));
    }

    private JsonObject change(ContentChanges.Change change) {
        String path =
                switch (change.type()) {
                    case SPEAKER -> PageKind.SPEAKER.path(change.slug());
                    case WORK_PACKAGE -> PageKind.WORK_PACKAGE.path(change.slug());
                    default -> PageKind.EVENT.path(change.slug());
                };
        return new JsonObject()
                .with("id", change.id())
                .with("type", change.what() == ContentChanges.What.GONE ? null : type(change))
                .with("change", change.what().name().toLowerCase(Locale.ROOT))
                .with("when", moment(change.when()))
                .with("slug", change.slug())
                .with("json", change.isThere() ? addresses.here(path + ".json") : null);
    }

    private static String type(ContentChanges.Change change) {
        return switch (change.type()) {
            case SPEAKER -> "speaker";
            case WORK_PACKAGE -> "workPackage";
            default -> "event";
        };
    }

    /** An event in a list. */
    JsonObject event(Event event, Set<Expansion> expand) {
        EventSummary summary = event.summary();
        String path = "/events/" + summary.slug();
        String kind = summary.kind() == null ? null : summary.kind().word();
        List<Speaker> speakers = event.details().participations().stream()
                .map(Participation::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new JsonObject()
                .with("id", summary.id())
                .with("slug", summary.slug())
                .with("url", addresses.event(summary.slug(), event.publication().languages()))
                .with("json", addresses.here(path + ".json"))
                .with("calendar", CalendarEntry.hasCalendarDate(summary.date()) ? addresses.here(path + ".ics") : null)
                .with("visibility", event.publication().visibility().key())
                .with("title", summary.title())
                .with("teaser", summary.teaser())
                .with("untranslated", untranslated(summary.fallbacks()))
                .with("date", date(summary.date()))
                .with("phase", event.phase().name().toLowerCase(Locale.ROOT))
                .with("status", summary.status().word())
                .with("statusText", summary.statusText())
                .with("kind", kind)
                .with("kindLabel", kind == null ? null : kinds.get(kind))
                .with("closed", summary.isListedOnly() ? null : (Boolean) summary.closed())
                .with("attendance", summary.attendance())
                .with("place", place(summary.place()))
                .with("organiser", event.details().hosting().organiser())
                .with(
                        "workPackages",
                        summary.workPackages().stream()
                                .map(group ->
                                        expand.contains(Expansion.WORK_PACKAGES) ? workPackage(group) : group.slug())
                                .toList())
                .with(
                        "speakers",
                        speakers.stream()
                                .map(person -> expand.contains(Expansion.SPEAKERS) ? speaker(person) : person.slug())
                                .toList())
                .with("created", moment(event.publication().created()))
                .with("modified", moment(event.publication().revised()));
    }

    /** An event with everything that its page shows. */
    JsonObject whole(Event event, ResolvedLinks targets) {
        String language = addresses.language();
        List<JsonObject> pictures = pictures(event, targets);
        return event(event, Set.of(Expansion.values()))
                .with(
                        "untranslated",
                        untranslated(
                                event.summary().fallbacks(),
                                event.details().origin().fallbacks()))
                .with("description", targets.html(event.details().description(), language))
                .with("report", targets.html(event.details().report(), language))
                .with("onlineAddress", event.details().hosting().onlineAddress())
                .with("host", event.details().hosting().host())
                .with(
                        "programme",
                        event.details().programme().stream()
                                .map(item -> new JsonObject()
                                        .with("startTime", item.startTime())
                                        .with("endTime", item.endTime())
                                        .with("title", item.title())
                                        .with("description", targets.html(item.description(), language))
                                        .with("untranslated", untranslated(item.fallbacks())))
                                .toList())
                .with(
                        "participations",
                        event.details().participations().stream()
                                .map(participation -> participation(participation)
                                        .with("summary", targets.html(participation.summary(), language)))
                                .toList())
                .with("links", links(event.details().links()))
                .with("documents", documents(event.details().documents(), targets))
                .with("pictures", pictures)
                .with(
                        "photographsElsewhere",
                        Math.max(0, event.details().gallery().photographCount() - pictures.size()))
                .with("credit", event.details().origin().credit())
                .with(
                        "source",
                        event.details().origin().sourceTitle() == null
                                ? null
                                : new JsonObject()
                                        .with("title", event.details().origin().sourceTitle())
                                        .with("url", event.details().origin().sourceUrl()))
                .with(
                        "members",
                        event.details().members() == null
                                ? null
                                : members(event.details().members(), targets));
    }

    private static List<JsonObject> pictures(Event event, ResolvedLinks targets) {
        return event.details().gallery().pictures().stream()
                .filter(picture -> targets.files().containsKey(picture.asset()))
                .map(picture -> new JsonObject()
                        .with("url", targets.files().get(picture.asset()))
                        .with("alt", picture.alt())
                        .with("caption", picture.caption())
                        .with("untranslated", untranslated(picture.fallbacks())))
                .toList();
    }

    private JsonObject members(MemberContent members, ResolvedLinks targets) {
        return new JsonObject()
                .with("minutes", targets.html(members.minutes(), addresses.language()))
                .with("documents", documents(members.documents(), targets))
                .with("contacts", members.contacts())
                .with("untranslated", untranslated(members.fallbacks()));
    }

    private JsonObject participation(Participation participation) {
        return new JsonObject()
                .with(
                        "speaker",
                        participation.speaker() == null
                                ? null
                                : participation.speaker().slug())
                .with("part", participation.part().word())
                .with("role", participation.role())
                .with("organisation", participation.organisation())
                .with("panel", participation.panel())
                .with("talkTitle", participation.talkTitle())
                .with("untranslated", untranslated(participation.fallbacks()));
    }

    private static List<JsonObject> documents(List<Document> documents, ResolvedLinks targets) {
        return documents.stream()
                .filter(document -> targets.files().containsKey(document.asset()))
                .map(document -> new JsonObject()
                        .with("url", targets.files().get(document.asset()))
                        .with("title", document.title())
                        .with("language", document.language())
                        .with("untranslated", untranslated(document.fallbacks())))
                .toList();
    }

    private static List<JsonObject> links(List<Link> links) {
        return links.stream()
                .map(link -> new JsonObject()
                        .with("url", link.url())
                        .with("title", link.title())
                        .with("untranslated", untranslated(link.fallbacks())))
                .toList();
    }

    /** A speaker. */
    JsonObject speaker(Speaker speaker) {
        String path = "/speakers/" + speaker.slug();
        return new JsonObject()
                .with("id", speaker.id())
                .with("slug", speaker.slug())
                .with("url", addresses.here(path + ".html"))
                .with("json", addresses.here(path + ".json"))
                .with("name", speaker.fullName())
                .with("familyName", speaker.familyName())
                .with("otherNames", speaker.otherNames())
                .with("honorific", speaker.honorific())
                .with("role", speaker.role())
                .with("organisation", speaker.organisation())
                .with("country", speaker.country())
                .with("created", moment(speaker.created()))
                .with("modified", moment(speaker.revised()))
                .with(
                        "untranslated",
                        untranslated(speaker.fallbacks()).stream()
                                .filter(property -> !property.equals(PORTRAIT_ALT))
                                .toList());
    }

    /** A speaker with everything that their page shows. */
    JsonObject whole(Speaker speaker, List<SpeakerAppearance> appearances, ResolvedLinks targets) {
        String portrait = speaker.portrait() == null ? null : targets.files().get(speaker.portrait());
        return speaker(speaker)
                .with("biography", targets.html(speaker.biography(), addresses.language()))
                .with(
                        "portrait",
                        portrait == null
                                ? null
                                : new JsonObject()
                                        .with("url", portrait)
                                        .with("alt", speaker.portraitAlt())
                                        .with(
                                                "untranslated",
                                                speaker.fallbacks().of(PORTRAIT_ALT) == null
                                                        ? List.of()
                                                        : List.of("alt")))
                .with("links", links(speaker.links()))
                .with(
                        "appearances",
                        appearances.stream()
                                .map(appearance -> participation(appearance.participation())
                                        .with("event", appearance.event().slug())
                                        .with("eventTitle", appearance.event().title())
                                        .with("date", date(appearance.event().date())))
                                .toList());
    }

    /** A work package. */
    JsonObject workPackage(WorkPackage group) {
        String path = "/work-packages/" + group.slug();
        return new JsonObject()
                .with("id", group.id())
                .with("slug", group.slug())
                .with("url", addresses.workPackage(group.slug()))
                .with("json", addresses.here(path + ".json"))
                .with("events", addresses.here("/events.json?workPackage=" + group.slug()))
                .with("code", group.code())
                .with("title", group.title())
                .with("lead", group.lead())
                .with("periodStart", group.periodStart())
                .with("periodEnd", group.periodEnd())
                .with("created", moment(group.created()))
                .with("modified", moment(group.revised()))
                .with("untranslated", untranslated(group.fallbacks()));
    }

    /** A work package with everything that its page shows. */
    JsonObject whole(WorkPackage group, ResolvedLinks targets) {
        return workPackage(group).with("description", targets.html(group.description(), addresses.language()));
    }

    private JsonObject date(EventDate date) {
        return new JsonObject()
                .with("edtf", date.edtf().orElse(null))
                .with("precision", date.precision().stored())
                .with("approximate", date.isApproximate())
                .with("earliest", date.earliest().map(LocalDate::toString).orElse(null))
                .with("latest", date.latest().map(LocalDate::toString).orElse(null))
                .with("begins", date.begins(siteZone).map(JsonMapping::inUtc).orElse(null))
                .with("ends", date.ends(siteZone).map(JsonMapping::inUtc).orElse(null))
                .with("timeZone", date.zone().map(ZoneId::getId).orElse(null))
                .with("words", date.inWords(locale()));
    }

    private static String inUtc(OffsetDateTime moment) {
        return moment.toInstant().toString();
    }

    private JsonObject place(Place place) {
        return place.isKnown()
                ? new JsonObject()
                        .with("venue", place.venue())
                        .with("city", place.city())
                        .with("country", place.country())
                        .with("words", place.inWords(addresses.language()))
                        .with("untranslated", untranslated(place.fallbacks()))
                : null;
    }

    /** The members that are in the default language because they have not been translated. */
    private static List<String> untranslated(Fallbacks... fallbacks) {
        return Stream.of(fallbacks)
                .flatMap(each -> each.properties().stream())
                .sorted()
                .toList();
    }

    /** The time in UTC, to the second; null if the node has none of Magnolia's dates. */
    private static String moment(Instant instant) {
        return Optional.ofNullable(instant)
                .filter(known -> known.isAfter(Instant.EPOCH))
                .map(known -> known.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(null);
    }
}
