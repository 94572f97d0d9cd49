package org.efcevents.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.efcevents.datephrase.OwnDate;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;
import org.efcevents.participant.FoundPerson;

/**
 * What a page says of one event, field by field.
 *
 * @param position on the page, from 1
 * @param entry all its words
 * @param title without line breaks; without one of its own the beginning of its text, in doubt
 * @param date the date that it says of itself, and those that it names besides
 * @param status whether it did not take place as announced
 * @param impossible days that it names and that the calendar does not have
 * @param place where it was; empty if it does not say
 * @param closed the wording of who could attend
 * @param announcement whether it tells what will be
 * @param workPackages their codes
 * @param people in the order in which they are named
 * @param talks what each of them said, by their places in {@code people}; empty text of those who said nothing
 * @param body what is left: no title, no credit, no talks
 */
public record ReadEvent(
        int position,
        Entry entry,
        Finding<String> title,
        OwnDate date,
        Optional<Finding<String>> status,
        List<Passage> impossible,
        Optional<FoundPlace> place,
        Optional<Finding<String>> kind,
        Optional<Finding<String>> closed,
        Optional<Finding<Boolean>> announcement,
        List<Finding<String>> workPackages,
        List<FoundPerson> people,
        List<BodyText> talks,
        Attachments attachments,
        Optional<Finding<String>> credit,
        BodyText body) {

    /** Makes defensive copies. */
    public ReadEvent {
        impossible = List.copyOf(impossible);
        workPackages = List.copyOf(workPackages);
        people = List.copyOf(people);
        talks = List.copyOf(talks);
    }

    /** All that is not sure of it, in the order of its fields. */
    public List<Finding<?>> doubts() {
        List<Finding<?>> doubts = new ArrayList<>();
        for (Finding<?> finding : findings()) {
            if (finding.certainty() != Finding.Certainty.STATED) {
                doubts.add(finding);
            }
        }
        return doubts;
    }

    /** All that was found of it, in the order of its fields. */
    public List<Finding<?>> findings() {
        List<Finding<?>> findings = new ArrayList<>();
        findings.add(title);
        date.date().ifPresent(findings::add);
        status.ifPresent(findings::add);
        kind.ifPresent(findings::add);
        place.ifPresent(found -> findings.addAll(found.findings()));
        closed.ifPresent(findings::add);
        announcement.ifPresent(findings::add);
        findings.addAll(workPackages);
        for (FoundPerson person : people) {
            findings.add(person.name());
            person.role().ifPresent(findings::add);
            person.organisation().ifPresent(findings::add);
        }
        findings.addAll(attachments.links());
        findings.addAll(attachments.documents());
        findings.addAll(attachments.pictures());
        credit.ifPresent(findings::add);
        return findings;
    }
}
