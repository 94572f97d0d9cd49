package org.efcevents.copy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.efcevents.date.EventDate;
import org.efcevents.date.StoredDate;
import org.efcevents.date.TypedDate;
import org.efcevents.event.DateProperties;
import org.efcevents.undo.NodeCopy;

/**
 * Copies of an event, beside it, so that whoever may read the one may read the others. Each is an event of its own: with an identifier
 * of its own, scheduled, and not published.
 *
 * @param original the event
 * @param date when that takes place
 * @param taken what goes along
 */
public record EventCopy(Node original, EventDate date, Set<CopiedPart> taken) {

    /** The kind of step in which copies are made. */
    public static final String KIND = "copy";

    /**
     * Makes a copy without saving it.
     *
     * @param name of its node
     * @param when it takes place
     */
    public Node make(String name, StoredDate when) throws RepositoryException {
        NodeCopy copies = new NodeCopy(this::takes);
        Node copy = copies.make(original, original.getParent(), name);
        referToCopies(copy, copies.identifiers());
        numberDays(copy);
        titles(copy, when);
        DateProperties.write(when, copy);
        copy.setProperty("status", "scheduled");
        // Every event has one, if empty: the form says why.
        copy.addNode("publicNotice", "efc:notice");
        return copy;
    }

    private boolean takes(Node owner, String name) throws RepositoryException {
        return owner.isSame(original)
                ? CopiedPart.isTaken(name, taken)
                : taken.contains(CopiedPart.PROGRAMME)
                        || !owner.isNodeType("efc:participation")
                        || !CopiedPart.isOfTalk(name);
    }

    /** What refers to a part of the original refers to that of the copy. */
    private static void referToCopies(Node node, Map<String, String> identifiers) throws RepositoryException {
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (!property.isMultiple() && property.getType() == PropertyType.STRING) {
                String copied = identifiers.get(property.getString());
                if (copied != null) {
                    property.setValue(copied);
                }
            }
        }
        for (NodeIterator all = node.getNodes(); all.hasNext(); ) {
            referToCopies(all.nextNode(), identifiers);
        }
    }

    /** An item of a programme that names a day of the original is on the day of that number; if there was none, it names none. */
    private void numberDays(Node copy) throws RepositoryException {
        if (!copy.hasNode("programme")) {
            return;
        }
        for (NodeIterator items = copy.getNode("programme").getNodes(); items.hasNext(); ) {
            Node item = items.nextNode();
            String day = item.hasProperty("day")
                    ? item.getProperty("day").getString().strip()
                    : "";
            if (!day.isEmpty() && !day.matches("\\d{1,2}")) {
                item.setProperty("day", numbered(TypedDate.edtf(day)));
            }
        }
    }

    /** The number of a day of the original, from 1; null if it has no such day. */
    private String numbered(String day) {
        if (!date.isOnACertainDay()) {
            return null;
        }
        LocalDate first = date.earliest().orElseThrow();
        return Stream.iterate(first, next -> next.plusDays(1))
                .limit(ChronoUnit.DAYS.between(first, date.latest().orElseThrow()) + 1)
                .filter(one -> one.toString().equals(day)
                        || day.equals("XXXX" + one.toString().substring(4)))
                .findFirst()
                .map(one -> Long.toString(ChronoUnit.DAYS.between(first, one) + 1))
                .orElse(null);
    }

    private void titles(Node copy, StoredDate when) throws RepositoryException {
        for (PropertyIterator all = copy.getProperties("title | title_*"); all.hasNext(); ) {
            Property title = all.nextProperty();
            title.setValue(title(title.getString(), date, when));
        }
    }

    /** The title of a copy: with its own year where the original's has that of the original, and a year is all that changes. */
    public static String title(String title, EventDate date, StoredDate when) {
        return date.year().isEmpty() || when.start() == null
                ? title
                : title.replaceAll(
                        "(?<!\\d)" + date.year().getAsInt() + "(?!\\d)",
                        Integer.toString(LocalDate.parse(when.start()).getYear()));
    }
}
