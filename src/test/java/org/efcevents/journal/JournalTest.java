package org.efcevents.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String RIGHTS = "00000000000000aa";
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    private final Journal journal = followed();

    private static Journal followed() {
        Journal journal = new Journal(START);
        journal.begin(List.of(event(ONE, "/events/one"), event(TWO, "/events/two")));
        journal.beginEpoch("00000000000000e1", START);
        return journal;
    }

    private static Item event(UUID id, String path) {
        return new Item(id, NodeType.EVENT, path, START.toEpochMilli(), Visibility.at(path), List.of());
    }

    private static Instant after(Duration time) {
        return START.plus(time);
    }

    private static List<UUID> changed(Journal told, SyncToken token, Instant now) {
        return told.after(told.position(token, RIGHTS, now).orElseThrow().change(), 100).stream()
                .map(JournalEntry::id)
                .toList();
    }

    @Test
    void aTokenOfAnotherInstanceIsReadAsIfItWereOlder() {
        Journal other = followed();
        Instant changed = after(Duration.ofHours(2));
        other.note(List.of(event(ONE, "/events/one")), after(Duration.ofHours(1)));
        other.note(List.of(event(TWO, "/events/two")), changed);
        Instant given = changed.plus(Journal.MARGIN).minusSeconds(1);
        SyncToken token = journal.token(journal.end(), RIGHTS, given);

        assertThat(changed(other, token, given)).as("it may have got it later").containsExactly(TWO);
        assertThat(changed(
                        other,
                        journal.token(
                                journal.end(),
                                RIGHTS,
                                changed.plus(Journal.MARGIN).plusSeconds(1)),
                        given))
                .isEmpty();
    }

    @Test
    void aClockThatIsPutBackHidesNoChange() {
        journal.note(List.of(event(ONE, "/events/one")), after(Duration.ofHours(2)));
        SyncToken token = journal.token(journal.end(), RIGHTS, after(Duration.ofHours(2)));

        journal.note(List.of(event(TWO, "/events/two")), after(Duration.ofHours(1)));

        assertThat(changed(journal, token, after(Duration.ofHours(1)))).containsExactly(TWO);
    }

    @Test
    void aTokenIsGoodAtAnotherInstanceWhoseClockIsPutBack() {
        Journal other = followed();
        other.note(List.of(event(ONE, "/events/one")), after(Duration.ofHours(2)));
        SyncToken token = journal.token(journal.end(), RIGHTS, after(Duration.ofHours(2)));

        other.note(List.of(event(TWO, "/events/two")), after(Duration.ofHours(1)));

        assertThat(changed(other, token, after(Duration.ofHours(1)))).contains(TWO);
    }

    @Test
    void aTokenOfBeforeAnInstanceBeganIsNotGoodThere() {
        Journal younger = new Journal(after(Duration.ofDays(1)));
        younger.beginEpoch("00000000000000e2", after(Duration.ofDays(1)));

        assertThat(younger.position(journal.token(journal.end(), RIGHTS, START), RIGHTS, after(Duration.ofDays(2))))
                .isEmpty();
    }

    /** Two nodes of a cluster share a journal, each with a run of its own, and give tokens in turn. */
    @Test
    void aTokenOfOneNodeOfAClusterIsGoodAtTheOther() {
        for (int turn = 0; turn < 10; turn++) {
            Instant now = after(Duration.ofMinutes(turn));
            journal.beginEpoch(turn % 2 == 0 ? "00000000000000e2" : "00000000000000e1", now);
            SyncToken token = journal.token(journal.end(), RIGHTS, now);
            journal.note(List.of(event(ONE, "/events/one")), now);
            assertThat(journal.position(token, RIGHTS, now)).as("turn %d", turn).isPresent();
            SyncToken later = journal.token(journal.end(), RIGHTS, now);
            assertThat(journal.position(later, RIGHTS, now)).as("turn %d", turn).isPresent();
        }
    }

    /** Of several of one name, one alone has the address: which of them may be another now. */
    @Test
    void whatTakesOrLeavesTheNameOfAnotherTouchesTheOther() {
        UUID three = new UUID(3, 3);
        Item speaker = new Item(
                new UUID(4, 4), NodeType.SPEAKER, "/speakers/one", START.toEpochMilli(), Visibility.PUBLIC, List.of());
        journal.note(List.of(event(three, "/events/three"), speaker), after(Duration.ofMinutes(1)));

        assertThat(noted(event(TWO, "/events/later/one"))).containsExactly(TWO, ONE);
        assertThat(noted(event(TWO, "/events/later/one")))
                .as("whatever else changes of it")
                .containsExactly(TWO);
        assertThat(noted(event(TWO, "/events/later/three")))
                .as("who had its name with it, and who has the new one")
                .startsWith(TWO)
                .containsExactlyInAnyOrder(TWO, ONE, three);
        assertThat(noted(event(ONE, "/events/two"), event(three, "/events/three")))
                .as("what is noted itself is not touched besides")
                .containsExactly(ONE, three);

        long before = journal.end().change();
        journal.noteGone(List.of(three), after(Duration.ofMinutes(2)));
        assertThat(journal.after(before, 100)).extracting(JournalEntry::id).containsExactly(three, TWO);
        before = journal.end().change();
        journal.noteGone(List.of(three, new UUID(9, 9)), after(Duration.ofMinutes(3)));
        assertThat(journal.after(before, 100))
                .as("what is gone already, and what never was")
                .isEmpty();
    }

    private List<UUID> noted(Item... items) {
        long before = journal.end().change();
        journal.note(List.of(items), after(Duration.ofMinutes(1)));
        return journal.after(before, 100).stream().map(JournalEntry::id).toList();
    }

    @Test
    void aTokenOfAPartIsNotGoodAtAnotherInstance() {
        SyncToken token = journal.token(new Journal.Position(1, 2), RIGHTS, after(Duration.ofDays(1)));

        assertThat(followed().position(token, RIGHTS, after(Duration.ofDays(1))))
                .isEmpty();
        assertThat(journal.position(token, RIGHTS, after(Duration.ofDays(1)))).contains(new Journal.Position(1, 2));
    }

    @Test
    void aTokenEndsWhenWhatIsGoneIsForgotten() {
        SyncToken token = journal.token(journal.end(), RIGHTS, START);
        journal.noteGone(List.of(ONE), after(Duration.ofDays(1)));
        Instant late = after(Journal.REACH).plus(Duration.ofDays(2));
        assertThat(changed(journal, token, after(Journal.REACH))).containsExactly(ONE);

        journal.forget(late);
        assertThat(journal.entry(ONE)).isEmpty();
        assertThat(journal.position(token, RIGHTS, late)).isEmpty();
        SyncToken younger = journal.token(journal.end(), RIGHTS, after(Duration.ofDays(30)));
        assertThat(changed(journal, younger, late)).isEmpty();
    }

    @Test
    void whatGoesAndReturnsIsThereAndIsToldOnce() {
        SyncToken token = journal.token(journal.end(), RIGHTS, START);
        journal.noteGone(List.of(ONE), after(Duration.ofDays(1)));
        journal.note(List.of(event(ONE, "/events/again")), after(Duration.ofDays(2)));

        assertThat(changed(journal, token, after(Duration.ofDays(2)))).containsExactly(ONE);
        JournalEntry entry = journal.entry(ONE).orElseThrow();
        assertThat(entry.isThere()).isTrue();
        assertThat(entry.formerSlugs()).containsExactly("one");
        assertThat(journal.formerlyAt(NodeType.EVENT, "one"))
                .extracting(JournalEntry::id)
                .containsExactly(ONE);
    }

    @Test
    void anAddressThatIsTakenUpAgainIsNoFormerOne() {
        journal.note(List.of(event(ONE, "/events/other")), START);
        journal.note(List.of(event(ONE, "/events/one")), START);

        assertThat(journal.formerlyAt(NodeType.EVENT, "one")).isEmpty();
        assertThat(journal.formerlyAt(NodeType.EVENT, "other"))
                .extracting(JournalEntry::id)
                .containsExactly(ONE);
    }

    /** Also if it had it before, and whatever else is changed of the others. */
    @Test
    void whatHadAnAddressLastIsTheLast() {
        journal.note(List.of(event(ONE, "/events/x")), START);
        journal.note(List.of(event(TWO, "/events/one")), START);
        journal.note(List.of(event(TWO, "/events/y")), START);
        assertThat(formerlyAt(journal, "one")).containsExactly(ONE, TWO);

        journal.note(List.of(event(ONE, "/events/one")), START);
        journal.note(List.of(event(ONE, "/events/z")), START);
        journal.note(List.of(event(TWO, "/events/y")), START);

        assertThat(formerlyAt(journal, "one")).containsExactly(TWO, ONE);
        List<JournalEntry> stored =
                List.of(journal.entry(ONE).orElseThrow(), journal.entry(TWO).orElseThrow());
        assertThat(formerlyAt(new Journal(journal.head(), stored), "one")).containsExactly(TWO, ONE);
    }

    private static List<UUID> formerlyAt(Journal journal, String slug) {
        return journal.formerlyAt(NodeType.EVENT, slug).stream()
                .map(JournalEntry::id)
                .toList();
    }

    @Test
    void aTokenIsReadFromItsText() {
        SyncToken token = journal.token(new Journal.Position(12, 34), RIGHTS, after(Duration.ofDays(3)));

        assertThat(SyncToken.parse(token.text())).contains(token);
        assertThat(SyncToken.parse(token.text() + "0")).isEmpty();
        assertThat(SyncToken.parse("")).isEmpty();
    }
}
