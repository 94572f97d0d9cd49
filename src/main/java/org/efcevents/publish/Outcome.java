package org.efcevents.publish;

import org.efcevents.content.OpenEnum;

/** What came of publishing one thing. */
public enum Outcome {
    /** Visitors have it as it is here. */
    PUBLISHED,
    /** Visitors have it as it was: somebody has changed it while it was on its way. */
    CHANGED,
    /** Something of the site's stands between the command and publishing, such as somebody's approval. */
    PENDING,
    /** The editor may not publish it. */
    FORBIDDEN,
    /** Magnolia says why not. */
    FAILED,
    /** Some public instances have it, and Magnolia says why others have not. */
    PARTLY,
    /** Magnolia takes it for published, and no public instance has received it. */
    UNRECEIVED,
    /** It is not there any more. */
    GONE;

    /** Whether what comes after it is left alone. */
    public boolean isFailure() {
        return compareTo(FORBIDDEN) >= 0;
    }

    /** Its name in message keys. */
    public String key() {
        return OpenEnum.wordOf(this);
    }
}
