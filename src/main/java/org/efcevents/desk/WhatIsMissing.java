package org.efcevents.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private static final int MOST_OF_EACH = 10;

    private static final int MOST_OF_ONE = 500;

    private static final String ADMINCENTRAL = "/.magnolia/admincentral";

    /**
     * What it shows.
     *
     * @param groups what was found by each check that found something, the most serious first; of a check that was asked for, only that
     * @param chosen the check that was asked for; null for all
     */
    public record Found(List<Group> groups, Check chosen) {}

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
        List<String> asked = request.parameters().getOrDefault(CHECK, List.of());
        Check chosen = asked.stream()
                .flatMap(key -> Check.of(key).stream())
                .findFirst()
                .orElse(null);
        Map<Check, List<Finding>> byCheck = new EnumMap<>(Check.class);
        findings(request.context()).stream()
                .filter(finding -> chosen == null || finding.check() == chosen)
                .forEach(finding -> byCheck.computeIfAbsent(finding.check(), first -> new ArrayList<>())
                        .add(finding));
        int most = chosen == null ? MOST_OF_EACH : MOST_OF_ONE;
        return DeskAnswer.shown(new Found(
                byCheck.entrySet().stream()
                        .map(found -> new Group(
                                found.getKey(),
                                found.getValue().size(),
                                found.getValue().stream().limit(most).toList()))
                        .toList(),
                chosen));
    }

    private static List<Finding> findings(ChannelContext context) {
        return context.archive()
                .desk()
                .findings(context.addresses().byLanguage().keySet());
    }

    @Override
    public Optional<ChannelResponse> table(DeskRequest request) {
        ChannelContext context = request.context();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("check", "severity", "type", "title", "path", "detail", "since", "form"));
        for (Finding finding : findings(context)) {
            rows.add(List.of(
                    finding.check().key(),
                    finding.check().severity().key(),
                    finding.type().jcrName(),
                    finding.title(),
                    finding.path(),
                    finding.detail(),
                    Objects.toString(finding.since(), ""),
                    context.origin() + context.contextPath() + ADMINCENTRAL + finding.form()));
        }
        return Optional.of(new StrictQuery(context.query(), List.of())
                .objection(context.addresses(), "/desk.csv")
                .map(ChannelResponse::of)
                .orElseGet(() -> CsvChannel.table("desk.csv", rows)));
    }
}
