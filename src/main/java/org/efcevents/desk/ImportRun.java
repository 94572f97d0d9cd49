package org.efcevents.desk;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.RepositoryException;
import org.efcevents.asset.AssetFolder;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.FileImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.source.UnreadableSource;
import org.efcevents.undo.Editing;

/**
 * What became of the events of a source that were ticked.
 *
 * @param proposals what was proposed when it was carried out
 * @param problems why nothing was made of it
 * @param step by which it can be taken back; null if there are problems
 */
record ImportRun(Proposals proposals, List<Problem> problems, String step) {

    /** No more events are made at once. */
    private static final int MOST = 10_000;

    /**
     * Compares a source with what is there at that moment, as somebody may have imported the same since it was looked over, and makes what is ticked
     * without saving it.
     *
     * @param folder where its files are put; null if none are
     * @throws ChangeRefused if the source cannot be read, or nothing is left to make
     */
    static ImportRun of(DeskRequest request, KeptPage page, AssetFolder folder, Editing editing)
            throws RepositoryException, ChangeRefused {
        try {
            Proposals proposals = ImportPage.proposals(request, page);
            List<Problem> problems = problems(proposals);
            return new ImportRun(
                    proposals, problems, problems.isEmpty() ? make(request, page, proposals, folder, editing) : null);
        } catch (UnreadableSource unreadable) {
            throw new ChangeRefused(unreadable.message(), unreadable.about().toArray());
        }
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
                folder == null ? FileImport.NONE : new FileImport(proposals.files(), folder),
                proposals.source().language());
        List<MadeEvent> made = new ArrayList<>();
        List<Proposal> taken = proposals.taken(folder != null);
        request.progress().begin(request.user(), taken.size());
        for (Proposal proposal : taken) {
            made.add(making.carryOut(proposal));
            request.progress().step(request.user());
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
