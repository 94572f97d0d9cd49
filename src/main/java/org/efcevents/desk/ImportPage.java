package org.efcevents.desk;

import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.asset.AssetFolder;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.content.ContentException;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SavedFiles;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.TableFile;

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

    static Proposals proposals(DeskRequest request, KeptPage page) throws UnreadableSource {
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
            if (form.language().isPresent()) {
                pages.setLanguage(page, form.language().get());
            }
            return page;
        });
        if (!request.isChosen(IMPORT)) {
            return looking(page, form.goingOn());
        }
        KeptPage corrected = page(request, page.id()).orElse(page);
        try {
            AssetFolder folder = ReviewedFiles.chosen(corrected, request);
            ImportRun run =
                    request.changes().together(editing -> ImportRun.of(request, corrected, folder, editing), folder);
            if (run.problems().isEmpty()) {
                return StepView.done(this, run.step());
            }
            // Whoever ticked what is there now has sent the same form before.
            Optional<String> before =
                    run.proposals().taken().isEmpty() && form.isTicked() ? lastStep(request, page) : Optional.empty();
            return before.isPresent()
                    ? DeskAnswer.done(DeskPages.path(this) + ".html?" + StepView.DONE + "=" + before.get() + "&"
                            + StepView.BEFORE + "=yes")
                    : DeskAnswer.wrong(LookingOver.of(run.problems(), run.proposals(), request));
        } catch (ChangeRefused refused) {
            List<Problem> problems = List.of(refused.problem());
            Optional<KeptPage> left = page(request, page.id());
            return DeskAnswer.wrong(
                    left.isPresent()
                            ? LookingOver.of(problems, proposals(request, left.get()), request)
                            : choosing(request, problems));
        } finally {
            request.progress().end(request.user());
        }
    }

    /** By which the last events of a source were made, if that is still known. */
    private static Optional<String> lastStep(DeskRequest request, KeptPage page) {
        return page(request, page.id()).stream()
                .flatMap(kept -> kept.made().stream().limit(1))
                .map(MadeEvent::step)
                .filter(step -> StepView.step(step, request).isPresent())
                .findFirst();
    }
}
