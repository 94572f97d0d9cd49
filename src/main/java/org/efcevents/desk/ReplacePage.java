package org.efcevents.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Replacing;
import org.efcevents.content.ContentException;
import org.efcevents.replace.FoundPlace;
import org.efcevents.replace.Replacement;
import org.efcevents.replace.Wanted;

/** Lets an editor find words in all texts, and put others in their place where they say so. */
final class ReplacePage implements DeskPage {

    private static final String FIND = "find";
    private static final String WITH = "with";
    private static final String EXACT = "exact";
    private static final String WHOLE = "whole";
    private static final String LANGUAGE = "language";

    /** Of each place: its box is named so, and has been ticked if it is sent. */
    private static final String PLACE = "place.";

    /** No more places are shown and changed at once. */
    private static final int MOST = 200;

    private static final int LONGEST = 200;

    /**
     * What it shows.
     *
     * @param problems what is wrong with what was sent
     * @param asked what was typed
     * @param languages those of the site, as BCP 47 tags
     * @param found what was found; null if nothing was looked for
     * @param ticked the places that are ticked; null for all
     * @param done what was changed; null unless it is asked for
     * @param latest what can be taken back
     */
    public record Model(
            List<Problem> problems,
            Asked asked,
            List<String> languages,
            Replacing.Found found,
            Set<String> ticked,
            StepView done,
            List<StepView> latest) {

        /** Whether a place is ticked. */
        public boolean isTicked(FoundPlace place) {
            return ticked == null || ticked.contains(place.key().text());
        }

        /** Whether there is a place that can be ticked. */
        public boolean isAnyChangeable() {
            return found != null
                    && found.entries().stream()
                            .flatMap(entry -> entry.places().stream())
                            .anyMatch(FoundPlace::changeable);
        }
    }

    /** What was typed. */
    public record Asked(String find, String with, boolean exact, boolean whole, String language) {

        Wanted wanted() {
            return new Wanted(find, exact, whole, language.isEmpty() ? null : language);
        }
    }

    @Override
    public String name() {
        return "replace";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/replace.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        Optional<StepView> done = StepView.asked(request.archive().desk().contents(), request);
        if (done.isPresent()) {
            return DeskAnswer.shown(new Model(
                    List.of(), asked(name -> Optional.empty()), List.of(), null, null, done.get(), List.of()));
        }
        return answer(request, asked(request::asked), null, new ArrayList<>());
    }

    private static Asked asked(Function<String, Optional<String>> value) {
        return new Asked(
                value.apply(FIND).orElse("").strip(),
                value.apply(WITH).orElse("").strip(),
                value.apply(EXACT).isPresent(),
                value.apply(WHOLE).isPresent(),
                value.apply(LANGUAGE).orElse(""));
    }

    private static DeskAnswer answer(DeskRequest request, Asked asked, Set<String> ticked, List<Problem> problems) {
        boolean searches = !asked.wanted().words().isEmpty();
        if (asked.find().length() > LONGEST) {
            problems.add(Problem.of(FIND, "efc.desk.replace.long", LONGEST));
            searches = false;
        }
        Model model = new Model(
                problems,
                asked,
                List.copyOf(request.context().addresses().byLanguage().keySet()),
                searches ? find(request, asked) : null,
                ticked,
                null,
                searches
                        ? List.of()
                        : StepView.latest(
                                Replacement.KIND, request.archive().desk().contents(), request));
        return problems.isEmpty() ? DeskAnswer.shown(model) : DeskAnswer.wrong(model);
    }

    private static Replacing.Found find(DeskRequest request, Asked asked) {
        try {
            return request.archive().desk().replacing().find(asked.wanted(), MOST);
        } catch (RepositoryException e) {
            throw new ContentException("The texts of the archive cannot be searched: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        try {
            if (request.isChosen(StepView.TAKE_BACK)) {
                return Optional.of(StepView.done(
                        this,
                        StepView.takeBack(request.archive().desk().contents(), request)
                                .id()));
            }
        } catch (ChangeRefused refused) {
            return Optional.of(answer(
                    request, asked(name -> Optional.empty()), null, new ArrayList<>(List.of(refused.problem()))));
        }
        return Optional.of(replace(request));
    }

    private DeskAnswer replace(DeskRequest request) {
        Map<String, String> fields = request.form().fields();
        Asked asked = asked(name -> Optional.ofNullable(fields.get(name)));
        Set<String> ticked = request.typedBelow(PLACE).keySet();
        List<Problem> problems = problems(asked, ticked);
        if (problems.isEmpty()) {
            try {
                return StepView.done(this, request.changes().together(editing -> {
                    Replacement.Result result =
                            request.archive().desk().replacing().replace(asked.wanted(), asked.with(), ticked, editing);
                    if (result.step() == null) {
                        throw new ChangeRefused(
                                result.left().isEmpty() ? "efc.desk.replace.same" : "efc.desk.replace.changed");
                    }
                    return result.step().id();
                }));
            } catch (ChangeRefused refused) {
                problems.add(refused.problem());
            }
        }
        return answer(request, asked, ticked, problems);
    }

    private static List<Problem> problems(Asked asked, Set<String> ticked) {
        List<Problem> problems = new ArrayList<>();
        if (asked.wanted().words().isEmpty()) {
            problems.add(Problem.of(FIND, "efc.desk.replace.nothing"));
        }
        if (asked.with().isEmpty()) {
            problems.add(Problem.of(WITH, "efc.desk.replace.empty"));
        } else if (asked.with().length() > LONGEST || asked.with().chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.of(WITH, "efc.desk.replace.long", LONGEST));
        } else if (asked.with().equals(asked.find())) {
            problems.add(Problem.of(WITH, "efc.desk.replace.same"));
        }
        if (ticked.isEmpty()) {
            problems.add(Problem.of("places", "efc.desk.replace.unticked"));
        } else if (ticked.size() > MOST) {
            problems.add(Problem.of("places", "efc.desk.replace.many", MOST));
        }
        return problems;
    }
}
