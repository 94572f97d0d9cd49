package org.efcevents.desk;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.efcevents.archive.Contents;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.event.EventKind;
import org.efcevents.imports.FieldChange;
import org.efcevents.imports.KnownEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SavedFiles;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedPerson;

/**
 * An event of a source, as an editor looks it over beside its words.
 *
 * @param proposal the event that it would be
 * @param when its date in words; empty if it has none
 * @param kinds those that it can have
 * @param facts what else is stated of it
 * @param pieces all its words
 * @param there the event that it is, or may be; null if there is none
 * @param changes what would become of that
 * @param beginnings where another event may begin in it
 */
public record ReviewedEvent(
        Proposal proposal,
        String when,
        List<Choice> kinds,
        List<Fact> facts,
        List<Piece> pieces,
        StepView.Entry there,
        List<ChangedField> changes,
        List<Beginning> beginnings) {

    /** Longer ones are not shown at once, in UTF-16 units. */
    private static final int SHORT = 3000;

    /** So much is shown of a block, in UTF-16 units. */
    private static final int BEGINNING = 60;

    /** No more is shown of a text that changes, in UTF-16 units. */
    private static final int SHOWN = 300;

    /** What stands in form fields, or is the text itself. */
    private static final List<EventField> NOT_SHOWN =
            List.of(EventField.TITLE, EventField.KIND, EventField.REPORT, EventField.SOURCE_UID);

    /**
     * Something that is stated.
     *
     * @param label the end of the key of what it is called
     * @param language the tag of its language; empty where it has none of its own
     * @param value in words
     * @param piece the number of the piece that says so
     * @param sure whether the source says so
     * @param file the end of the key of what there is of a file; empty of anything else
     */
    public record Fact(String label, String language, String value, int piece, boolean sure, String file) {}

    /**
     * A part of its words.
     *
     * @param number in the event
     * @param use the end of the key of what became of it; empty of space between words
     */
    public record Piece(int number, String text, String use) {}

    /**
     * A field of an event that is there.
     *
     * @param label the end of the key of what it is called
     * @param language the tag of its language; empty where it has none of its own
     * @param before what it has, in words
     * @param after what the source states, in words
     * @param kept whether it stays as it is, because somebody has edited it
     */
    public record ChangedField(String label, String language, String before, String after, boolean kept) {}

    /**
     * Where another event may begin.
     *
     * @param at the place in the source's text
     * @param words the first words there
     */
    public record Beginning(int at, String words) {}

    static ReviewedEvent of(Proposal proposal, Proposals all, Contents contents, DeskRequest request) {
        Source source = all.source();
        List<AccountedPart> parts = source.account().stream()
                .filter(part -> proposal.stated().words().contains(part.passage()))
                .toList();
        return new ReviewedEvent(
                proposal,
                proposal.stored()
                        .map(EventDate::of)
                        .filter(date -> date.precision() != Precision.UNKNOWN)
                        .map(date -> date.inWords(request.locale()))
                        .orElse(""),
                Stream.concat(
                                EventKind.words().stream(),
                                Stream.of(proposal.kind())
                                        .filter(kind -> !kind.isEmpty()
                                                && !EventKind.words().contains(kind)))
                        .map(word -> new Choice(word, Choice.kind(request, word), word.equals(proposal.kind())))
                        .toList(),
                new Facts(source.text(), all.files(), parts, request.locale()).of(proposal.stated()),
                pieces(proposal.stated(), source.text(), parts),
                proposal.known()
                        .flatMap(known -> contents.with(known.id()))
                        .map(StepView.Entry::of)
                        .orElse(null),
                proposal.known().map(KnownEvent::changes).orElse(List.of()).stream()
                        .map(change -> changed(change, request.locale()))
                        .toList(),
                proposal.stated().blocks().stream()
                        .skip(1)
                        .map(block -> new Beginning(block.from(), beginning(block.in(source.text()))))
                        .toList());
    }

    private static String beginning(String words) {
        return words.length() > BEGINNING ? words.substring(0, BEGINNING) + "…" : words;
    }

    /** Whether it can belong to the one before. */
    public boolean isJoinable() {
        return proposal.position() > 1 && !proposal.stated().blocks().isEmpty();
    }

    /** Whether its words are shown at once. */
    public boolean isShort() {
        return proposal.stated().words().length() < SHORT;
    }

    /** Whether it can be imported, and is not there already with nothing of it to change. */
    public boolean isOpen() {
        return proposal.known()
                .filter(known -> known.how() != KnownEvent.How.PERHAPS && !known.isChanged())
                .isEmpty();
    }

    /** The end of the key of what is said of an event that is there; empty if there is none. */
    public String state() {
        return proposal.known()
                .map(known ->
                        known.isChanged() ? "changed" : known.how() == KnownEvent.How.PERHAPS ? "perhaps" : "there")
                .orElse("");
    }

    private static List<Piece> pieces(StatedEvent event, String text, List<AccountedPart> parts) {
        List<Piece> pieces = new ArrayList<>();
        int at = event.words().from();
        for (int i = 0; i < parts.size(); i++) {
            Passage words = parts.get(i).passage();
            if (words.from() > at) {
                pieces.add(new Piece(-1, text.substring(at, words.from()), ""));
            }
            pieces.add(new Piece(i, words.in(text), parts.get(i).use().key()));
            at = words.to();
        }
        return pieces;
    }

    private static ChangedField changed(FieldChange change, Locale locale) {
        EventField field = EventField.named(change.name()).orElseThrow();
        return new ChangedField(
                field.property(),
                language(change.name(), field),
                inWords(change.before(), field, locale),
                inWords(change.after(), field, locale),
                change.edited());
    }

    private static String language(String name, EventField field) {
        return name.substring(field.property().length()).replaceFirst("^_", "").replace('_', '-');
    }

    private static String inWords(String value, EventField field, Locale locale) {
        String words =
                switch (field.notation()) {
                    case HTML -> RichText.of(value).text();
                    case DATE -> DateText.typed(value, locale);
                    case LINES -> value.replace(" | ", ", ");
                    default -> value;
                };
        return words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }

    /** What is stated of an event, in words. */
    private record Facts(String text, SavedFiles files, List<AccountedPart> parts, Locale locale) {

        List<Fact> of(StatedEvent event) {
            List<Fact> facts = new ArrayList<>();
            for (Map.Entry<String, Finding<String>> stated : event.fields().entrySet()) {
                EventField field = EventField.named(stated.getKey()).orElseThrow();
                boolean said = field == EventField.CLOSED
                        && event.finding(EventField.ATTENDANCE).isPresent();
                if (!NOT_SHOWN.contains(field)
                        && !said
                        && !stated.getValue().value().isEmpty()) {
                    facts.add(fact(
                            field.property(),
                            language(stated.getKey(), field),
                            value(field, stated.getValue()),
                            stated.getValue()));
                }
            }
            event.offered().ifPresent(found -> facts.add(fact("offered", "", offered(found.value()), found)));
            Stream.ofNullable(event.people()).flatMap(List::stream).forEach(person -> facts.add(fact(person)));
            Stream.ofNullable(event.links())
                    .flatMap(List::stream)
                    .forEach(link -> facts.add(new Fact("link", "", link.address(), piece(link.words()), true, "")));
            for (StatedFile file : event.files()) {
                facts.add(new Fact(
                        file.kind().name().toLowerCase(Locale.ROOT),
                        "",
                        file.address(),
                        piece(file.words()),
                        true,
                        files.isPacked() ? files.state(file).name().toLowerCase(Locale.ROOT) : ""));
            }
            return facts;
        }

        private String value(EventField field, Finding<String> found) {
            if (field.notation() == EventField.Notation.HTML) {
                return Objects.toString(RichText.of(found.value()).beginning(), "");
            }
            boolean asPrinted = field == EventField.DATE && !found.words().isEmpty();
            return asPrinted ? found.words().get(0).in(text) : found.value();
        }

        private String offered(String date) {
            return DateText.parse(date, ZoneOffset.UTC)
                    .map(stored -> EventDate.of(stored).inWords(locale))
                    .orElse(date);
        }

        private Fact fact(StatedPerson person) {
            String who = Stream.of(person.name(), person.role(), person.organisation())
                    .filter(value -> !value.isEmpty())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            return new Fact(
                    person.summary().isEmpty() ? "person" : "speaker",
                    "",
                    who,
                    piece(person.words()),
                    person.sure(),
                    "");
        }

        private Fact fact(String label, String language, String value, Finding<?> found) {
            return new Fact(
                    label,
                    language,
                    value,
                    found.words().isEmpty() ? 0 : piece(found.words().get(0)),
                    found.certainty() == Certainty.STATED,
                    "");
        }

        private int piece(Passage words) {
            int piece = 0;
            while (piece < parts.size() - 1 && parts.get(piece).passage().to() <= words.from()) {
                piece++;
            }
            return piece;
        }
    }
}
