package org.efcevents.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.columns.RowCells.Cell;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;

/** The links, documents and pictures of a row. Nothing of them is fetched. */
final class RowLinks {

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s<>\"|;]+");
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

    private RowLinks() {}

    /**
     * The links of a row; null if no column is of links.
     *
     * @param own whether the table was written by the module, in its own notation
     */
    static List<StatedLink> links(RowCells row, boolean own) {
        List<Cell> cells = row.of(EventField.LINKS.property());
        if (cells.isEmpty()) {
            return null;
        }
        List<StatedLink> links = new ArrayList<>();
        List<Cell> titles = row.of(Meaning.LINK_TITLE);
        for (int i = 0; i < cells.size(); i++) {
            List<StatedLink> ofCell = links(cells.get(i), own);
            if (ofCell.size() == 1 && ofCell.get(0).title().isEmpty() && i < titles.size()) {
                row.understand(titles.get(i));
                ofCell = List.of(new StatedLink(
                        titles.get(i).text().strip(),
                        ofCell.get(0).address(),
                        ofCell.get(0).words()));
            }
            if (!ofCell.isEmpty() || cells.get(i).isBlank()) {
                row.understand(cells.get(i));
            }
            links.addAll(ofCell);
        }
        return links;
    }

    private static List<StatedLink> links(Cell cell, boolean own) {
        List<StatedLink> links = new ArrayList<>();
        Matcher line = LINE.matcher(cell.text());
        while (line.find()) {
            Passage passage = new Passage(
                    cell.passage().from() + line.start(), cell.passage().from() + line.end());
            String text = line.group();
            if (own || text.contains(" | ")) {
                links.add(StatedLink.of(text, passage));
                continue;
            }
            List<String> addresses = new ArrayList<>();
            Matcher address = ADDRESS.matcher(text);
            while (address.find()) {
                addresses.add(address.group().replaceFirst("[.,)]+$", ""));
            }
            String rest = text;
            for (String one : addresses) {
                rest = rest.replace(one, " ");
            }
            String title = addresses.size() == 1
                    ? WordForms.collapsed(rest).replaceAll("^[\\s:;,(–-]+|[\\s:;,)(–-]+$", "")
                    : "";
            for (String one : addresses) {
                links.add(new StatedLink(title, one.startsWith("www") ? "https://" + one : one, passage));
            }
            if (addresses.isEmpty() && text.strip().matches("[/\\w][^\\s]*[/.][^\\s]*")) {
                links.add(StatedLink.of(text.strip(), passage));
            }
        }
        return links;
    }

    /** The files of a row. */
    static List<StatedFile> files(RowCells row) {
        List<StatedFile> files = new ArrayList<>();
        add(row, Meaning.DOCUMENTS, StatedFile.Kind.DOCUMENT, files);
        add(row, Meaning.PICTURES, StatedFile.Kind.PICTURE, files);
        return files;
    }

    private static void add(RowCells row, String meaning, StatedFile.Kind kind, List<StatedFile> files) {
        for (Cell cell : row.of(meaning)) {
            for (String address : EventField.listed(cell.text())) {
                files.add(new StatedFile(kind, address, "", cell.passage()));
            }
            row.understand(cell);
        }
    }
}
