package org.efcevents.datephrase;

import java.util.List;
import java.util.Optional;
import org.efcevents.pagetext.Finding;

/**
 * The date that an entry says of itself.
 *
 * @param date empty if it says none
 * @param others the other dates in its words, in their order: of other things, or that it may say of itself too
 */
public record OwnDate(Optional<Finding<NamedDate>> date, List<DatePhrase> others) {

    /** Makes a defensive copy. */
    public OwnDate {
        others = List.copyOf(others);
    }
}
