package org.efcevents.address;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of page in the archive. Each has its own template. */
public enum PageKind {
    /** All events, or those that match filters. */
    ARCHIVE("archive", "/events", "efc.nav.events", false),
    /** An event. */
    EVENT("event", "/events", "efc.nav.events", true),
    /** All speakers. */
    SPEAKERS("speakers", "/speakers", "efc.nav.speakers", false),
    /** A speaker. */
    SPEAKER("speaker", "/speakers", "efc.nav.speakers", true),
    /** All work packages. */
    WORK_PACKAGES("workPackages", "/work-packages", "efc.nav.work-packages", false),
    /** A work package. */
    WORK_PACKAGE("workPackage", "/work-packages", "efc.nav.work-packages", true),
    /** A page composed by an editor. */
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
     * The kind of page that a template is for.
     *
     * @param template the name of a page template of the module, as its parameter {@code page} gives it
     * @throws IllegalArgumentException if there is no such kind
     */
    public static PageKind of(String template) {
        return Arrays.stream(values())
                .filter(kind -> kind.template.equals(template))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template parameter page is \"" + template
                        + "\": give one of "
                        + Arrays.stream(values()).map(kind -> kind.template).toList()));
    }

    /** The section that the page belongs to, such as {@code events}; {@code page} for a page outside the sections. */
    public String section() {
        return section.isEmpty() ? name().toLowerCase(Locale.ROOT) : section.substring(1);
    }

    /** The message key of the name of {@link #section()}. */
    public String sectionName() {
        return sectionName;
    }

    /** Whether the page is about a single thing, whose slug is in the address. */
    public boolean isSingle() {
        return single;
    }

    /** The path of the page after the language and without an extension, such as {@code /events/some-event}. */
    public String path(String slug) {
        return single ? section + "/" + slug : section;
    }
}
