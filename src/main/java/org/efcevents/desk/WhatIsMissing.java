package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.api.StrictQuery;
import org.efcevents.channel.ChannelContext;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.channel.CsvChannel;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;

/** The first page of the desk: what is missing in the archive, or wrong. */
final class WhatIsMissing implements DeskPage {

    /** The parameter that asks for one check. */
    private static final String CHECK = "check";

    /** The parameter that asks for the events of one year. */
    private static final String YEAR = "year";

    private static final Predicate<String> FOUR_DIGITS =
            Pattern.compile("[0-9]{4}").asMatchPredicate();

    private static final int MOST_OF_EACH = 10;

    private static final int MOST_OF_ONE = 500;

    private static final String ADMINCENTRAL = "/.magnolia/admincentral";

    /**
     * What it shows.
     *
     * @param groups what was found by each check that found something, the most serious first; of a check that was asked for, only that
     * @param chosen the check that was asked for; null for all
     * @param year the year of the events that were asked for; empty for everything
     * @param years the years in which there is something to tell of an event, the last one first
     */
    public record Found(List<Group> groups, Check chosen, String year, List<String> years) {

        /** What follows the name in the address for another year, or for everything. */
        public String query(String other) {
            return WhatIsMissing.query(chosen, other);
        }

        /** What follows the name in the address for another check. */
        public String query(Check other) {
            return WhatIsMissing.query(other, year);
        }
    }

    /**
     * What a check has found.
     *
     * @param check the check
     * @param count how much it has found
     * @param shown what is shown of it
     */
    public record Group(Check check, int count, List<Finding> shown) {

        /** Whether there is more to say of each than what it is. */
        public boolean isDetailed() {
            return shown.stream().anyMatch(finding -> !finding.detail().isEmpty());
        }

        /** Where the person of a finding, who may be there twice, can be merged with the first of the others; null for other checks. */
        public String merge(Finding finding) {
            return check == Check.SPEAKER_TWICE
                    ? "/desk/merge.html?keep=" + finding.id() + "&merge="
                            + finding.detail().split(", ")[0]
                    : null;
        }

        /** Where the event of a finding can be published with what it needs; null for other checks. */
        public String publish(Finding finding) {
            return check == Check.PART_NOT_PUBLISHED || check == Check.FILE_NOT_PUBLISHED
                    ? PublishPage.address(finding.id())
                    : null;
        }

        /** Whether more was found than is shown. */
        public boolean isCut() {
            return shown.size() < count;
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/missing.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Check chosen = chosen(request);
        String year = request.asked(YEAR).filter(FOUR_DIGITS).orElse("");
        List<Finding> all = findings(request.context());
        Map<Check, List<Finding>> byCheck = new EnumMap<>(Check.class);
        asked(all, chosen, year).forEach(finding -> byCheck.computeIfAbsent(finding.check(), first -> new ArrayList<>())
                .add(finding));
        int most = chosen == null ? MOST_OF_EACH : MOST_OF_ONE;
        return DeskAnswer.shown(new Found(
                byCheck.entrySet().stream()
                        .map(found -> new Group(
                                found.getKey(),
                                found.getValue().size(),
                                found.getValue().stream().limit(most).toList()))
                        .toList(),
                chosen,
                year,
                asked(all, chosen, "")
                        .filter(finding -> finding.year() != 0)
                        .map(WhatIsMissing::year)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList()));
    }

    private static Check chosen(DeskRequest request) {
        return request.parameters().getOrDefault(CHECK, List.of()).stream()
                .flatMap(key -> Check.of(key).stream())
                .findFirst()
                .orElse(null);
    }

    private static Stream<Finding> asked(List<Finding> all, Check check, String year) {
        return all.stream()
                .filter(finding -> check == null || finding.check() == check)
                .filter(finding -> year.isEmpty() || year(finding).equals(year));
    }

    private static String year(Finding finding) {
        return String.format(Locale.ROOT, "%04d", finding.year());
    }

    private static String query(Check check, String year) {
        String query = Stream.of(
                        check == null ? "" : CHECK + "=" + check.key(), year.isEmpty() ? "" : YEAR + "=" + year)
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static List<Finding> findings(ChannelContext context) {
        return context.archive()
                .desk()
                .findings(context.addresses().byLanguage().keySet());
    }

    @Override
    public Optional<ChannelResponse> table(DeskRequest request) {
        ChannelContext context = request.context();
        StrictQuery query = new StrictQuery(context.query(), List.of(CHECK, YEAR));
        query.oneOf(CHECK, () -> Arrays.stream(Check.values()).map(Check::key).toList());
        String year = query.value(YEAR);
        if (!year.isEmpty() && !FOUR_DIGITS.test(year)) {
            query.wrong(YEAR, year, "Give a year of four digits.", List.of());
        }
        return Optional.of(query.objection(context.addresses(), "/desk.csv")
                .map(ChannelResponse::of)
                .orElseGet(() -> CsvChannel.table("desk.csv", rows(context, chosen(request), year))));
    }

    private static List<List<String>> rows(ChannelContext context, Check check, String year) {
        return WrittenFindings.table(
                asked(findings(context), check, year), context.origin() + context.contextPath() + ADMINCENTRAL);
    }
}
