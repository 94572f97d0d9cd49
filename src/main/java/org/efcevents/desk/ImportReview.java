package org.efcevents.desk;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.archive.Contents;
import org.efcevents.calendarfile.CalendarReader;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.spreadsheet.TableFile;

/**
 * What a source states, as an editor looks it over.
 *
 * @param page the source
 * @param kind what it is: {@code page}, {@code table} or {@code calendar}
 * @param total how many events the source has
 * @param taken how many of all are to be imported
 * @param changing how many of these are there already, and would be changed
 * @param filters the parts of the events that can be shown alone
 * @param only the key of the one that is shown; empty if all events are
 * @param shown the events that are shown
 * @param elsewhere of the fields with a problem that are not shown, the positions of their events
 * @param countries the names of all countries, to choose from
 * @param maybeOne pairs of people who may be one
 * @param unread what of the source is in no event, and is not known as furniture
 * @param files the pictures and documents of its events
 * @param gone events that were imported of it before, and that it does not have any more
 * @param languages in one of which the source is, as its texts are imported; none of a table, which says it of each column
 * @param missing the name of the language that it is in, where the site does not have it; else empty
 * @param kept whether corrections have just been kept
 */
public record ImportReview(
        KeptPage page,
        String kind,
        int total,
        int taken,
        int changing,
        List<ReviewFilter.Count> filters,
        String only,
        Shown shown,
        Map<String, Integer> elsewhere,
        List<String> countries,
        List<List<NamedPerson>> maybeOne,
        List<String> unread,
        ReviewedFiles files,
        List<StepView.Entry> gone,
        List<Choice> languages,
        String missing,
        boolean kept) {

    /** So many events are shown at once. */
    private static final int MOST = 50;

    private static final String TABLE = "table";

    /** So much of a text tells whether it is a calendar, in UTF-16 units. */
    private static final int BEGINNING = 2500;

    /**
     * The events that are shown.
     *
     * @param rows in their order
     * @param from the position of the first of them
     * @param previous the position from which those before can be shown; 0 if there are none
     * @param next the position of the first event that is not shown any more; 0 if there is none
     * @param first the number of the first of them among all of which they are a part
     * @param all how many these are
     */
    public record Shown(List<ReviewedEvent> rows, int from, int previous, int next, int first, int all) {

        /** Whether there are others of the same. */
        public boolean isPart() {
            return previous != 0 || next != 0;
        }

        /** The number of the last of them. */
        public int last() {
            return first + rows.size() - 1;
        }
    }

    /** The events that are shown. */
    public List<ReviewedEvent> rows() {
        return shown.rows();
    }

    /** Whether it is a table, the columns of which can be looked over again. */
    public boolean isTable() {
        return kind.equals(TABLE);
    }

    private static String kind(KeptPage page, Source source) {
        return kind(
                page,
                source.text()
                        .substring(0, Math.min(BEGINNING, source.text().length()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** See {@link #kind()}. */
    static String kind(KeptPage page, byte[] content) {
        if (TableFile.isNamedSo(page.name())) {
            return TABLE;
        }
        return CalendarReader.isCalendar(content) ? "calendar" : "page";
    }

    /**
     * Shows a source: the events that are asked for, or, where something is wrong, the first that is.
     *
     * @param problems what is wrong with what was sent
     */
    static ImportReview of(Proposals proposals, List<Problem> problems, DeskRequest request) {
        Map<String, Integer> wrong = wrong(proposals, problems);
        Optional<ReviewFilter> filter = ReviewFilter.asked(request);
        List<Proposal> all = filter.map(one -> one.of(proposals)).orElse(proposals.all());
        if (!wrong.isEmpty() && !positions(all).containsAll(wrong.values())) {
            filter = Optional.empty();
            all = proposals.all();
        }
        int start = start(all, wrong.values(), request);
        List<Proposal> shown = all.subList(start, Math.min(start + MOST, all.size()));
        Map<String, Integer> elsewhere = new HashMap<>(wrong);
        elsewhere.values().removeAll(positions(shown));
        Contents contents = request.archive().desk().contents();
        Source source = proposals.source();
        return new ImportReview(
                proposals.page(),
                kind(proposals.page(), source),
                proposals.all().size(),
                proposals.taken().size(),
                (int) proposals.taken().stream().filter(Proposal::isChange).count(),
                ReviewFilter.counts(proposals, filter),
                filter.map(ReviewFilter::key).orElse(""),
                new Shown(
                        shown.stream()
                                .map(proposal -> ReviewedEvent.of(proposal, proposals, contents, request))
                                .toList(),
                        shown.isEmpty() ? 1 : shown.get(0).position(),
                        start == 0 ? 0 : all.get(Math.max(0, start - MOST)).position(),
                        start + MOST < all.size() ? all.get(start + MOST).position() : 0,
                        start + 1,
                        all.size()),
                Map.copyOf(elsewhere),
                countries(request.locale()),
                NamedPerson.maybeOne(source, request.locale()),
                source.account().stream()
                        .filter(part -> part.use() == Use.UNREAD && part.event() == 0)
                        .map(part -> part.passage().in(source.text()))
                        .toList(),
                ReviewedFiles.of(proposals, request),
                proposals.gone().stream()
                        .flatMap(id -> contents.with(id).stream())
                        .map(event -> StepView.Entry.of(event, request.locale()))
                        .toList(),
                languages(kind(proposals.page(), source), source, request),
                source.language().missing()
                        ? name(Locale.forLanguageTag(source.language().written()), request)
                        : "",
                request.asked(ReviewForm.KEPT).isPresent());
    }

    /** Of a source that does not tell the language of each text itself. */
    private static List<Choice> languages(String kind, Source source, DeskRequest request) {
        Locale fields = source.language().fields().orElse(request.languages().get(0));
        boolean translated =
                source.language().fields().isEmpty() && source.events().stream().anyMatch(StatedEvent::hasTranslations);
        return kind.equals(TABLE) || translated || request.languages().size() < 2
                ? List.of()
                : request.languages().stream()
                        .map(locale -> new Choice(locale.getLanguage(), name(locale, request), locale.equals(fields)))
                        .toList();
    }

    private static String name(Locale language, DeskRequest request) {
        return language.getDisplayLanguage(request.locale());
    }

    private static List<String> countries(Locale locale) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(locale))
                .sorted(Collator.getInstance(locale))
                .toList();
    }

    private static Set<Integer> positions(List<Proposal> proposals) {
        return proposals.stream().map(Proposal::position).collect(Collectors.toSet());
    }

    /** The positions of the events that something is wrong with, by the fields that it is about. */
    private static Map<String, Integer> wrong(Proposals proposals, List<Problem> problems) {
        Map<String, Integer> byRow = new HashMap<>();
        proposals.all().forEach(proposal -> byRow.put(ReviewForm.ROW + proposal.at(), proposal.position()));
        Map<String, Integer> wrong = new HashMap<>();
        for (Problem problem : problems) {
            Integer position = byRow.get(problem.field().replaceFirst("\\.[^.]*$", ""));
            if (position != null) {
                wrong.put(problem.field(), position);
            }
        }
        return wrong;
    }

    /**
     * The index of the first event that is shown.
     *
     * @param wrong the positions of those that something is wrong with
     */
    private static int start(List<Proposal> all, Collection<Integer> wrong, DeskRequest request) {
        int from = Optional.of(request.asked(ReviewForm.FROM).orElseGet(() -> request.typed(ReviewForm.FROM)))
                .filter(typed -> typed.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        int start = index(all, from);
        if (wrong.isEmpty()) {
            return start;
        }
        int first = index(all, Collections.min(wrong));
        return first < start || first >= start + MOST ? first / MOST * MOST : start;
    }

    /** The index of the first event at a position or after it; of the last one, if there is none. */
    private static int index(List<Proposal> all, int position) {
        int index = 0;
        while (index < all.size() - 1 && all.get(index).position() < position) {
            index++;
        }
        return index;
    }
}
