package org.efcevents.desk;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.archive.Merging;
import org.efcevents.content.ContentException;
import org.efcevents.content.NodeType;
import org.efcevents.health.CheckedNode;
import org.efcevents.merge.Merge;
import org.efcevents.undo.Step;

/** One request to the page on which two people, or two work packages, are merged. */
final class MergeDialogue {

    private static final String KEEP = "keep";
    private static final String MERGE = "merge";
    private static final String STATE = "state";

    /** Of each field in which both say something: {@code merged} if it is to say what the one that goes says. */
    private static final String FIELD = "field.";

    /** Between what somebody is called and their path, in what is offered. */
    private static final String BETWEEN = " · ";

    private final DeskPage page;
    private final DeskRequest request;

    MergeDialogue(DeskPage page, DeskRequest request) {
        this.page = page;
        this.request = request;
    }

    DeskAnswer shown() {
        Optional<StepView> done = StepView.asked(contents(), request);
        if (done.isPresent()) {
            return DeskAnswer.shown(new MergePage.Model(List.of(), null, null, done.get(), List.of()));
        }
        String keep = request.asked(KEEP).orElse("");
        String merge = request.asked(MERGE).orElse("");
        return keep.isBlank() && merge.isBlank()
                ? choice(keep, merge, List.of())
                : answer(keep, merge, new ArrayList<>());
    }

    DeskAnswer sent() {
        boolean takesBack = request.isChosen(StepView.TAKE_BACK);
        try {
            String step;
            if (takesBack) {
                step = StepView.takeBack(contents(), request).id();
            } else {
                step = merge().id();
            }
            return StepView.done(page, step);
        } catch (ChangeRefused refused) {
            List<Problem> problems = new ArrayList<>(List.of(refused.problem()));
            return takesBack ? choice("", "", problems) : answer(request.typed(KEEP), request.typed(MERGE), problems);
        }
    }

    private Contents contents() {
        return request.archive().desk().contents();
    }

    private Merging merging() {
        return request.archive().desk().merging();
    }

    private Step merge() throws ChangeRefused {
        return request.changes().together(editing -> {
            Optional<CheckedNode> kept = merging().one(request.typed(KEEP));
            Optional<CheckedNode> merged = merging().one(request.typed(MERGE));
            if (kept.isEmpty() || merged.isEmpty() || !canBeOne(kept.get(), merged.get())) {
                throw new ChangeRefused("efc.desk.merge.none");
            }
            Merging.Plan plan = merging().plan(kept.get(), merged.get());
            if (plan.hidden() > 0) {
                throw new ChangeRefused("efc.desk.merge.hidden", plan.hidden());
            }
            if (!plan.merge().state().equals(request.typed(STATE))) {
                throw new ChangeRefused("efc.desk.merge.edited");
            }
            return plan.merge()
                    .carryOut(
                            fromMerged(),
                            List.of(kept.get().title(), merged.get().title()),
                            editing);
        });
    }

    private Set<String> fromMerged() {
        return request.typedBelow(FIELD).entrySet().stream()
                .filter(field -> field.getValue().equals("merged"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean canBeOne(CheckedNode kept, CheckedNode merged) {
        return kept.type() == merged.type() && !kept.id().equals(merged.id());
    }

    private DeskAnswer answer(String keep, String merge, List<Problem> problems) {
        Optional<CheckedNode> kept = find(keep, KEEP, problems);
        Optional<CheckedNode> merged = find(merge, MERGE, problems);
        if (kept.isEmpty() || merged.isEmpty()) {
            return choice(keep, merge, problems);
        }
        if (!canBeOne(kept.get(), merged.get())) {
            boolean same = kept.get().id().equals(merged.get().id());
            problems.add(Problem.of(MERGE, same ? "efc.desk.merge.same" : "efc.desk.merge.types"));
            return choice(keep, merge, problems);
        }
        return answer(new MergePage.Model(problems, null, comparison(kept.get(), merged.get()), null, List.of()));
    }

    private static DeskAnswer answer(MergePage.Model model) {
        return model.problems().isEmpty() ? DeskAnswer.shown(model) : DeskAnswer.wrong(model);
    }

    private DeskAnswer choice(String keep, String merge, List<Problem> problems) {
        Collator alphabet = Collator.getInstance(request.locale());
        List<String> offered = Merging.TYPES.stream()
                .flatMap(type -> contents().all(type).stream()
                        .map(MergeDialogue::offered)
                        .sorted(alphabet))
                .toList();
        return answer(new MergePage.Model(
                problems,
                new MergePage.Choice(offered(keep), offered(merge), offered),
                null,
                null,
                StepView.latest(Merge.KIND, contents(), request)));
    }

    /** What the field has if what was asked for is chosen in it. */
    private String offered(String asked) {
        return merging().one(asked).map(MergeDialogue::offered).orElse(asked);
    }

    private static String offered(CheckedNode node) {
        return node.title() + BETWEEN + node.path();
    }

    /** By what was offered, by identifier or path, or by a name that only one has. */
    private Optional<CheckedNode> find(String typed, String field, List<Problem> problems) {
        String asked = typed.strip();
        int between = asked.lastIndexOf(BETWEEN);
        Optional<CheckedNode> one = merging().one(between < 0 ? asked : asked.substring(between + BETWEEN.length()));
        if (one.isPresent()) {
            return one;
        }
        List<CheckedNode> called = Merging.TYPES.stream()
                .flatMap(type -> contents().all(type).stream())
                .filter(node -> node.title().equalsIgnoreCase(asked))
                .toList();
        if (called.size() == 1) {
            return Optional.of(called.get(0));
        }
        String unknown = asked.isEmpty() ? "efc.desk.merge.nothing" : "efc.desk.merge.unknown";
        problems.add(Problem.of(field, called.isEmpty() ? unknown : "efc.desk.merge.several", asked));
        return Optional.empty();
    }

    private MergePage.Comparison comparison(CheckedNode kept, CheckedNode merged) {
        try {
            Merging.Plan plan = merging().plan(kept, merged);
            Map<String, Integer> counts = plan.merge().references();
            return new MergePage.Comparison(
                    StepView.Entry.of(kept, request.locale()),
                    StepView.Entry.of(merged, request.locale()),
                    kept.id(),
                    merged.id(),
                    kept.type().app(),
                    plan.merge().state(),
                    FieldText.rows(plan.merge().fields(), fromMerged()),
                    plan.referring().stream()
                            .map(node -> reference(node, counts.get(node.id()), kept))
                            .toList(),
                    plan.merge().entries(),
                    plan.merge().addresses().stream()
                            .filter(address -> !address.equals(merged.id()))
                            .toList());
        } catch (RepositoryException e) {
            throw new ContentException(
                    kept.path() + " and " + merged.path() + " cannot be compared: " + e.getMessage(), e);
        }
    }

    private MergePage.ReferenceRow reference(CheckedNode node, int count, CheckedNode kept) {
        return new MergePage.ReferenceRow(
                StepView.Entry.of(node, request.locale()),
                node.type() == NodeType.EVENT ? node.date().inWords(request.locale()) : null,
                count,
                node.speakers().contains(kept.id()));
    }
}
