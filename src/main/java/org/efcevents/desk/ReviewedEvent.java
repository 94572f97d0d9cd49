package org.efcevents.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.archive.Contents;
import org.efcevents.content.RichText;
import org.efcevents.event.EventKind;
import org.efcevents.imports.FieldChange;
import org.efcevents.imports.KnownEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SavedFiles;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.AccountedPart;
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
 * @param doubts of the fields that can be corrected and are not sure, why they are not: the end of a key
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
        Map<String, String> doubts,
        List<Piece> pieces,
        StepView.Entry there,
        List<ChangedField> changes,
        List<Beginning> beginnings) {

    /** Longer ones are not shown at once, in UTF-16 units. */
    private static final int SHORT = 3000;

    /** So much is shown of a block, in UTF-16 units. */
    private static final int BEGINNING = 60;

    /** What stands between the cells of a row. */
    private static final Pattern TABULATORS = Pattern.compile("\\t+");

    /** What is for programs alone. */
    private static final List<EventField> NOT_SHOWN = List.of(EventField.SOURCE_UID);

    /** What an editor can put right here. */
    private static final List<EventField> CORRECTED = List.of(
            EventField.TITLE, EventField.DATE, EventField.KIND, EventField.VENUE, EventField.CITY, EventField.COUNTRY);

    /**
     * Something that is stated.
     *
     * @param label the end of the key of what it is called
     * @param language the tag of its language; empty where it has none of its own
     * @param value in words
     * @param piece the number of the piece that says so
     * @param doubt the end of the key of why it is not sure; empty if it is
     * @param file the end of the key of what there is of a file; empty of anything else
     * @param person the name of somebody who can be left out; empty of anything else
     */
    public record Fact(
            String label, String language, String value, int piece, String doubt, String file, String person) {

        /** Whether the source says so. */
        public boolean sure() {
            return doubt.isEmpty();
        }
    }

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
     * @param stays the end of the key of why it stays as it is; empty if it is changed
     */
    public record ChangedField(String label, String language, String before, String after, String stays) {

        /** Whether it stays as it is. */
        public boolean kept() {
            return !stays.isEmpty();
        }
    }

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
        FieldWords words = FieldWords.of(request);
        return new ReviewedEvent(
                proposal,
                proposal.date().isEmpty() || proposal.stored().isEmpty() ? "" : words.date(proposal.date()),
                Stream.concat(
                                EventKind.words().stream(),
                                Stream.of(proposal.kind())
                                        .filter(kind -> !kind.isEmpty()
                                                && !EventKind.words().contains(kind)))
                        .map(word -> new Choice(word, Choice.kind(request, word), word.equals(proposal.kind())))
                        .toList(),
                new Facts(proposal, source.text(), all.files(), parts, words).all(),
                isCorrected(proposal) ? doubts(proposal.stated()) : Map.of(),
                pieces(proposal.stated(), source.text(), parts),
                proposal.known()
                        .flatMap(known -> contents.with(known.id()))
                        .map(event -> StepView.Entry.of(event, request.locale()))
                        .orElse(null),
                proposal.known().map(KnownEvent::changes).orElse(List.of()).stream()
                        .map(change -> changed(change, words))
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
        return isOpen(proposal);
    }

    private static boolean isOpen(Proposal proposal) {
        return ReviewFilter.stateOf(proposal) != ReviewFilter.THERE;
    }

    /** Whether an editor can put it right here. */
    public boolean isCorrected() {
        return isCorrected(proposal);
    }

    private static boolean isCorrected(Proposal proposal) {
        return isOpen(proposal) && !proposal.isChange();
    }

    /** How many pictures and documents that came with the source an event would get that is there. */
    public int missingFiles() {
        return proposal.known().map(known -> known.missing().size()).orElse(0);
    }

    /** Whether somebody of a name is left out. */
    public boolean isWithout(String name) {
        return proposal.without().contains(name);
    }

    /** The end of the key of what is said of an event that is there; empty if there is none. */
    public String state() {
        return there == null ? "" : ReviewFilter.stateOf(proposal).key();
    }

    /** What it is called: as the source states it, or as it is there. */
    public String title() {
        return proposal.title().isEmpty() && there != null ? there.title() : proposal.title();
    }

    private static Map<String, String> doubts(StatedEvent event) {
        Map<String, String> doubts = new HashMap<>();
        for (EventField field : CORRECTED) {
            event.finding(field)
                    .map(found -> Doubt.of(field, found))
                    .filter(doubt -> !doubt.isEmpty())
                    .ifPresent(doubt -> doubts.put(field.property(), doubt));
        }
        return doubts;
    }

    private static List<Piece> pieces(StatedEvent event, String text, List<AccountedPart> parts) {
        List<Piece> pieces = new ArrayList<>();
        int at = event.words().from();
        for (int i = 0; i < parts.size(); i++) {
            Passage words = parts.get(i).passage();
            if (words.from() > at) {
                pieces.add(new Piece(
                        -1, TABULATORS.matcher(text.substring(at, words.from())).replaceAll(" | "), ""));
            }
            pieces.add(new Piece(i, words.in(text), parts.get(i).use().key()));
            at = words.to();
        }
        return pieces;
    }

    private static ChangedField changed(FieldChange change, FieldWords words) {
        EventField field = EventField.named(change.name()).orElseThrow();
        Difference difference = Difference.of(words.of(field, change.before()), words.of(field, change.after()));
        return new ChangedField(
                field.property(),
                language(change.name(), field),
                difference.before(),
                difference.after(),
                change.isTaken() ? "" : change.becoming().name().toLowerCase(Locale.ROOT));
    }

    private static String language(String name, EventField field) {
        return name.substring(field.property().length()).replaceFirst("^_", "").replace('_', '-');
    }

    /** What is stated of an event, in words, but for what stands in form fields. */
    private record Facts(
            Proposal proposal, String text, SavedFiles files, List<AccountedPart> parts, FieldWords words) {

        List<Fact> all() {
            StatedEvent event = proposal.stated();
            List<Fact> facts = new ArrayList<>();
            for (Map.Entry<String, Finding<String>> stated : event.fields().entrySet()) {
                EventField field = EventField.named(stated.getKey()).orElseThrow();
                if (isShown(stated.getKey(), field)
                        && !stated.getValue().value().isEmpty()) {
                    facts.add(fact(
                            field.property(),
                            language(stated.getKey(), field),
                            value(field, stated.getValue()),
                            isCorrected(proposal) && CORRECTED.contains(field)
                                    ? ""
                                    : Doubt.of(field, stated.getValue()),
                            stated.getValue()));
                }
            }
            event.offered()
                    .ifPresent(found -> facts.add(
                            fact("offered", "", words.date(found.value()), Doubt.of(EventField.DATE, found), found)));
            Stream.ofNullable(event.people()).flatMap(List::stream).forEach(person -> facts.add(fact(person)));
            Stream.ofNullable(event.links())
                    .flatMap(List::stream)
                    .forEach(link -> facts.add(new Fact("link", "", link.address(), piece(link.words()), "", "", "")));
            for (StatedFile file : event.files()) {
                facts.add(new Fact(
                        file.kind().name().toLowerCase(Locale.ROOT),
                        "",
                        file.address(),
                        piece(file.words()),
                        "",
                        state(file),
                        ""));
            }
            return facts;
        }

        private String state(StatedFile file) {
            if (!files.isPacked()) {
                return "";
            }
            return files.state(file) == SavedFiles.State.HERE && file.isUndescribed()
                    ? "undescribed"
                    : files.state(file).name().toLowerCase(Locale.ROOT);
        }

        private boolean isShown(String name, EventField field) {
            boolean said = field == EventField.CLOSED
                    && proposal.stated().finding(EventField.ATTENDANCE).isPresent();
            return !NOT_SHOWN.contains(field) && !said && !(name.equals(field.property()) && isInForm(field));
        }

        /** A date is shown as it is printed, too. */
        private boolean isInForm(EventField field) {
            return field == EventField.TITLE
                    || isCorrected(proposal) && CORRECTED.contains(field) && field != EventField.DATE;
        }

        private String value(EventField field, Finding<String> found) {
            if (field.notation() == EventField.Notation.HTML) {
                return Objects.toString(RichText.of(found.value()).beginning(), "");
            }
            boolean asPrinted = field == EventField.DATE && isCorrected(proposal);
            return asPrinted && !found.words().isEmpty()
                    ? found.words().get(0).in(text)
                    : words.of(field, found.value());
        }

        private Fact fact(StatedPerson person) {
            return new Fact(
                    person.summary().isEmpty() ? "person" : "speaker",
                    "",
                    words.of(person),
                    piece(person.words()),
                    person.sure() ? "" : Doubt.ofPerson(proposal.stated()),
                    "",
                    isCorrected(proposal) ? person.name() : "");
        }

        private Fact fact(String label, String language, String value, String doubt, Finding<?> found) {
            return new Fact(
                    label,
                    language,
                    value,
                    found.words().isEmpty() ? 0 : piece(found.words().get(0)),
                    doubt,
                    "",
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
