package org.efcevents.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.archive.Contents;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.event.EventKind;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.migration.EncodingDamage;
import org.efcevents.migration.ReadEvent;
import org.efcevents.migration.ReadPage;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.FoundPerson;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.AccountedPart.Use;

/**
 * What was read of a page, as an editor looks it over: each entry with the words that it has on the page.
 *
 * @param page the page
 * @param rows the entries that are shown
 * @param from the position of the first of them
 * @param next the position of the first entry that is not shown any more; 0 if there is none
 * @param total how many entries the page has
 * @param taken how many of all are to be imported
 * @param unsure how many of all have something that is not sure
 * @param known how many of all were imported before
 * @param only whether those alone are shown that have something that is not sure
 * @param maybeOne pairs of people who may be one, by their names
 * @param unread what of the page is in no entry, and is not known as furniture
 */
public record ImportReview(
        KeptPage page,
        List<Row> rows,
        int from,
        int next,
        int total,
        int taken,
        int unsure,
        int known,
        boolean only,
        List<List<String>> maybeOne,
        List<String> unread) {

    /** The parameter of the address that asks for what is not sure alone. */
    private static final String ONLY = "only";

    /** So many entries are shown at once. */
    private static final int SHOWN = 50;

    /** In UTF-16 units. */
    private static final int SHORT = 3000;

    /**
     * An entry.
     *
     * @param proposal the event that it would be
     * @param when its date in words; empty if it has none
     * @param kinds those that it can have
     * @param facts what else was read of it
     * @param pieces all its words
     * @param made the event that was made of the same words before; null if there is none
     */
    public record Row(
            Proposal proposal,
            String when,
            List<Choice> kinds,
            List<Fact> facts,
            List<Piece> pieces,
            StepView.Entry made) {

        /** Whether its words are shown at once. */
        public boolean isShort() {
            return proposal.read().entry().passage().length() < SHORT;
        }
    }

    /**
     * Something that was read.
     *
     * @param label the end of the key of what it is called
     * @param value in words
     * @param piece the number of the piece that says so
     * @param sure whether the page says so
     */
    public record Fact(String label, String value, int piece, boolean sure) {

        Fact repaired(EncodingDamage damage) {
            return new Fact(label, damage.repaired(value), piece, sure);
        }
    }

    /**
     * A part of an entry's words.
     *
     * @param number in the entry
     * @param use the end of the key of what became of it; empty of space between words
     */
    public record Piece(int number, String text, String use) {}

    static ImportReview of(Proposals proposals, DeskRequest request) {
        boolean only = request.asked(ONLY).isPresent();
        List<Proposal> all = proposals.all().stream()
                .filter(proposal -> !only || isUnsure(proposal))
                .toList();
        int from = request.asked(ImportPage.FROM)
                .filter(typed -> typed.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        List<Proposal> shown = all.stream()
                .filter(proposal -> proposal.position() >= from)
                .limit(SHOWN + 1L)
                .toList();
        Contents contents = request.archive().desk().contents();
        EncodingDamage damage = new EncodingDamage();
        return new ImportReview(
                proposals.page(),
                shown.stream()
                        .limit(SHOWN)
                        .map(proposal -> row(proposal, proposals.read(), contents, damage, request))
                        .toList(),
                from,
                shown.size() > SHOWN ? shown.get(SHOWN).position() : 0,
                proposals.all().size(),
                proposals.taken().size(),
                (int) proposals.all().stream().filter(ImportReview::isUnsure).count(),
                (int) proposals.all().stream()
                        .filter(proposal -> proposal.made().isPresent())
                        .count(),
                only,
                proposals.read().maybeOne(),
                proposals.read().account().stream()
                        .filter(part -> part.use() == Use.UNREAD && part.event() == 0)
                        .map(part -> part.passage().in(proposals.read().text()))
                        .toList());
    }

    private static boolean isUnsure(Proposal proposal) {
        return !proposal.isRight() || !proposal.read().doubts().isEmpty();
    }

    private static Row row(
            Proposal proposal, ReadPage page, Contents contents, EncodingDamage damage, DeskRequest request) {
        List<AccountedPart> parts = parts(proposal.read(), page);
        return new Row(
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
                facts(proposal.read(), page, parts, request).stream()
                        .map(fact -> fact.repaired(damage))
                        .toList(),
                pieces(proposal.read(), parts),
                proposal.made().flatMap(contents::with).map(StepView.Entry::of).orElse(null));
    }

    private static List<AccountedPart> parts(ReadEvent event, ReadPage page) {
        Passage entry = event.entry().passage();
        return page.account().stream()
                .filter(part -> entry.contains(part.passage()))
                .toList();
    }

    private static List<Piece> pieces(ReadEvent event, List<AccountedPart> parts) {
        List<Piece> pieces = new ArrayList<>();
        String text = event.entry().text();
        int at = event.entry().passage().from();
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

    private static List<Fact> facts(ReadEvent event, ReadPage page, List<AccountedPart> parts, DeskRequest request) {
        List<Fact> facts = new ArrayList<>();
        event.date()
                .date()
                .ifPresent(found -> facts.add(
                        fact("date", found.words().get(0).in(event.entry().text()), found, parts)));
        page.offered()
                .get(event.position() - 1)
                .ifPresent(found -> facts.add(
                        fact("offered", EventDate.of(found.value().stored()).inWords(request.locale()), found, parts)));
        event.place().ifPresent(place -> {
            add("venue", place.venue(), facts, parts);
            add("city", place.city(), facts, parts);
            add("country", place.country(), facts, parts);
        });
        add("closed", event.closed(), facts, parts);
        event.announcement()
                .ifPresent(found -> facts.add(fact(
                        "announcement", found.words().get(0).in(event.entry().text()), found, parts)));
        event.workPackages().forEach(found -> facts.add(fact("workPackage", found.value(), found, parts)));
        for (int i = 0; i < event.people().size(); i++) {
            FoundPerson person = event.people().get(i);
            String who = Stream.of(Optional.of(person.name()), person.role(), person.organisation())
                    .flatMap(Optional::stream)
                    .map(Finding::value)
                    .reduce((one, other) -> one + ", " + other)
                    .orElseThrow();
            facts.add(fact(event.talks().get(i).html().isEmpty() ? "person" : "speaker", who, person.name(), parts));
        }
        event.attachments().links().forEach(found -> facts.add(fact("link", found.value(), found, parts)));
        event.attachments().documents().forEach(found -> facts.add(fact("document", found.value(), found, parts)));
        event.attachments().pictures().forEach(found -> facts.add(fact("picture", found.value(), found, parts)));
        add("credit", event.credit(), facts, parts);
        return facts;
    }

    private static void add(
            String label, Optional<Finding<String>> found, List<Fact> facts, List<AccountedPart> parts) {
        found.ifPresent(one -> facts.add(fact(label, one.value(), one, parts)));
    }

    private static Fact fact(String label, String value, Finding<?> found, List<AccountedPart> parts) {
        int at = found.words().get(0).from();
        int piece = 0;
        while (piece < parts.size() - 1 && parts.get(piece).passage().to() <= at) {
            piece++;
        }
        return new Fact(label, value, piece, found.certainty() == Certainty.STATED);
    }
}
