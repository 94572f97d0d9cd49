package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import org.efcevents.datephrase.NamedDate;
import org.efcevents.pagetext.Finding;
import org.efcevents.participant.SamePeople;
import org.efcevents.source.AccountedPart;

/**
 * What was read of a page.
 *
 * @param title what the page calls itself; empty if it does not
 * @param text all of its words
 * @param events in the order of the page
 * @param offered of each event the date with the year that its neighbours leave, where it has a day without one; for an editor to take
 * @param account what became of each of its words
 */
public record ReadPage(
        String title,
        String text,
        List<ReadEvent> events,
        List<Optional<Finding<NamedDate>>> offered,
        List<AccountedPart> account) {

    /** Makes defensive copies. */
    public ReadPage {
        events = List.copyOf(events);
        offered = List.copyOf(offered);
        account = List.copyOf(account);
    }

    /** Pairs of people whose names are nearly the same, so that they may be one. */
    public List<List<String>> maybeOne() {
        SamePeople people = SamePeople.of(events.stream().map(ReadEvent::people).toList());
        return people.mayBeOne().stream()
                .map(pair -> List.of(
                        people.people().get(pair.one()).name(),
                        people.people().get(pair.other()).name()))
                .toList();
    }
}
