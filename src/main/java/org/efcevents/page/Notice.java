package org.efcevents.page;

/**
 * What is shown in place of a page that cannot be shown.
 *
 * @param title the message key of the title
 * @param text the message key of a further explanation; null for none
 * @param link the address of a link to go on; null for none
 * @param linkText the message key of the text of that link; null for none
 */
public record Notice(String title, String text, String link, String linkText) {

    static Notice missing(String archive) {
        return new Notice("efc.missing.title", "efc.missing.text", archive, "efc.missing.link");
    }

    /**
     * The notice for readers who may not see the archive at all. The status is not 403, because Magnolia appends its
     * login form to any response of 401 or 403 ({@code SecurityCallbackFilter}).
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
