package org.efcevents.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.asset.AssetFolder;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.content.ContentException;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.FileImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SavedFiles;
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

    private static final String IMPORT = "import";

    /** The parameter that asks whether a source is to be removed, and the field that says so. */
    private static final String REMOVE = "remove";

    /** The parameter that says that one was. */
    private static final String REMOVED = "removed";

    /** No more events are made at once. */
    private static final int MOST = 10_000;

    /** One of the screens, in their order. */
    public sealed interface Screen permits Choosing, ImportColumns, LookingOver, Removing, Made {

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
     * @param removed whether one of them has just been removed
     * @param latest what can be taken back
     */
    public record Choosing(
            List<Problem> problems,
            String text,
            String title,
            String address,
            List<KeptSource> pages,
            boolean removed,
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

        static LookingOver of(List<Problem> problems, Proposals proposals, DeskRequest request) {
            return new LookingOver(problems, ImportReview.of(proposals, problems, request));
        }

        @Override
        public String step() {
            return "look";
        }
    }

    /**
     * Whether a source is really to be removed.
     *
     * @param source that source
     * @param kind see {@link ImportReview#kind()}
     */
    public record Removing(KeptSource source, String kind) implements Screen {
        @Override
        public String step() {
            return REMOVE;
        }
    }

    /**
     * Events were made.
     *
     * @param done what was done
     * @param before whether that was before: there was nothing left to import
     */
    public record Made(StepView done, boolean before) implements Screen {

        /** Whether files were put into Magnolia's assets with them: the words of the step say where, and how many. */
        public boolean files() {
            return done.words().size() > 2;
        }

        /** Where the Assets app shows the folder that they are in. */
        public String folder() {
            return "#app:dam:jcrBrowser;" + done.words().get(2) + ":";
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
    public List<String> messages() {
        return FieldWords.keys();
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Optional<StepView> done = StepView.asked(request.archive().desk().contents(), request);
        if (done.isPresent()) {
            return DeskAnswer.shown(
                    new Made(done.get(), request.asked(StepView.BEFORE).isPresent()));
        }
        Optional<KeptPage> removing = page(request, request.asked(REMOVE).orElse(""));
        Optional<KeptPage> page = page(request, request.asked(PAGE).orElse(""));
        try {
            if (removing.isPresent()) {
                return DeskAnswer.shown(new Removing(
                        KeptSource.of(removing.get(), request),
                        ImportReview.kind(removing.get(), pages(request).content(removing.get()))));
            }
            if (page.isPresent() && TableFile.isNamedSo(page.get().name())) {
                ImportTable table = ImportTable.of(request, page.get(), pages(request));
                if (!table.isRead() || request.asked(ImportColumns.COLUMNS).isPresent()) {
                    return DeskAnswer.shown(ImportColumns.of(table, table.reading(), List.of(), request));
                }
            }
            return DeskAnswer.shown(
                    page.isPresent()
                            ? LookingOver.of(List.of(), proposals(request, page.get()), request)
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
                    pages(request).all().stream()
                            .map(page -> KeptSource.of(page, request))
                            .toList(),
                    request.asked(REMOVED).isPresent(),
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
            if (request.isChosen(REMOVE)) {
                return Optional.of(removed(request));
            }
            Optional<KeptPage> page = page(request, request.typed(PAGE));
            return Optional.of(page.isPresent() ? carriedOn(request, page.get()) : broughtIn(request));
        } catch (ChangeRefused refused) {
            return Optional.of(DeskAnswer.wrong(choosing(request, List.of(refused.problem()))));
        } catch (UnreadableSource unreadable) {
            return Optional.of(DeskAnswer.wrong(choosing(request, List.of(problem(unreadable)))));
        }
    }

    private DeskAnswer removed(DeskRequest request) throws ChangeRefused {
        request.changes().together(editing -> {
            KeptPages pages = new KeptPages(editing.session());
            Optional<KeptPage> page = pages.page(request.typed(REMOVE));
            if (page.isPresent()) {
                pages.remove(page.get());
            }
            return page;
        });
        return DeskAnswer.done(DeskPages.path(this) + ".html?" + REMOVED + "=yes");
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
        ReviewForm form = new ReviewForm(request);
        request.changes().together(editing -> {
            KeptPages pages = new KeptPages(editing.session());
            pages.correct(page, form.corrections());
            pages.divide(page, form.divisions(page));
            return page;
        });
        if (!request.isChosen(IMPORT)) {
            return looking(page, form.goingOn());
        }
        KeptPage corrected = page(request, page.id()).orElse(page);
        Proposals proposals = proposals(request, corrected);
        if (proposals.taken().isEmpty()
                && form.isTicked()
                && corrected.made().stream().limit(1).anyMatch(made -> StepView.step(made.step(), request)
                        .isPresent())) {
            // The same form was sent before.
            return DeskAnswer.done(DeskPages.path(this) + ".html?" + StepView.DONE + "="
                    + corrected.made().get(0).step() + "&" + StepView.BEFORE + "=yes");
        }
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
        return DeskAnswer.wrong(LookingOver.of(problems, proposals, request));
    }

    private static List<Problem> problems(Proposals proposals) {
        List<Problem> problems = new ArrayList<>();
        List<Proposal> taken = proposals.taken();
        if (taken.isEmpty()) {
            problems.add(Problem.of("", "efc.desk.import.unticked"));
        } else if (taken.size() > MOST) {
            problems.add(Problem.of("", "efc.desk.import.many", MOST));
        }
        taken.stream().filter(proposal -> !proposal.isRight()).forEach(proposal -> {
            String row = ReviewForm.ROW + proposal.at();
            if (proposal.title().isEmpty()) {
                problems.add(Problem.of(row + ".title", "efc.desk.import.title.missing", proposal.position()));
            }
            if (proposal.stored().isEmpty()) {
                problems.add(
                        Problem.of(row + ".date", "efc.desk.import.date.wrong", proposal.date(), proposal.title()));
            }
            if (proposal.place().code().isEmpty()) {
                problems.add(Problem.of(
                        row + ".country",
                        "efc.desk.import.country.wrong",
                        proposal.place().country(),
                        proposal.title()));
            }
        });
        return problems;
    }

    private static String make(
            DeskRequest request, KeptPage page, Proposals proposals, AssetFolder folder, Editing editing)
            throws RepositoryException, ChangeRefused {
        EventImport making = new EventImport(
                editing,
                page,
                request.archive().desk().eventNames(),
                request.archive().desk().contents(),
                request.timeZone(),
                folder == null ? FileImport.NONE : new FileImport(proposals.files(), folder));
        List<MadeEvent> made = new ArrayList<>();
        for (Proposal proposal : proposals.taken(folder != null)) {
            made.add(making.carryOut(proposal));
        }
        if (made.isEmpty()) {
            throw new ChangeRefused("efc.desk.import.unticked.files");
        }
        List<String> words = new ArrayList<>(List.of(page.title(), Integer.toString(made.size())));
        if (folder != null && folder.count() > 0) {
            words.addAll(List.of(folder.path(), Integer.toString(folder.count())));
        }
        String step = editing.keep(EventImport.KIND, words, List.of()).id();
        new KeptPages(editing.session()).addMade(page, made, step);
        return step;
    }
}
