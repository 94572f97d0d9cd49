package org.efcevents.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;

/**
 * The last that is known of an event, a speaker or a work package, and in which changes. Changes are numbered in the order in
 * which this instance saw them, from 1; each has a number of its own.
 *
 * @param id its identifier
 * @param type its type
 * @param path the path of its node, or the last one if it is gone
 * @param arrived {@link Item#arrived}
 * @param visibility who may know about it; null if it is gone
 * @param wasOpen whether everybody could know of it at some time
 * @param first the change in which it was first seen
 * @param added the change since which it has been there
 * @param shown the last change of {@code visibility}
 * @param renamed the last change of its slug; 0 if there was none
 * @param last the last change of anything
 * @param when when the last change was seen; of what there was when the journal began, when it arrived
 * @param shownWhen the same of the last change of {@code visibility}
 * @param formerSlugs the slugs that it had before, in no other order than the latest last
 */
public record JournalEntry(
        UUID id,
        NodeType type,
        String path,
        long arrived,
        Visibility visibility,
        boolean wasOpen,
        long first,
        long added,
        long shown,
        long renamed,
        long last,
        Instant when,
        Instant shownWhen,
        List<String> formerSlugs) {

    /** As many former slugs of one thing are remembered. */
    private static final int MOST_SLUGS = 50;

    /** Makes a defensive copy of the list. */
    public JournalEntry {
        formerSlugs = List.copyOf(formerSlugs);
    }

    /** What is first seen of something, in a change. */
    static JournalEntry of(Item item, long change, Instant when) {
        return new JournalEntry(
                item.id(),
                item.type(),
                item.path(),
                item.arrived(),
                item.visibility(),
                isOpen(item.visibility()),
                change,
                change,
                change,
                0,
                change,
                when,
                when,
                item.formerSlugs());
    }

    private static boolean isOpen(Visibility visibility) {
        return visibility == Visibility.PUBLIC || visibility == Visibility.LISTED;
    }

    /** Whether everybody may know of it, if only by its notice. */
    boolean isOpen() {
        return isOpen(visibility);
    }

    /** Whether it was there when it was last looked for. */
    public boolean isThere() {
        return visibility != null;
    }

    /** Its name, or the last one, by which its page is addressed unless another thing has it too. */
    public String slug() {
        return Item.slug(path);
    }

    /** Whether this is what was seen of it. */
    boolean isOf(Item item) {
        return isAt(item) && arrived == item.arrived() && slugs(item).equals(formerSlugs);
    }

    /** Whether it was seen where it is, and as visible. */
    boolean isAt(Item item) {
        return isThere() && path.equals(item.path()) && visibility == item.visibility();
    }

    /** The same thing as it is now, in a change. */
    JournalEntry with(Item item, long change, Instant at) {
        boolean returns = !isThere();
        return new JournalEntry(
                id,
                item.type(),
                item.path(),
                item.arrived(),
                item.visibility(),
                wasOpen || isOpen(item.visibility()),
                first,
                returns ? change : added,
                item.visibility() == visibility ? shown : change,
                item.slug().equals(slug()) ? renamed : change,
                change,
                at,
                item.visibility() == visibility ? shownWhen : at,
                slugs(item));
    }

    private List<String> slugs(Item item) {
        Set<String> slugs = new LinkedHashSet<>(formerSlugs);
        slugs.addAll(item.formerSlugs());
        if (!item.slug().equals(slug())) {
            slugs.add(slug());
        }
        slugs.remove(item.slug());
        List<String> all = new ArrayList<>(slugs);
        return all.subList(Math.max(0, all.size() - MOST_SLUGS), all.size());
    }

    /** The same thing, changed by something that it shows. */
    JournalEntry touched(long change, Instant at) {
        return new JournalEntry(
                id,
                type,
                path,
                arrived,
                visibility,
                wasOpen,
                first,
                added,
                shown,
                renamed,
                change,
                at,
                shownWhen,
                formerSlugs);
    }

    /** The same thing, gone. */
    JournalEntry gone(long change, Instant at) {
        return new JournalEntry(
                id, type, path, 0, null, wasOpen, first, added, change, renamed, change, at, at, formerSlugs);
    }
}
