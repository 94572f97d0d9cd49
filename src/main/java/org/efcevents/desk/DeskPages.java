package org.efcevents.desk;

import java.util.List;
import java.util.Optional;
import org.efcevents.archive.Archive;

/** The pages of the Archive desk, in the order of their navigation. */
public final class DeskPages {

    /** All there are. */
    public static final List<DeskPage> ALL = List.of(
            new WhatIsMissing(),
            new PublishPage(),
            new CopyPage(),
            new ChangePage(),
            new Reports(),
            new MergePage(),
            new ReplacePage(),
            new ImportPage());

    /** The selector of the archive's page that asks for the first page; that of another is this, a hyphen and its name. */
    private static final String SELECTOR = "desk";

    private DeskPages() {}

    /** Whether the desk is asked for, by a selector of the archive's page: a page that it has, or one that it has not. */
    public static boolean areAskedFor(String selector) {
        return selector.equals(SELECTOR) || selector.startsWith(SELECTOR + "-");
    }

    /** The page that is asked for; empty if there is none, or none for whoever asks. */
    public static Optional<DeskPage> of(String selector, Archive archive, boolean author) {
        return author && archive.desk().isOpen()
                ? ALL.stream()
                        .filter(page -> selector.equals(SELECTOR + (page.name().isEmpty() ? "" : "-" + page.name())))
                        .findFirst()
                : Optional.empty();
    }

    /** The path of a page's address after the language and without an extension, such as {@code /desk/copy}. */
    public static String path(DeskPage page) {
        return page.name().isEmpty() ? "/desk" : "/desk/" + page.name();
    }
}
