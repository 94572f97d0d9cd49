package org.efcevents.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.api.StrictQuery;
import org.efcevents.channel.ChannelContext;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.channel.CsvChannel;
import org.efcevents.date.TypedDate;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.Period;
import org.efcevents.report.Grouping;
import org.efcevents.report.Report;
import org.efcevents.report.ReportQuestion;
import org.efcevents.workpackage.WorkPackage;

/** What events add up to, for those who pay for them. */
final class Reports implements DeskPage {

    private static final String FROM = ArchiveFilter.FROM;
    private static final String TO = ArchiveFilter.TO;
    private static final String WORK_PACKAGE = Facet.WORK_PACKAGE.parameter();
    private static final String KIND = Facet.KIND.parameter();
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String OFF = "off";
    private static final String YES = "yes";
    private static final List<String> PARAMETERS = List.of(FROM, TO, WORK_PACKAGE, KIND, ROWS, COLUMNS, OFF);

    private static final String GONE = "efc.desk.reports.gone";
    private static final String WRONG = "efc.desk.reports.wrong";
    private static final String REVERSED = "efc.desk.reports.reversed";

    /**
     * What it shows.
     *
     * @param question what was asked for
     * @param groupings what the rows can be
     * @param workPackages those that can be asked for
     * @param kinds those that can be asked for
     * @param problems what is wrong with the question
     * @param result the report; null if the question is wrong
     */
    public record Shown(
            ReportQuestion question,
            List<Grouping> groupings,
            List<Choice> workPackages,
            List<Choice> kinds,
            List<Problem> problems,
            Result result) {}

    /**
     * A report.
     *
     * @param report what was counted
     * @param table as a table
     * @param notes what has to be said of the numbers
     * @param query what follows the name in the address of the table for other programs
     * @param file the address that has the spreadsheet in it
     */
    public record Result(Report report, ReportTable table, List<String> notes, String query, String file) {}

    /** The archive's work packages and kinds, and which of them were asked for. */
    private record Asked(DeskRequest request, List<WorkPackage> workPackages, List<String> kinds) {

        static Asked of(DeskRequest request) {
            return new Asked(
                    request, request.archive().workPackages(), request.archive().kinds());
        }

        private List<String> values(String parameter) {
            return request.parameters().getOrDefault(parameter, List.of());
        }

        ReportQuestion question() {
            Grouping rows = request.asked(ROWS).flatMap(Grouping::of).orElse(Grouping.YEAR);
            return new ReportQuestion(
                    Period.of(date(FROM), date(TO)),
                    workPackages.stream()
                            .filter(known -> values(WORK_PACKAGE).contains(known.slug()))
                            .map(WorkPackage::id)
                            .toList(),
                    kinds.stream().filter(values(KIND)::contains).toList(),
                    rows,
                    request.asked(COLUMNS)
                            .flatMap(Grouping::of)
                            .filter(columns -> columns != rows)
                            .orElse(null),
                    request.asked(OFF).isPresent());
        }

        private String date(String parameter) {
            return TypedDate.edtf(request.asked(parameter).orElse("").strip());
        }

        List<Choice> workPackageChoices() {
            return Choice.workPackages(request, values(WORK_PACKAGE));
        }

        List<Choice> kindChoices() {
            return Choice.kinds(request, values(KIND));
        }

        /** In the order in which the site has them. */
        Map<String, String> names(Report report) {
            Map<String, String> names = new LinkedHashMap<>();
            workPackages.forEach(known -> names.put(known.id(), known.label()));
            kinds.forEach(word -> names.put(word, Choice.kind(request, word)));
            report.events().stream()
                    .flatMap(counted -> counted.event().workPackages().stream())
                    .forEach(id -> names.putIfAbsent(id, request.messages().text(GONE)));
            return names;
        }
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/reports.ftl";
    }

    @Override
    public List<String> messages() {
        return Stream.of(ReportTable.keys(), ReportFile.keys(), List.of(GONE))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Asked asked = Asked.of(request);
        ReportQuestion question = asked.question();
        return DeskAnswer.shown(new Shown(
                question,
                List.of(Grouping.values()),
                asked.workPackageChoices(),
                asked.kindChoices(),
                problems(question.period()),
                question.isUnderstood() ? result(question, asked) : null));
    }

    private static List<Problem> problems(Period period) {
        List<Problem> problems = new ArrayList<>();
        Map.of(FROM, period.from(), TO, period.to()).forEach((field, date) -> {
            if (date.isWrong()) {
                problems.add(Problem.of(field, WRONG, date.typed()));
            }
        });
        if (period.isReversed()) {
            problems.add(
                    Problem.of(TO, REVERSED, period.to().typed(), period.from().typed()));
        }
        return problems;
    }

    private static Result result(ReportQuestion question, Asked asked) {
        ReportFile file = file(question, asked);
        String query = asked.request().context().query();
        return new Result(
                file.report(), file.table(), file.notes(), query.isEmpty() ? "" : "?" + query, file.address());
    }

    private static ReportFile file(ReportQuestion question, Asked asked) {
        DeskRequest request = asked.request();
        Report report = Report.of(
                request.archive().desk().events(),
                question,
                request.archive().entries().now(),
                request.timeZone());
        Map<String, String> names = asked.names(report);
        return new ReportFile(
                ReportTable.of(report, question, names, request.messages()),
                report,
                names,
                request.messages(),
                request.locale());
    }

    @Override
    public Optional<ChannelResponse> table(DeskRequest request) {
        ChannelContext context = request.context();
        Asked asked = Asked.of(request);
        StrictQuery query = new StrictQuery(context.query(), PARAMETERS);
        query.oneOf(ROWS, Grouping::keys);
        query.oneOf(COLUMNS, Grouping::keys);
        query.oneOf(OFF, () -> List.of(YES));
        query.allOf(
                WORK_PACKAGE,
                () -> asked.workPackages().stream().map(WorkPackage::slug).toList());
        query.allOf(KIND, asked::kinds);
        ReportQuestion question = asked.question();
        query.period(question.period());
        return Optional.of(query.objection(context.addresses(), "/desk/reports.csv")
                .map(ChannelResponse::of)
                .orElseGet(() ->
                        CsvChannel.table("reports.csv", file(question, asked).rows())));
    }
}
