package org.efcevents.desk;

/** What a page of the desk answers. */
public sealed interface DeskAnswer {

    /**
     * The page.
     *
     * @param status 200, or 422 where it says what is wrong with the form that was sent
     * @param model what the template prints
     */
    record Shown(int status, Object model) implements DeskAnswer {}

    /**
     * The form has been carried out. The browser is led to a page that says so, and that can be loaded again without harm.
     *
     * @param address what follows the language in its address, such as {@code /desk/copy.html?made=…}
     */
    record Done(String address) implements DeskAnswer {}

    /** A page that shows what was asked for. */
    static DeskAnswer shown(Object model) {
        return new Shown(200, model);
    }

    /** A page that says what is wrong with the form that was sent. */
    static DeskAnswer wrong(Object model) {
        return new Shown(422, model);
    }

    /** The form has been carried out, as a page says. */
    static DeskAnswer done(String address) {
        return new Done(address);
    }
}
