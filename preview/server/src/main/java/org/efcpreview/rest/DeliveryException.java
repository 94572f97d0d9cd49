package org.efcpreview.rest;

/** An error that the client gets as {@code {"error":{"code":…,"message":…}}}. */
final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    DeliveryException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static DeliveryException notFound(String message) {
        return new DeliveryException(404, "notFound", message);
    }

    static DeliveryException badRequest(String message) {
        return new DeliveryException(400, "badRequest", message);
    }

    /** What Magnolia does not foresee: an exception of any other kind, of which it tells the message. */
    static DeliveryException unforeseen(String message) {
        return new DeliveryException(500, "unknown", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
