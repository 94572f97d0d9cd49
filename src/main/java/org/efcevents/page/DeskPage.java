package org.efcevents.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.efcevents.address.PageKind;
import org.efcevents.address.QueryString;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.archive.Archive;
import org.efcevents.channel.SiteDocument;
import org.efcevents.channel.Subject;
import org.efcevents.health.Check;
import org.efcevents.health.Finding;
import org.efcevents.message.Messages;

/**
 * The Archive desk: what is missing in the archive or wrong, for editors.
 *
 * @param groups what was found by each check that found something, the most serious first; of a check that was asked for, only that
 * @param chosen the check that was asked for; null for all
 */
public record DeskPage(List<Group> groups, Check chosen) implements Subject {

    /** The parameter that asks for one check. */
    private static final String CHECK = "check";

    private static final int MOST_OF_EACH = 10;

    private static final int MOST_OF_ONE = 500;

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

    /** Whether it is asked for, by a selector of the archive's page. */
    static boolean isAskedFor(String selector) {
        return selector.equals(SiteDocument.DESK_SELECTOR);
    }

    /** Whether it is there for whoever asks: for editors, and on an author instance alone. */
    static boolean isOpen(PageRequest request, Archive archive) {
        return request.author() && archive.desk().isOpen();
    }

    /** What is asked for, or a page that is not there. */
    static Subject of(PageRequest request, Archive archive) {
        if (!isOpen(request, archive)) {
            return new MissingPage(PageKind.ARCHIVE, false);
        }
        return of(
                request.isForPage()
                        ? archive.desk()
                                .findings(request.addresses().byLanguage().keySet())
                        : List.of(),
                request.query());
    }

    private static DeskPage of(List<Finding> findings, String query) {
        List<String> asked = QueryString.parse(query).parameters().getOrDefault(CHECK, List.of());
        Check chosen = asked.stream()
                .flatMap(key -> Check.of(key).stream())
                .findFirst()
                .orElse(null);
        Map<Check, List<Finding>> byCheck = new EnumMap<>(Check.class);
        findings.stream()
                .filter(finding -> chosen == null || finding.check() == chosen)
                .forEach(finding -> byCheck.computeIfAbsent(finding.check(), first -> new ArrayList<>())
                        .add(finding));
        int most = chosen == null ? MOST_OF_EACH : MOST_OF_ONE;
        return new DeskPage(
                byCheck.entrySet().stream()
                        .map(found -> new Group(
                                found.getKey(),
                                found.getValue().size(),
                                found.getValue().stream().limit(most).toList()))
                        .toList(),
                chosen);
    }

    @Override
    public PageKind kind() {
        return PageKind.ARCHIVE;
    }

    @Override
    public String path() {
        return "/desk";
    }

    @Override
    public String part(Messages messages) {
        return "";
    }

    @Override
    public String template() {
        return "/efc-events/templates/includes/desk.ftl";
    }

    @Override
    public JsonDocument json(JsonQuestion question) {
        return JsonDocument.of(ApiResponse.missing());
    }
}
