package org.efcevents.columns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.columns.RowCells.Cell;
import org.efcevents.content.RichText;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.EventField;
import org.efcevents.source.EventField.Notation;
import org.efcevents.source.Remark;

/** The fields of a row that have columns of their own, and its place. */
final class RowFields {

    private static final Pattern MARKUP =
            Pattern.compile("(?is).*<(?:p|ul|ol|li|h[1-6]|blockquote|br|strong|em|a)\\b[^>]*>.*");
    /** What no page prints; it is not stored either, wherever a table says that it comes from. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "(?i)<(?:script|iframe|object|embed|style|link|meta|svg|math|form|base|template)\\b|[\\s/\"']on\\w+\\s*=|javascript:|data:text");

    private static final Pattern PARAGRAPHS = Pattern.compile("(?:\\r?\\n\\s*)+");

    private final CellWords words;
    private final WrittenDates dates;

    /** Whether the table was written by the module, so that its texts are as they are stored. */
    private final boolean own;

    RowFields(CellWords words, WrittenDates dates, boolean own) {
        this.words = words;
        this.dates = dates;
        this.own = own;
    }

    Map<String, Finding<String>> of(RowCells row) {
        Map<String, Finding<String>> fields = new LinkedHashMap<>();
        place(row, fields);
        for (Cell cell : row.all()) {
            Optional<EventField> field = Meaning.field(cell.meaning());
            if (field.isEmpty() || isElsewhere(field.get())) {
                continue;
            }
            Optional<Read> read = cell.isBlank() ? Optional.of(new Read("", true)) : read(field.get(), cell, row);
            read.ifPresent(found -> {
                row.understand(cell);
                fields.merge(cell.meaning(), finding(found, cell.passage()), RowFields::both);
            });
        }
        return fields;
    }

    private static boolean isElsewhere(EventField field) {
        return field == EventField.DATE || field == EventField.PEOPLE || field == EventField.LINKS;
    }

    private record Read(String value, boolean sure) {}

    private static Finding<String> finding(Read read, Passage passage) {
        return new Finding<>(
                read.value(), List.of(passage), "column", read.sure() ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    /** Of two columns of one list. */
    private static Finding<String> both(Finding<String> one, Finding<String> other) {
        if (one.value().isEmpty() || other.value().isEmpty()) {
            return one.value().isEmpty() ? other : one;
        }
        List<Passage> passages = new ArrayList<>(one.words());
        passages.addAll(other.words());
        boolean sure = one.certainty() == Certainty.STATED && other.certainty() == Certainty.STATED;
        return new Finding<>(
                one.value() + EventField.BETWEEN + other.value(),
                passages,
                one.rule(),
                sure ? Certainty.STATED : Certainty.DOUBTFUL);
    }

    private Optional<Read> read(EventField field, Cell cell, RowCells row) {
        String text = cell.text();
        return switch (field) {
            case KIND -> kind(text, row);
            case STATUS -> words.status(text).map(word -> new Read(word, true)).or(() -> own(text));
            case COUNTRY -> words.country(text)
                    .map(code -> new Read(code, true))
                    .or(() -> own(text));
            case LANGUAGES -> words.languages(text)
                    .map(tags -> new Read(tags, true))
                    .or(() -> own(text));
            case WORK_PACKAGES -> own ? own(text) : words.workPackages(text).map(codes -> new Read(codes, true));
            case REGISTRATION_DEADLINE -> dates.date(cell.cell())
                    .filter(date -> date.date().start() != null)
                    .map(date -> {
                        date.why().ifPresent(why -> row.remark(why, text));
                        return new Read(date.date().start(), date.sure());
                    });
            default -> byNotation(field.notation(), text);
        };
    }

    /** What is called otherwise is no kind before an editor says which: the nearest is named only. */
    private Optional<Read> kind(String text, RowCells row) {
        Optional<String> kind = words.kind(text);
        if (own || kind.isPresent()) {
            return Optional.of(new Read(kind.orElse(text.strip()), true));
        }
        row.remark(Remark.Type.KIND, text);
        words.nearKind(text).map(words::kindLabel).ifPresent(near -> row.remark(Remark.Type.NEAR_KIND, near));
        return Optional.empty();
    }

    private Optional<Read> own(String text) {
        return own ? Optional.of(new Read(text, true)) : Optional.empty();
    }

    private Optional<Read> byNotation(Notation notation, String text) {
        return switch (notation) {
            case NUMBER -> words.number(text).map(number -> new Read(number, true));
            case FLAG -> words.flag(text).map(flag -> new Read(flag, true));
            case LIST -> Optional.of(
                    new Read(own ? text : String.join(EventField.BETWEEN, EventField.listed(text)), true));
            case HTML -> Optional.of(new Read(html(text), true));
            default -> Optional.of(new Read(own ? text : WordForms.collapsed(text), true));
        };
    }

    /** What is rich text already, without what no page prints; else its lines as paragraphs. */
    private String html(String text) {
        boolean markup = MARKUP.matcher(text).matches();
        if (own && !DANGEROUS.matcher(text).find()) {
            return text;
        }
        if (own || markup) {
            return RichText.of(text).html();
        }
        StringBuilder html = new StringBuilder();
        for (String paragraph : PARAGRAPHS.split(text.strip())) {
            html.append("<p>").append(escaped(paragraph.strip())).append("</p>");
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** “Charlemagne, Brussels, Belgium”: the country last, if it is one, the city before it. */
    private void place(RowCells row, Map<String, Finding<String>> fields) {
        boolean cityElsewhere = !row.of(EventField.CITY.property()).isEmpty();
        for (Cell cell : row.of(Meaning.PLACE)) {
            if (cityElsewhere) {
                // What is called a place is the venue, if the city has a column of its own.
                put(EventField.VENUE, WordForms.collapsed(cell.text()), cell.passage(), fields);
                row.understand(cell);
                continue;
            }
            List<Passage> pieces = new ArrayList<>();
            Matcher piece = Pattern.compile("[^,;\\r\\n]+").matcher(cell.text());
            while (piece.find()) {
                String words = piece.group();
                int from = cell.passage().from()
                        + piece.start()
                        + words.length()
                        - words.stripLeading().length();
                if (!words.isBlank()) {
                    pieces.add(new Passage(from, from + words.strip().length()));
                }
            }
            if (!pieces.isEmpty()) {
                Optional<String> country = words.country(text(cell, pieces.get(pieces.size() - 1)));
                if (country.isPresent()) {
                    put(EventField.COUNTRY, country.get(), pieces.remove(pieces.size() - 1), fields);
                }
            }
            if (!pieces.isEmpty()) {
                Passage city = pieces.remove(pieces.size() - 1);
                put(EventField.CITY, text(cell, city), city, fields);
            }
            if (!pieces.isEmpty()) {
                Passage venue = new Passage(
                        pieces.get(0).from(), pieces.get(pieces.size() - 1).to());
                put(EventField.VENUE, WordForms.collapsed(text(cell, venue)), venue, fields);
            }
            row.understand(cell);
        }
    }

    private static String text(Cell cell, Passage passage) {
        int from = cell.passage().from();
        return cell.text().substring(passage.from() - from, passage.to() - from);
    }

    private static void put(EventField field, String value, Passage passage, Map<String, Finding<String>> fields) {
        fields.putIfAbsent(field.property(), new Finding<>(value, List.of(passage), "column.place", Certainty.STATED));
    }
}
