package org.efcevents.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate;
import org.efcevents.event.Document;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.MemberContent;
import org.efcevents.event.Participation;
import org.efcevents.event.Particulars;
import org.efcevents.event.Place;
import org.efcevents.json.JsonObject;
import org.efcevents.json.Worded;
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

    /** What has changed, and how. */
    JsonObject change(ContentChanges.Change change) {
        return new JsonObject()
                .with("id", change.id())
                .with("type", change.what() == ContentChanges.What.GONE ? null : type(change))
                .with("change", change.what().name().toLowerCase(Locale.ROOT))
                .with("when", moment(change.when()))
                .with("slug", change.slug())
                .with("json", change.isThere() ? json(change.type(), change.slug()) : null)
                .with("replacedBy", change.successor() == null ? null : successor(change));
    }

    private JsonObject successor(ContentChanges.Change change) {
        return new JsonObject()
                .with("id", change.successor().id())
                .with("type", type(change))
                .with("slug", change.successor().slug())
                .with("json", json(change.type(), change.successor().slug()));
    }

    private String json(NodeType type, String slug) {
        PageKind kind =
                switch (type) {
                    case SPEAKER -> PageKind.SPEAKER;
                    case WORK_PACKAGE -> PageKind.WORK_PACKAGE;
                    default -> PageKind.EVENT;
                };
        return addresses.here(kind.path(slug) + ".json");
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
        List<Speaker> speakers = Participation.people(event.details().participations());
        return new JsonObject()
                .with("id", summary.id())
                .with("slug", summary.slug())
                .with("url", url(event))
                .with("json", addresses.here(path + ".json"))
                .with("calendar", CalendarEntry.hasCalendarDate(summary.date()) ? addresses.here(path + ".ics") : null)
                .with("visibility", event.publication().visibility().key())
                .with("title", title(event))
                .with("teaser", text(summary.teaser(), summary.fallbacks(), "teaser"))
                .inOne("untranslated", untranslated(summary.fallbacks()))
                .with("date", date(summary.date()))
                .with("phase", event.phase().name().toLowerCase(Locale.ROOT))
                .with("status", summary.status().word())
                .with("statusText", text(summary.statusText(), summary.fallbacks(), "statusText"))
                .with("kind", kind)
                .inOne("kindLabel", kind == null ? null : kinds.get(kind))
                .with("closed", summary.isListedOnly() ? null : (Boolean) summary.closed())
                .with("attendance", text(summary.attendance(), summary.fallbacks(), "attendance"))
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
        Particulars particulars = event.details().particulars();
        ProgrammeMapping programme = new ProgrammeMapping(event.details().programme(), targets);
        return ParticularsMapping.add(event(event, Set.of(Expansion.values())), particulars)
                .inOne(
                        "untranslated",
                        untranslated(
                                event.summary().fallbacks(),
                                event.details().origin().fallbacks(),
                                particulars.fallbacks()))
                .with("description", targets.html(event.details().description(), language))
                .with("report", targets.html(event.details().report(), language))
                .with("onlineAddress", event.details().hosting().onlineAddress())
                .with("host", event.details().hosting().host())
                .with("programme", programme.items(language))
                .with(
                        "participations",
                        event.details().participations().stream()
                                .map(participation -> participation(participation)
                                        .with(
                                                "programmeItem",
                                                programme.programme().placeOf(participation))
                                        .with("summary", targets.html(participation.summary(), language)))
                                .toList())
                .with("links", links(event.details().links()))
                .with("documents", documents(event.details().documents(), targets))
                .with("pictures", pictures)
                .with(
                        "photographsElsewhere",
                        Math.max(0, event.details().gallery().photographCount() - pictures.size()))
                .with(
                        "credit",
                        text(
                                event.details().origin().credit(),
                                event.details().origin().fallbacks(),
                                "credit"))
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
                        .with("alt", text(picture.alt(), picture.fallbacks(), "alt"))
                        .with("caption", text(picture.caption(), picture.fallbacks(), "caption"))
                        .inOne("untranslated", untranslated(picture.fallbacks())))
                .toList();
    }

    private JsonObject members(MemberContent members, ResolvedLinks targets) {
        return new JsonObject()
                .with("minutes", targets.html(members.minutes(), addresses.language()))
                .with("documents", documents(members.documents(), targets))
                .with("contacts", text(members.contacts(), members.fallbacks(), "contacts"))
                .inOne("untranslated", untranslated(members.fallbacks()));
    }

    private JsonObject participation(Participation participation) {
        return new JsonObject()
                .with(
                        "speaker",
                        participation.speaker() == null
                                ? null
                                : participation.speaker().slug())
                .with("part", participation.part().word())
                .with("role", text(participation.role(), participation.fallbacks(), "role"))
                .with("organisation", text(participation.organisation(), participation.fallbacks(), "organisation"))
                .with("panel", text(participation.panel(), participation.fallbacks(), "panel"))
                .with("talkTitle", text(participation.talkTitle(), participation.fallbacks(), "talkTitle"))
                .inOne("untranslated", untranslated(participation.fallbacks()));
    }

    private static List<JsonObject> documents(List<Document> documents, ResolvedLinks targets) {
        return documents.stream()
                .filter(document -> targets.files().containsKey(document.asset()))
                .map(document -> new JsonObject()
                        .with("url", targets.files().get(document.asset()))
                        .with("title", text(document.title(), document.fallbacks(), "title"))
                        .with("language", document.language())
                        .inOne("untranslated", untranslated(document.fallbacks())))
                .toList();
    }

    private static List<JsonObject> links(List<Link> links) {
        return links.stream()
                .map(link -> new JsonObject()
                        .with("url", link.url())
                        .with("title", text(link.title(), link.fallbacks(), "title"))
                        .inOne("untranslated", untranslated(link.fallbacks())))
                .toList();
    }

    /** A speaker. */
    JsonObject speaker(Speaker speaker) {
        String path = "/speakers/" + speaker.slug();
        return new JsonObject()
                .with("id", speaker.id())
                .with("slug", speaker.slug())
                .with("url", always(addresses.here(path + ".html")))
                .with("json", addresses.here(path + ".json"))
                .with("name", speaker.fullName())
                .with("familyName", speaker.familyName())
                .with("otherNames", speaker.otherNames())
                .with("honorific", speaker.honorific())
                .with("role", text(speaker.role(), speaker.fallbacks(), "role"))
                .with("organisation", text(speaker.organisation(), speaker.fallbacks(), "organisation"))
                .with("country", speaker.country())
                .with("created", moment(speaker.created()))
                .with("modified", moment(speaker.revised()))
                .inOne(
                        "untranslated",
                        untranslated(speaker.fallbacks()).stream()
                                .filter(property -> !property.equals(PORTRAIT_ALT))
                                .toList());
    }

    /** A speaker with everything that belongs to them. */
    JsonObject whole(Speaker speaker, ResolvedLinks targets) {
        String portrait = speaker.portrait() == null ? null : targets.files().get(speaker.portrait());
        return speaker(speaker)
                .with("biography", targets.html(speaker.biography(), addresses.language()))
                .with(
                        "portrait",
                        portrait == null
                                ? null
                                : new JsonObject()
                                        .with("url", portrait)
                                        .with("alt", text(speaker.portraitAlt(), speaker.fallbacks(), PORTRAIT_ALT))
                                        .inOne(
                                                "untranslated",
                                                speaker.fallbacks().of(PORTRAIT_ALT) == null
                                                        ? List.of()
                                                        : List.of("alt")))
                .with("links", links(speaker.links()));
    }

    /** What a speaker did at an event. */
    JsonObject appearance(SpeakerAppearance appearance) {
        return participation(appearance.participation())
                .with("event", appearance.event().slug())
                .with(
                        "eventTitle",
                        text(appearance.event().title(), appearance.event().fallbacks(), "title"))
                .with("date", date(appearance.event().date()));
    }

    /** A work package. */
    JsonObject workPackage(WorkPackage group) {
        String path = "/work-packages/" + group.slug();
        return new JsonObject()
                .with("id", group.id())
                .with("slug", group.slug())
                .with("url", always(addresses.workPackage(group.slug())))
                .with("json", addresses.here(path + ".json"))
                .with("events", addresses.here("/events.json?workPackage=" + group.slug()))
                .with("code", group.code())
                .with("title", text(group.title(), group.fallbacks(), "title"))
                .with("lead", text(group.lead(), group.fallbacks(), "lead"))
                .with("periodStart", group.periodStart())
                .with("periodEnd", group.periodEnd())
                .with("created", moment(group.created()))
                .with("modified", moment(group.revised()))
                .inOne("untranslated", untranslated(group.fallbacks()));
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
                .with("words", always(date.inWords(locale())));
    }

    private static String inUtc(OffsetDateTime moment) {
        return moment.toInstant().toString();
    }

    private JsonObject place(Place place) {
        return place.isKnown()
                ? new JsonObject()
                        .with("venue", text(place.venue(), place.fallbacks(), "venue"))
                        .with("city", text(place.city(), place.fallbacks(), "city"))
                        .with("country", place.country())
                        .with("words", always(place.inWords(addresses.language())))
                        .inOne("untranslated", untranslated(place.fallbacks()))
                : null;
    }

    /** The one address of its page is that of the original where it is not translated. */
    private Worded url(Event event) {
        List<String> written = event.publication().languages();
        String address = addresses.event(event.summary().slug(), written);
        return new Worded(address, written.isEmpty() || written.contains(addresses.language()) ? address : null);
    }

    /** What stands in for a title that nobody has written is none in this language. */
    private Worded title(Event event) {
        String language = addresses.language();
        boolean written = event.publication().languages().stream()
                .anyMatch(other -> other.equals(language) || language.startsWith(other + "-"));
        return new Worded(event.summary().title(), written ? event.summary().title() : null);
    }

    static Worded text(String text, Fallbacks fallbacks, String property) {
        return new Worded(text, fallbacks.of(property) == null ? text : null);
    }

    private static Worded always(String text) {
        return new Worded(text, text);
    }

    /** The members that are in the default language because they have not been translated. */
    static List<String> untranslated(Fallbacks... fallbacks) {
        return Stream.of(fallbacks)
                .flatMap(each -> each.properties().stream())
                .sorted()
                .toList();
    }

    /** The time in UTC, to the second; null if the node has none of Magnolia's dates. */
    static String moment(Instant instant) {
        return Optional.ofNullable(instant)
                .filter(known -> known.isAfter(Instant.EPOCH))
                .map(known -> known.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse(null);
    }
}
