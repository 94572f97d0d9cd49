package org.efcevents.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.Event;
import org.efcevents.event.EventDetails;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Place;
import org.efcevents.event.Visibility;
import org.efcevents.json.JsonObject;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/** A kind of entry: how it is written, and what that needs. */
abstract class EntryKind<T> {

    private static final JsonMapping NOWHERE =
            new JsonMapping(new Addresses("en", "", Map.of()), Map.of(), ZoneOffset.UTC);

    static final EntryKind<Event> EVENT = new EntryKind<>(blankEvent()) {
        @Override
        String id(Event event) {
            return event.summary().id();
        }

        @Override
        Stream<RichText> texts(Event event) {
            return event.linkedTexts().stream();
        }

        @Override
        Stream<String> files(Event event) {
            return event.assets().stream();
        }

        @Override
        JsonObject listed(JsonMapping mapping, Event event, Set<Expansion> expand) {
            return mapping.event(event, expand);
        }

        @Override
        JsonObject whole(JsonMapping mapping, Event event, ResolvedLinks targets) {
            return mapping.whole(event, targets);
        }
    };

    static final EntryKind<Speaker> SPEAKER = new EntryKind<>(blankSpeaker()) {
        @Override
        String id(Speaker speaker) {
            return speaker.id();
        }

        @Override
        Stream<RichText> texts(Speaker speaker) {
            return Stream.ofNullable(speaker.biography());
        }

        @Override
        Stream<String> files(Speaker speaker) {
            return Stream.ofNullable(speaker.portrait());
        }

        @Override
        JsonObject listed(JsonMapping mapping, Speaker speaker, Set<Expansion> expand) {
            return mapping.speaker(speaker);
        }

        @Override
        JsonObject whole(JsonMapping mapping, Speaker speaker, ResolvedLinks targets) {
            return mapping.whole(speaker, targets);
        }
    };

    static final EntryKind<WorkPackage> WORK_PACKAGE = new EntryKind<>(blankWorkPackage()) {
        @Override
        String id(WorkPackage group) {
            return group.id();
        }

        @Override
        Stream<RichText> texts(WorkPackage group) {
            return Stream.ofNullable(group.description());
        }

        @Override
        Stream<String> files(WorkPackage group) {
            return Stream.empty();
        }

        @Override
        JsonObject listed(JsonMapping mapping, WorkPackage group, Set<Expansion> expand) {
            return mapping.workPackage(group);
        }

        @Override
        JsonObject whole(JsonMapping mapping, WorkPackage group, ResolvedLinks targets) {
            return mapping.whole(group, targets);
        }
    };

    private final T blank;

    private EntryKind(T blank) {
        this.blank = blank;
    }

    /** What it is known by in every language. */
    abstract String id(T entry);

    /** Its texts that may have links. */
    abstract Stream<RichText> texts(T entry);

    /** The DAM keys of its files. */
    abstract Stream<String> files(T entry);

    /** It as lists have it. */
    abstract JsonObject listed(JsonMapping mapping, T entry, Set<Expansion> expand);

    /** It with all that belongs to it. */
    abstract JsonObject whole(JsonMapping mapping, T entry, ResolvedLinks targets);

    /** The names of its members ({@link JsonObject#names()}), with all that belongs to it and in each language or not. */
    List<String> members(boolean whole, boolean inEachLanguage) {
        JsonObject object =
                whole ? whole(NOWHERE, blank, new ResolvedLinks(Map.of(), Map.of())) : listed(NOWHERE, blank, Set.of());
        return (inEachLanguage ? JsonObject.inEach(Map.of("en", object)) : object).names();
    }

    /** With everything that has members of its own. */
    private static Event blankEvent() {
        EventSummary summary = new EventSummary(
                "",
                "",
                "",
                null,
                EventDate.parseEdtf("2000"),
                new Place("", "", "", Fallbacks.NONE),
                null,
                false,
                null,
                OpenEnum.of(EventStatus.SCHEDULED),
                null,
                List.of(),
                false,
                Fallbacks.NONE);
        return new Event(
                summary,
                Phase.PAST,
                new Event.Publication(Visibility.PUBLIC, false, Instant.EPOCH, Instant.EPOCH, List.of()),
                EventDetails.WITHHELD);
    }

    private static Speaker blankSpeaker() {
        return new Speaker(
                "",
                "",
                "",
                "",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                Fallbacks.NONE);
    }

    private static WorkPackage blankWorkPackage() {
        return new WorkPackage(
                "", "", "", null, null, null, null, null, 0, Instant.EPOCH, Instant.EPOCH, Fallbacks.NONE);
    }
}
