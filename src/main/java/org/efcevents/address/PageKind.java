package org.efcevents.address;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of page that the archive has, each with a template of its own. */
public enum PageKind {
    /** All events, or those that filters leave. */
    ARCHIVE("archive", "/events", "efc.nav.events", false),
    /** One event. */
    EVENT("event", "/events", "efc.nav.events", true),
    /** Everybody. */
    SPEAKERS("speakers", "/speakers", "efc.nav.speakers", false),
    /** One person. */
    SPEAKER("speaker", "/speakers", "efc.nav.speakers", true),
    /** All work packages. */
    WORK_PACKAGES("workPackages", "/work-packages", "efc.nav.work-packages", false),
    /** One work package. */
    WORK_PACKAGE("workPackage", "/work-packages", "efc.nav.work-packages", true),
    /** A page of an editor's own making. */
    PAGE("page", "", "efc.site.name", false);

    private final String template;
    private final String section;
    private final String sectionName;
    private final boolean single;

    PageKind(String template, String section, String sectionName, boolean single) {
        this.template = template;
        this.section = section;
        this.sectionName = sectionName;
        this.single = single;
    }

    /**
     * The kind of a template.
     *
     * @param template the name of a page template of the module, as its parameter {@code page} gives it
     * @throws IllegalArgumentException if there is none of that name
     */
    public static PageKind of(String template) {
        return Arrays.stream(values())
                .filter(kind -> kind.template.equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template parameter page is \"" + template
                        + "\": give one of "
                        + Arrays.stream(values()).map(kind -> kind.template).toList()));
    }

    /** The part of the archive that the page belongs to, such as {@code events}; {@code page} for one that belongs to none. */
    public String section() {
        return section.isEmpty() ? name().toLowerCase(Locale.ROOT) : section.substring(1);
    }

    /** The key of the message that names {@link #section()}. */
    public String sectionName() {
        return sectionName;
    }

    /** Whether the page is about one thing, which its address names. */
    public boolean isSingle() {
        return single;
    }

    /** What follows the language in the address of the page, without an ending, such as {@code /events/some-event}. */
    public String path(String slug) {
        return single ? section + "/" + slug : section;
    }
}
