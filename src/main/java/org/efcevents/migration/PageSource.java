package org.efcevents.migration;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.datephrase.NamedDate;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.FoundPerson;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;

/** What a page states of its events, with damage of its encoding repaired. */
public final class PageSource {

    private final ReadPage page;
    private final ZoneId zone;
    private final EncodingDamage damage = new EncodingDamage();
    private final OldAddresses addresses;

    private PageSource(ReadPage page, ZoneId zone) {
        this.page = page;
        this.zone = zone;
        this.addresses = OldAddresses.of(page.events());
    }

    /**
     * What was read of a page, as any source states it.
     *
     * @param zone of times that do not say theirs; those that say one are told as clocks show them there
     */
    public static Source of(ReadPage page, ZoneId zone) {
        PageSource source = new PageSource(page, zone);
        return new Source(
                page.title(),
                page.text(),
                page.events().stream().map(source::event).toList(),
                page.account(),
                page.maybeOne());
    }

    private StatedEvent event(ReadEvent read) {
        return new StatedEvent(
                read.position(),
                read.entry().passage(),
                "",
                "",
                fields(read),
                page.offered()
                        .get(read.position() - 1)
                        .map(found -> with(found, DateText.of(found.value().stored(), null))),
                people(read),
                links(read),
                true,
                files(read),
                read.entry().blocks().stream().map(Block::passage).toList(),
                remarks(read));
    }

    /** What is written as its day, and is none, is told where nothing else is its date for sure. */
    private List<Remark> remarks(ReadEvent read) {
        boolean dated = read.date()
                .date()
                .filter(found -> found.certainty() == Certainty.STATED)
                .isPresent();
        return dated
                ? List.of()
                : read.impossible().stream()
                        .map(day -> new Remark(Remark.Type.NO_SUCH_DAY, day.in(page.text())))
                        .distinct()
                        .toList();
    }

    private Finding<String> date(Finding<NamedDate> found) {
        String text = DateText.of(found.value().in(zone).stored(), null);
        return new Finding<>(
                text,
                found.words(),
                found.rule(),
                found.value().isZoneRight() ? found.certainty() : Certainty.DOUBTFUL);
    }

    private static <T> Finding<String> with(Finding<T> found, String value) {
        return new Finding<>(value, found.words(), found.rule(), found.certainty());
    }

    private Map<String, Finding<String>> fields(ReadEvent read) {
        Map<String, Finding<String>> fields = new LinkedHashMap<>();
        put(EventField.TITLE, Optional.of(read.title()), fields);
        read.date()
                .date()
                .filter(found -> found.certainty() != Certainty.INFERRED)
                .ifPresent(found -> fields.put(EventField.DATE.property(), date(found)));
        put(EventField.STATUS, read.status(), fields);
        put(EventField.KIND, read.kind(), fields);
        read.place().ifPresent(place -> {
            put(EventField.VENUE, place.venue(), fields);
            put(EventField.CITY, place.city(), fields);
            put(EventField.COUNTRY, place.country(), fields);
        });
        read.closed().ifPresent(found -> {
            fields.put(EventField.CLOSED.property(), with(found, EventField.YES));
            put(EventField.ATTENDANCE, read.closed(), fields);
        });
        if (!read.workPackages().isEmpty()) {
            fields.put(EventField.WORK_PACKAGES.property(), joined(read.workPackages()));
        }
        put(
                read.announcement().isPresent() ? EventField.DESCRIPTION : EventField.REPORT,
                body(read.body(), read.announcement()),
                fields);
        put(EventField.CREDIT, read.credit(), fields);
        addresses.of(read).ifPresent(found -> fields.put(EventField.FORMER_ADDRESSES.property(), found));
        Attachments attachments = read.attachments();
        if (attachments.photographs() > 0) {
            fields.put(
                    EventField.PHOTOGRAPHS.property(),
                    new Finding<>(
                            Integer.toString(attachments.photographs()),
                            attachments.pictures().isEmpty()
                                    ? attachments.labels()
                                    : joined(attachments.pictures()).words(),
                            "picture",
                            Certainty.STATED));
        }
        return fields;
    }

    private void put(EventField field, Optional<Finding<String>> found, Map<String, Finding<String>> fields) {
        found.ifPresent(one -> fields.put(field.property(), with(one, damage.repaired(one.value()))));
    }

    /** The words that say that it is an announcement come first. */
    private static Optional<Finding<String>> body(BodyText body, Optional<Finding<Boolean>> announcement) {
        if (body.html().isEmpty()) {
            return Optional.empty();
        }
        List<Passage> words = new ArrayList<>();
        announcement.ifPresent(found -> words.addAll(found.words()));
        words.addAll(body.passages());
        return Optional.of(new Finding<>(
                body.html(),
                words,
                announcement.isPresent() ? "announcement" : "body",
                announcement.map(Finding::certainty).orElse(Certainty.STATED)));
    }

    private static Finding<String> joined(List<Finding<String>> found) {
        return new Finding<>(
                String.join(
                        EventField.BETWEEN, found.stream().map(Finding::value).toList()),
                found.stream().flatMap(one -> one.words().stream()).toList(),
                found.get(0).rule(),
                found.stream().map(Finding::certainty).max(Enum::compareTo).orElseThrow());
    }

    private List<StatedPerson> people(ReadEvent read) {
        List<StatedPerson> people = new ArrayList<>();
        for (int i = 0; i < read.people().size(); i++) {
            FoundPerson person = read.people().get(i);
            String printed = person.name().value();
            String name = damage.repaired(printed);
            people.add(new StatedPerson(
                    name,
                    OpenEnum.wordOf(person.part().value()),
                    value(person.role()),
                    value(person.organisation()),
                    value(person.panel()),
                    "",
                    damage.repaired(read.talks().get(i).html()),
                    name.equals(printed) ? "" : printed,
                    value(person.honorific()),
                    value(person.country()),
                    person.name().words().get(0),
                    Stream.of(
                                    Optional.of(person.name()),
                                    Optional.of(person.part()),
                                    person.role(),
                                    person.organisation())
                            .flatMap(Optional::stream)
                            .allMatch(found -> found.certainty() == Certainty.STATED)));
        }
        return people;
    }

    private String value(Optional<Finding<String>> found) {
        return damage.repaired(found.map(Finding::value).orElse(""));
    }

    private List<StatedLink> links(ReadEvent read) {
        return read.attachments().links().stream()
                .map(found -> new StatedLink(
                        label(found, read.entry()), found.value(), found.words().get(0)))
                .toList();
    }

    private List<StatedFile> files(ReadEvent read) {
        return Stream.concat(
                        read.attachments().documents().stream()
                                .map(found -> file(StatedFile.Kind.DOCUMENT, found, read.entry())),
                        read.attachments().pictures().stream()
                                .map(found -> file(StatedFile.Kind.PICTURE, found, read.entry())))
                .toList();
    }

    private StatedFile file(StatedFile.Kind kind, Finding<String> found, Entry entry) {
        return new StatedFile(
                kind, found.value(), label(found, entry), found.words().get(0));
    }

    private String label(Finding<String> found, Entry entry) {
        return damage.repaired(found.words().get(0).in(entry.text()));
    }
}
