package org.efcevents.desk;

import java.util.List;
import org.efcevents.archive.Contents;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.Source;
import org.efcevents.spreadsheet.TableFile;

/**
 * What a source states, as an editor looks it over.
 *
 * @param page the source
 * @param rows the events that are shown
 * @param from the position of the first of them
 * @param next the position of the first event that is not shown any more; 0 if there is none
 * @param total how many events the source has
 * @param taken how many of all are to be imported
 * @param changing how many of these are there already, and would be changed
 * @param unsure how many of all have something that is not sure
 * @param known how many of all are there already
 * @param only whether those alone are shown that have something that is not sure
 * @param maybeOne pairs of people who may be one, by their names
 * @param unread what of the source is in no event, and is not known as furniture
 * @param files the pictures and documents of its events
 * @param gone events that were imported of it before, and that it does not have any more
 */
public record ImportReview(
        KeptPage page,
        List<ReviewedEvent> rows,
        int from,
        int next,
        int total,
        int taken,
        int changing,
        int unsure,
        int known,
        boolean only,
        List<List<String>> maybeOne,
        List<String> unread,
        ReviewedFiles files,
        List<StepView.Entry> gone) {

    /** Whether it is a table, the columns of which can be looked over again. */
    public boolean isTable() {
        return TableFile.isNamedSo(page.name());
    }

    /** The parameter of the address that asks for what is not sure alone. */
    private static final String ONLY = "only";

    /** So many events are shown at once. */
    private static final int SHOWN = 50;

    static ImportReview of(Proposals proposals, DeskRequest request) {
        boolean only = request.asked(ONLY).isPresent();
        List<Proposal> all = proposals.all().stream()
                .filter(proposal -> !only || proposal.isUnsure())
                .toList();
        int from = request.asked(ImportPage.FROM)
                .filter(typed -> typed.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(1);
        List<Proposal> shown = all.stream()
                .filter(proposal -> proposal.position() >= from)
                .limit(SHOWN + 1L)
                .toList();
        Contents contents = request.archive().desk().contents();
        Source source = proposals.source();
        return new ImportReview(
                proposals.page(),
                shown.stream()
                        .limit(SHOWN)
                        .map(proposal -> ReviewedEvent.of(proposal, proposals, contents, request))
                        .toList(),
                from,
                shown.size() > SHOWN ? shown.get(SHOWN).position() : 0,
                proposals.all().size(),
                proposals.taken().size(),
                (int) proposals.taken().stream().filter(Proposal::isChange).count(),
                (int) proposals.all().stream().filter(Proposal::isUnsure).count(),
                (int) proposals.all().stream()
                        .filter(proposal -> proposal.known().isPresent())
                        .count(),
                only,
                source.maybeOne(),
                source.account().stream()
                        .filter(part -> part.use() == Use.UNREAD && part.event() == 0)
                        .map(part -> part.passage().in(source.text()))
                        .toList(),
                ReviewedFiles.of(proposals, request),
                proposals.gone().stream()
                        .flatMap(id -> contents.with(id).stream())
                        .map(StepView.Entry::of)
                        .toList());
    }
}
