package org.efcevents.page;

/**
 * What stands in place of a page that cannot be shown.
 *
 * @param title the key of the message that says what is the matter
 * @param text the key of a message that says more; null for none
 * @param link where to go on; null for nowhere
 * @param linkText the key of the message that says so; null for none
 */
public record Notice(String title, String text, String link, String linkText) {

    static Notice missing(String archive) {
        return new Notice("efc.missing.title", "efc.missing.text", archive, "efc.missing.link");
    }

    /**
     * The whole archive is closed to the reader. Not with a 403: Magnolia puts its login form below any page that answers 401 or
     * 403 ({@code SecurityCallbackFilter}).
     */
    static Notice closed() {
        return new Notice("efc.forbidden.title", "efc.forbidden.text", null, null);
    }

    static Notice withdrawn(String archive) {
        return new Notice("efc.withdrawn.title", "efc.withdrawn.text", archive, "efc.missing.link");
    }

    static Notice moved(String address) {
        return new Notice("efc.moved.title", null, address, "efc.moved.link");
    }
}
