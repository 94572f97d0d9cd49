package org.efcevents.desk;

import java.util.List;
import java.util.Optional;
import org.efcevents.merge.ComparedField;

/** Lets an editor merge two people, or two work packages, after having seen what that changes. */
final class MergePage implements DeskPage {

    /**
     * What it shows.
     *
     * @param problems what is wrong with what was sent
     * @param choice what can be chosen; null once two have been
     * @param comparison what merging the two would change; null before they have been chosen
     * @param done what was changed; null unless it is asked for
     * @param latest what can be taken back
     */
    public record Model(
            List<Problem> problems, Choice choice, Comparison comparison, StepView done, List<StepView> latest) {}

    /**
     * What can be chosen.
     *
     * @param keep what was typed
     * @param merge what was typed
     * @param offered what the fields have if one of all people and work packages is chosen
     */
    public record Choice(String keep, String merge, List<String> offered) {}

    /**
     * What merging two would change.
     *
     * @param kept the one that is kept
     * @param merged the one that goes
     * @param keep the identifier of the one that is kept
     * @param merge that of the one that goes
     * @param app the app that both are in, by which labels of fields are found
     * @param state tells what was looked at
     * @param rows the fields, those to be decided first
     * @param references what names the one that goes
     * @param entries how many entries of lists, such as links, move
     * @param addresses what will lead to the one that is kept
     */
    public record Comparison(
            StepView.Entry kept,
            StepView.Entry merged,
            String keep,
            String merge,
            String app,
            String state,
            List<FieldRow> rows,
            List<ReferenceRow> references,
            int entries,
            List<String> addresses) {}

    /**
     * A field.
     *
     * @param name its name, by which its label is found
     * @param outcome {@link ComparedField.Outcome}, in small letters
     * @param kept what the one that is kept says
     * @param merged what the one that goes says
     * @param fromMerged whether the editor has chosen what the one that goes says
     */
    public record FieldRow(
            String name, String outcome, List<FieldText> kept, List<FieldText> merged, boolean fromMerged) {}

    /**
     * Something that names the one that goes.
     *
     * @param entry the event, speaker or work package
     * @param when when an event is or was, in words; null if it is none, or has no date
     * @param count how often
     * @param both whether it names the one that is kept, too
     */
    public record ReferenceRow(StepView.Entry entry, String when, int count, boolean both) {}

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String template() {
        return "/efc-events/templates/desk/merge.ftl";
    }

    @Override
    public DeskAnswer shown(DeskRequest request) {
        return new MergeDialogue(this, request).shown();
    }

    @Override
    public Optional<DeskAnswer> sent(DeskRequest request) {
        return Optional.of(new MergeDialogue(this, request).sent());
    }
}
