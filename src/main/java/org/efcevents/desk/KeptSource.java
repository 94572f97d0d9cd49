package org.efcevents.desk;

import org.efcevents.imports.KeptPage;

/**
 * A source that was brought in, as an editor finds it again.
 *
 * @param page the source
 * @param when when it was brought in, in words
 */
public record KeptSource(KeptPage page, String when) {

    static KeptSource of(KeptPage page, DeskRequest request) {
        return new KeptSource(page, StepView.when(page.when(), request));
    }
}
