package org.efcevents.undo;

/**
 * Why a step cannot be taken back.
 *
 * @param node the identifier of what stands in the way; of a folder that is gone, its path
 * @param why what it is about it
 */
public record Obstacle(String node, Why why) {

    /** What is about it. */
    public enum Why {
        /** It is not there any more. */
        GONE,
        /** What the step changed of it was changed again. */
        EDITED,
        /** It has the place of what would come back. */
        IN_ITS_PLACE
    }
}
