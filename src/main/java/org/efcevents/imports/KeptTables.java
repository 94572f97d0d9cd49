package org.efcevents.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.columns.TableReading;
import org.efcevents.datephrase.DateOrder;
import org.efcevents.undo.Stored;

/** How tables that were brought in are read: kept with each of them, and remembered for the next that has the same headings. */
public final class KeptTables {

    private static final String SHEET = "tableSheet";
    private static final String HEADING = "tableHeading";
    private static final String MEANINGS = "tableMeanings";
    private static final String ORDER = "tableOrder";
    private static final String HEADINGS = "tableHeadings";

    private final KeptPages pages;

    /** @param pages where they are kept */
    public KeptTables(KeptPages pages) {
        this.pages = pages;
    }

    /**
     * What was said of a table with the same headings.
     *
     * @param meanings by the headings of the columns
     * @param order of day and month in digits
     */
    public record Remembered(Map<String, String> meanings, DateOrder order) {}

    /** How a table is read; empty if nothing was said of it yet. */
    public Optional<TableReading> reading(KeptPage page) throws RepositoryException {
        return reading(pages.node(page));
    }

    private static Optional<TableReading> reading(Node node) throws RepositoryException {
        return node.hasProperty(SHEET)
                ? Optional.of(new TableReading(
                        (int) node.getProperty(SHEET).getLong(),
                        (int) node.getProperty(HEADING).getLong(),
                        values(node, MEANINGS),
                        DateOrder.valueOf(node.getProperty(ORDER).getString())))
                : Optional.empty();
    }

    private static List<String> values(Node node, String property) throws RepositoryException {
        return Stored.of(node, property).map(Stored::values).orElse(List.of());
    }

    /**
     * Keeps how a table is read. Nothing is saved.
     *
     * @param headings of its columns
     */
    public void keep(KeptPage page, TableReading reading, List<String> headings) throws RepositoryException {
        Node node = pages.node(page);
        node.setProperty(SHEET, reading.sheet());
        node.setProperty(HEADING, reading.heading());
        node.setProperty(MEANINGS, reading.meanings().toArray(String[]::new));
        node.setProperty(ORDER, reading.order().name());
        node.setProperty(HEADINGS, headings.toArray(String[]::new));
    }

    /** What was said of the last table that has the same headings; empty if there is none. */
    public Optional<Remembered> remembered(List<String> headings) throws RepositoryException {
        Set<String> asked = new HashSet<>(headings);
        for (KeptPage page : pages.all()) {
            Node node = pages.node(page);
            Optional<TableReading> reading = reading(node);
            List<String> known = values(node, HEADINGS);
            if (reading.isPresent() && reading.get().heading() > 0 && asked.equals(new HashSet<>(known))) {
                Map<String, String> meanings = new HashMap<>();
                for (int i = 0; i < known.size(); i++) {
                    meanings.put(known.get(i), reading.get().meaning(i));
                }
                return Optional.of(new Remembered(meanings, reading.get().order()));
            }
        }
        return Optional.empty();
    }
}
