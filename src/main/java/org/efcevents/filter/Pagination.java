package org.efcevents.filter;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pages of a result, one of which is shown.
 *
 * @param filter the filter, with the number of the page shown
 * @param size the number of events per page, at least one
 * @param count the number of pages, at least one
 */
public record Pagination(ArchiveFilter filter, int size, int count) {

    /**
     * The number of events per page of {@code /events.json} where its parameter {@code size} does not say another. Pages
     * of the archive show as many as the template parameter {@code pageSize} says (includes/page-parameters.yaml).
     */
    public static final int DEFAULT_SIZE = 30;

    private static final int NEIGHBOURS = 2;

    /**
     * A link to a page.
     *
     * @param number the number of the page, from 1
     * @param current whether it is the page shown
     * @param afterGap whether the links to the pages before it are left out
     * @param query the query string of the page
     */
    public record PageLink(int number, boolean current, boolean afterGap, String query) {}

    /** The pages of a number of events, {@code size} on each. */
    public static Pagination of(ArchiveFilter filter, int size, int events) {
        return new Pagination(filter, size, Math.max(1, (events + size - 1) / size));
    }

    /** Whether the requested page exists. */
    public boolean exists() {
        return filter.page() >= 1 && filter.page() <= count;
    }

    /** The part of the result that is on the page. */
    public <T> List<T> cut(List<T> result) {
        int from = (filter.page() - 1) * size;
        return result.subList(from, Math.min(result.size(), from + size));
    }

    /** The query string of the previous page; null on the first. */
    public String previous() {
        return filter.page() == 1 ? null : filter.onPage(filter.page() - 1).query();
    }

    /** The query string of the next page; null on the last. */
    public String next() {
        return filter.page() == count ? null : filter.onPage(filter.page() + 1).query();
    }

    /** Links to the first and last page, the page shown and its neighbours. */
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
