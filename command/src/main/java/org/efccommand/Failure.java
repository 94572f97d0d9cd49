package org.efccommand;

/** What the command cannot do, in a sentence for whoever has called it, and how it ends. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Something is not right: with what was given, or with what was found. */
    public static final int NOT_RIGHT = 1;
    /** The target, or the source, has refused. */
    public static final int REFUSED = 3;
    /** It broke on the way: a disk, a network. */
    public static final int BROKEN = 4;

    private final int status;

    /** @param status with which the command ends */
    public Failure(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The same, with what made it happen. */
    public Failure(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** With which the command ends. */
    public int status() {
        return status;
    }
}
