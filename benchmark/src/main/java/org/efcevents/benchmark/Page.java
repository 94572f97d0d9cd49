package org.efcevents.benchmark;

/** What visitors and programs ask for, and what it is compared with. */
public enum Page {
    /** What HTTP and the preview cost before a template prints anything. */
    EMPTY("An empty page", "/benchmark-empty.html"),
    /** FreeMarker's own share of the first page: the same template prints values that are in memory already. */
    LIMIT("The limit: the first page from values in memory", "/benchmark-limit.html"),
    /** The first page as a template makes it with {@code cmsfn.children}. */
    NAIVE("The naive way: cmsfn.children, sorted and counted in a template", "/benchmark-naive.html"),
    /** The first page, without facets, as a query that is ordered and limited makes it. */
    QUERY("The naive way: JCR-SQL2, ordered and limited, no facets", "/benchmark-query.html"),
    /** The first page with all its facets. */
    FIRST_PAGE("Archive, first page", "/events.html"),
    /** All events of a year, its first page. */
    YEAR("A year", "/events.html?year=2013"),
    /** The same of a work package. */
    WORK_PACKAGE_FILTER("Filtered by work package", "/events.html?workPackage=group-3"),
    /** Three filters at once. */
    COMBINATION("Three filters", "/events.html?year=2013&kind=training&workPackage=group-3"),
    /** One of the last pages. */
    DEEP_PAGE("A deep page", "/events.html?page=%d"),
    /** A word of one event in a hundred. */
    WORD("A rare word", "/events.html?q=hotline"),
    /** A word of half of the events. */
    COMMON_WORD("A common word", "/events.html?q=networks"),
    /** An event with as many people as a conference has. */
    EVENT("An event with 20 participations", "/events/" + ArchiveWriter.LARGE_EVENT + ".html"),
    /** The speaker who has spoken most. */
    SPEAKER("A speaker", "/speakers/" + ArchiveWriter.SPEAKER + ".html"),
    /** A work package that a twelfth of all events belong to. */
    WORK_PACKAGE("A work package", "/work-packages/group-3.html"),
    /** The whole archive as a calendar. */
    CALENDAR("/events.ics, whole", "/events.ics"),
    /** The same, for a program that has it already. */
    CALENDAR_UNCHANGED("/events.ics, not changed (304)", "/events.ics"),
    /** The feed. */
    ATOM("/events.atom", "/events.atom"),
    /** The first page of the archive for programs. */
    JSON("/events.json", "/events.json"),
    /** What has changed, for programs that have the archive as it was. */
    JSON_CHANGES("/events.json, changes since", "/events.json?modifiedSince=2024-01-01&sort=changed"),
    /** The addresses of all pages, or of its parts. */
    SITEMAP("/sitemap.xml", "/sitemap.xml"),
    /** All speakers, its first page. */
    SPEAKERS("The speakers, first page", "/speakers.html"),
    /** Magnolia's own REST. */
    DELIVERY("Delivery endpoint, first page", "/.rest/delivery/efc-events/v1?limit=20"),
    /** What a program would have to ask there for what {@code /events.json} gives. */
    DELIVERY_NEWEST(
            "The naive way: delivery endpoint, newest first",
            "/.rest/delivery/efc-events/v1?limit=20&orderBy=start%20desc");

    private static final int EVENTS_ON_A_PAGE = 30;

    private final String label;
    private final String path;

    Page(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** What a reader of the results is told. */
    public String label() {
        return label;
    }

    /**
     * Its path and query.
     *
     * @param events how many were generated
     */
    String path(int events) {
        return path.replace("%d", Integer.toString(Math.max(2, events * 9 / 10 / EVENTS_ON_A_PAGE)));
    }

    /** Whether who asks has it already. */
    boolean isConditional() {
        return this == CALENDAR_UNCHANGED;
    }
}
