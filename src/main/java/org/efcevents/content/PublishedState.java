package org.efcevents.content;

import java.time.Instant;

/** Whether what is stored on an author instance is what was published of it, as the apps of Magnolia show it in their lists. */
public enum PublishedState {
    /** It is not published. */
    NONE,
    /** It has been changed since it was published. */
    CHANGED,
    /** It is published as it is. */
    CURRENT;

    /**
     * Compares dates ({@code info.magnolia.jcr.util.NodeTypes.Activatable#getActivationStatus}).
     *
     * @param changed when it was changed last
     * @param published when it was published, or the version was made that was; {@link Instant#EPOCH} if that is not recorded
     */
    static PublishedState of(boolean isPublished, Instant changed, Instant published) {
        if (!isPublished) {
            return NONE;
        }
        return published.equals(Instant.EPOCH) || !changed.isAfter(published) ? CURRENT : CHANGED;
    }

    /** Its name in addresses and message keys. */
    public String key() {
        return OpenEnum.wordOf(this);
    }
}
