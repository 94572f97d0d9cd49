package org.efcevents.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.asset.AssetFolder;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.content.ContentException;
import org.efcevents.imports.Correction;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.FileImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SavedFiles;
import org.efcevents.migration.Divisions;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.TableFile;
import org.efcevents.undo.Editing;

/**
 * Brings the events of an old page, or of a table, into the archive. It is kept, what was read of it is looked over and corrected, and the events that
 * are ticked are made together, unpublished; they can be taken back together.
 */
final class ImportPage implements DeskPage {

    /** The parameter and field that name a page that was brought in. */
    static final String PAGE = "page";

    /** The parameter of the address that has the position of the first entry that is shown. */
    static final String FROM = "from";

    /** Of each entry that is shown: its fields are named so, with where it begins and the name of the field. */
    static final String ROW = "row.";

    private static final String IMPORT = "import";
    private static final String JOIN = "join";
    private static final String DIVIDE = "divide";
    private static final String NEXT = "next";

    /** The value of a button that says something of where an event begins. */
    private static final Pattern BUTTON = Pattern.compile("(?<at>\\d{1,9})\\.(?<position>\\d{1,6})");

    /** No more events are made at once. */
    private static final int MOST = 10_000;

    /** Tells which events a form has. */
    private static final Pattern SHOWN = Pattern.compile("(?<at>\\d{1,9})\\.(?:title|seen)");

    /** One of the screens, in their order. */
    public sealed interface Screen permits Choosing, ImportColumns, LookingOver, Made {

        /** The name by which the template knows it. */
        String step();
    }

    /**
     * A page is to be chosen.
     *
     * @param problems what is wrong with what was sent
     * @param text what was typed
     * @param title what it is called
     * @param address where it was
     * @param pages those that were brought in, the last first
     * @param latest what can be taken back
     */
    public record Choosing(
            List<Problem> problems,
            String text,
            String title,
            String address,
            List<KeptPage> pages,
            List<StepView> latest)
            implements Screen {
        @Override
        public String step() {
            return "choose";
        }
    }

    /**
     * What was read is looked over.
     *
     * @param problems what is wrong with what was sent
     * @param review what is shown of it
     */
    public record LookingOver(List<Problem> problems, ImportReview review) implements Screen {
        @Override
        public String step() {
            return "look";
        }
    }

    /**
     * Events were made.
     *
     * @param done what was done
     */
    public record Made(StepView done) implements Screen {

        /** Whether files were put into Magnolia's assets with them: the words of the step say where, and how many. */
        public boolean files() {
            return done.words().size() > 2;
        }

        @Override
        public String step() {
            return "done";
        }
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/import.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Optional<StepView> done = StepView.asked(request.archive().desk().contents(), request);
        if (done.isPresent()) {
            return DeskAnswer.shown(new Made(done.get()));
        }
        Optional<KeptPage> page = page(request, request.asked(PAGE).orElse(""));
        try {
            if (page.isPresent() && TableFile.isNamedSo(page.get().name())) {
                ImportTable table = ImportTable.of(request, page.get(), pages(request));
                if (!table.isRead() || request.asked(ImportColumns.COLUMNS).isPresent()) {
                    return DeskAnswer.shown(ImportColumns.of(table, table.reading(), List.of(), request));
                }
            }
            return DeskAnswer.shown(
                    page.isPresent()
                            ? new LookingOver(List.of(), ImportReview.of(proposals(request, page.get()), request))
                            : choosing(request, List.of()));
        } catch (RepositoryException e) {
            throw unreadable(e);
        } catch (UnreadableSource unreadable) {
            return DeskAnswer.wrong(choosing(request, List.of(problem(unreadable))));
        }
    }

    @Override
    public Optional<ChannelResponse> table(DeskRequest request) {
        return Optional.of(EventsTable.of(request));
    }

    private static KeptPages pages(DeskRequest request) {
        return new KeptPages(request.archive().desk().session());
    }

    private static Optional<KeptPage> page(DeskRequest request, String id) {
        try {
            return pages(request).page(id);
        } catch (RepositoryException e) {
            throw unreadable(e);
        }
    }

    private static ContentException unreadable(RepositoryException e) {
        return new ContentException("The pages that were brought in cannot be read: " + e.getMessage(), e);
    }

    private static Choosing choosing(DeskRequest request, List<Problem> problems) {
        try {
            return new Choosing(
                    problems,
                    request.typed(SentSource.TEXT),
                    request.typed(SentSource.TITLE),
                    request.typed(SentSource.ADDRESS),
                    pages(request).all(),
                    StepView.latest(EventImport.KIND, request.archive().desk().contents(), request));
        } catch (RepositoryException e) {
            throw unreadable(e);
        }
    }

    private static Proposals proposals(DeskRequest request, KeptPage page) throws UnreadableSource {
        try {
            KeptPages pages = pages(request);
            SavedFiles files = SavedFiles.of(page.name(), pages.content(page));
            return Proposals.of(
                    page,
                    ImportTable.source(request, page, pages, files),
                    files,
                    pages,
                    request.archive().desk().contents(),
                    request.timeZone(),
                    request.locale());
        } catch (RepositoryException e) {
            throw unreadable(e);
        }
    }

    private static Problem problem(UnreadableSource unreadable) {
        return new Problem(SentSource.FILE, unreadable.message(), unreadable.about());
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        try {
            if (request.isChosen(StepView.TAKE_BACK)) {
                Contents contents = request.archive().desk().contents();
                return Optional.of(StepView.done(
                        this,
                        StepView.takeBack(contents, request, (editing, step) -> new KeptPages(editing.session())
                                        .forget(step.id()))
                                .id()));
            }
            Optional<KeptPage> page = page(request, request.typed(PAGE));
            return Optional.of(page.isPresent() ? carriedOn(request, page.get()) : broughtIn(request));
        } catch (ChangeRefused refused) {
            return Optional.of(DeskAnswer.wrong(choosing(request, List.of(refused.problem()))));
        } catch (UnreadableSource unreadable) {
            return Optional.of(DeskAnswer.wrong(choosing(request, List.of(problem(unreadable)))));
        }
    }

    private DeskAnswer broughtIn(DeskRequest request) throws ChangeRefused, UnreadableSource {
        SentSource sent = SentSource.of(request);
        List<Problem> problems = sent.problems();
        if (!problems.isEmpty()) {
            return DeskAnswer.wrong(choosing(request, problems));
        }
        byte[] keeping = ImportTable.checked(request, sent.content());
        KeptPage kept = request.changes().together(editing -> {
            KeptPages pages = new KeptPages(editing.session());
            Optional<KeptPage> before = pages.same(keeping, sent.title());
            return before.isPresent()
                    ? before.get()
                    : pages.add(
                            keeping,
                            request.form().fileName(),
                            sent.title(),
                            sent.address(),
                            request.user(),
                            editing.now());
        });
        return looking(kept, "");
    }

    private DeskAnswer looking(KeptPage page, String rest) {
        return DeskAnswer.done(address(page) + rest);
    }

    private String address(KeptPage page) {
        return DeskPages.path(this) + ".html?" + PAGE + "=" + page.id();
    }

    private DeskAnswer carriedOn(DeskRequest request, KeptPage page) throws ChangeRefused, UnreadableSource {
        if (request.isChosen(ImportColumns.COLUMNS) && TableFile.isNamedSo(page.name())) {
            try {
                return ImportColumns.lookedOver(request, ImportTable.of(request, page, pages(request)), address(page));
            } catch (RepositoryException e) {
                throw unreadable(e);
            }
        }
        Map<Integer, Correction> corrections = corrections(request);
        Divisions divisions = divisions(request, page);
        request.changes().together(editing -> {
            KeptPages pages = new KeptPages(editing.session());
            pages.correct(page, corrections);
            pages.divide(page, divisions);
            return page;
        });
        if (!request.isChosen(IMPORT)) {
            return looking(page, rest(request));
        }
        KeptPage corrected = page(request, page.id()).orElse(page);
        Proposals proposals = proposals(request, corrected);
        List<Problem> problems = problems(proposals);
        if (problems.isEmpty()) {
            try {
                AssetFolder folder = ReviewedFiles.chosen(corrected, request);
                return StepView.done(
                        this,
                        request.changes()
                                .together(editing -> make(request, corrected, proposals, folder, editing), folder));
            } catch (ChangeRefused refused) {
                problems.add(refused.problem());
            }
        }
        return DeskAnswer.wrong(new LookingOver(problems, ImportReview.of(proposals, request)));
    }

    /** With what the button says that was pressed, if it says anything of where events begin. */
    private static Divisions divisions(DeskRequest request, KeptPage page) {
        Matcher joined = BUTTON.matcher(request.typed(JOIN));
        Matcher divided = BUTTON.matcher(request.typed(DIVIDE));
        if (joined.matches()) {
            return page.divisions().join(Integer.parseInt(joined.group("at")));
        }
        String place = divided.matches() ? request.typed(ROW + divided.group("at") + "." + DIVIDE) : "";
        return place.matches("\\d{1,9}") ? page.divisions().divide(Integer.parseInt(place)) : page.divisions();
    }

    /** Where to go on: at the event that something was said of, or from the next ones, or from the same. */
    private static String rest(DeskRequest request) {
        String from = request.isChosen(NEXT) ? request.typed(NEXT) : request.typed(FROM);
        Matcher joined = BUTTON.matcher(request.typed(JOIN));
        Matcher divided = BUTTON.matcher(request.typed(DIVIDE));
        String event = joined.matches()
                ? "#entry-" + (Integer.parseInt(joined.group("position")) - 1)
                : divided.matches() ? "#entry-" + divided.group("position") : "";
        return "&" + FROM + "=" + from.replaceAll("\\D", "") + event;
    }

    private static Map<Integer, Correction> corrections(DeskRequest request) {
        Map<Integer, Correction> corrections = new LinkedHashMap<>();
        for (String name : request.typedBelow(ROW).keySet()) {
            Matcher row = SHOWN.matcher(name);
            if (row.matches()) {
                String field = ROW + row.group("at") + ".";
                corrections.put(
                        Integer.valueOf(row.group("at")),
                        new Correction(
                                request.isChosen(field + "take"),
                                said(request, field + "title"),
                                said(request, field + "date"),
                                said(request, field + "kind")));
            }
        }
        return corrections;
    }

    /** What was typed in a field; null if the form did not have it. */
    private static String said(DeskRequest request, String field) {
        return request.isChosen(field) ? request.typed(field) : null;
    }

    private static List<Problem> problems(Proposals proposals) {
        List<Problem> problems = new ArrayList<>();
        List<Proposal> taken = proposals.taken();
        if (taken.isEmpty()) {
            problems.add(Problem.of("", "efc.desk.import.unticked"));
        } else if (taken.size() > MOST) {
            problems.add(Problem.of("", "efc.desk.import.many", MOST));
        }
        for (Proposal proposal : taken) {
            String row = ROW + proposal.at();
            if (proposal.title().isEmpty()) {
                problems.add(Problem.of(row + ".title", "efc.desk.import.title.missing", proposal.position()));
            }
            if (proposal.stored().isEmpty()) {
                problems.add(
                        Problem.of(row + ".date", "efc.desk.import.date.wrong", proposal.date(), proposal.title()));
            }
        }
        return problems;
    }

    private static String make(
            DeskRequest request, KeptPage page, Proposals proposals, AssetFolder folder, Editing editing)
            throws RepositoryException {
        EventImport making = new EventImport(
                editing,
                page,
                request.archive().desk().eventNames(),
                request.archive().desk().contents(),
                request.timeZone(),
                folder == null ? FileImport.NONE : new FileImport(proposals.files(), folder));
        List<MadeEvent> made = new ArrayList<>();
        for (Proposal proposal : proposals.taken()) {
            made.add(making.carryOut(proposal));
        }
        List<String> words = new ArrayList<>(
                List.of(page.title(), Integer.toString(proposals.taken().size())));
        if (folder != null && folder.count() > 0) {
            words.addAll(List.of(folder.path(), Integer.toString(folder.count())));
        }
        String step = editing.keep(EventImport.KIND, words, List.of()).id();
        new KeptPages(editing.session()).addMade(page, made, step);
        return step;
    }
}
