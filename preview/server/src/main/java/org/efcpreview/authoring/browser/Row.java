package org.efcpreview.authoring.browser;

import java.util.List;

/**
 * An item in a list or a tree, ready to be printed.
 *
 * @param path where it lies
 * @param title what the user reads for its name
 * @param depth how deep it lies below the root of the app, from 0
 * @param folder whether the app shows something below it
 * @param open whether that is shown
 * @param toggle where it is opened or closed; empty if there is nothing to open
 * @param link what its title leads to, from the start of the authoring UI
 * @param more where everything is that can be done with it
 * @param deleted whether it is marked as deleted
 * @param current whether it is where the user is
 * @param selected whether its box is ticked
 * @param cells one for each column
 */
public record Row(
        String path,
        String title,
        int depth,
        boolean folder,
        boolean open,
        String toggle,
        String link,
        String more,
        boolean deleted,
        boolean current,
        boolean selected,
        List<Cell> cells) {

    /**
     * What a column says of an item.
     *
     * @param kind {@code title}, {@code status}, {@code path}, {@code date} or {@code property}
     * @param text what the user reads; empty for nothing
     * @param detail for a status {@code published}, {@code modified} or {@code unpublished}; for a date its machine form
     */
    public record Cell(String kind, String text, String detail) {}
}
