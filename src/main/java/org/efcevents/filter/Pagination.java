package org.efcevents.filter;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A result's pages, of which one is shown.
 *
 * @param filter what was asked, with the shown page's number
 * @param size how many events a page shows, at least one
 * @param count how many pages there are, at least one
 */
public record Pagination(ArchiveFilter filter, int size, int count) {

    /** How many events a page shows where nobody says otherwise. */
    public static final int EVENTS = 30;

    private static final int NEIGHBOURS = 2;

    /**
     * A page's link.
     *
     * @param number its number, from 1
     * @param current whether it is shown now
     * @param afterGap whether pages before it are left out
     * @param query the query string of its address
     */
    public record PageLink(int number, boolean current, boolean afterGap, String query) {}

    /** The pages of so many events, {@code size} on each. */
    public static Pagination of(ArchiveFilter filter, int size, int events) {
        return new Pagination(filter, size, Math.max(1, (events + size - 1) / size));
    }

    /** Whether the page that was asked for is there. */
    public boolean exists() {
        return filter.page() >= 1 && filter.page() <= count;
    }

    /** The part of the result that the page shows. */
    public <T> List<T> cut(List<T> result) {
        int from = (filter.page() - 1) * size;
        return result.subList(from, Math.min(result.size(), from + size));
    }

    /** The query string of the page before; null on the first. */
    public String previous() {
        return filter.page() == 1 ? null : filter.onPage(filter.page() - 1).query();
    }

    /** The query string of the page after; null on the last. */
    public String next() {
        return filter.page() == count ? null : filter.onPage(filter.page() + 1).query();
    }

    /** The first page, the last, the shown one and those about it. */
    public List<PageLink> links() {
        int current = filter.page();
        int[] numbers = IntStream.rangeClosed(1, count)
                .filter(number -> number == 1 || number == count || Math.abs(number - current) <= NEIGHBOURS)
                .toArray();
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> new PageLink(
                        numbers[i],
                        numbers[i] == current,
                        i > 0 && numbers[i] > numbers[i - 1] + 1,
                        filter.onPage(numbers[i]).query()))
                .toList();
    }
}
