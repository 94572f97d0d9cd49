package org.efcevents.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.efcevents.content.DamFile;
import org.efcevents.content.LocalisedName;
import org.efcevents.merge.ComparedField;
import org.efcevents.merge.ComparedField.Outcome;
import org.efcevents.undo.Stored;
import org.jsoup.Jsoup;

/**
 * What a field says in one language, or without one.
 *
 * @param language as a BCP 47 tag; empty for the default one
 * @param text without markup, and not all of a long one; null for a file
 */
public record FieldText(String language, String text) {

    private static final int LONGEST = 300;

    /** The fields that two have, those to be decided first; not those in which they say the same. */
    static List<MergePage.FieldRow> rows(List<ComparedField> fields, Set<String> fromMerged) {
        return fields.stream()
                .filter(field -> field.outcome() != Outcome.SAME)
                .sorted(Comparator.comparing(ComparedField::outcome).reversed())
                .map(field -> new MergePage.FieldRow(
                        field.name(),
                        field.outcome().name().toLowerCase(Locale.ROOT),
                        texts(field.kept()),
                        texts(field.merged()),
                        fromMerged.contains(field.name())))
                .toList();
    }

    private static List<FieldText> texts(Map<String, Stored> stored) {
        List<FieldText> texts = new ArrayList<>();
        stored.forEach((property, value) -> texts.add(
                new FieldText(LocalisedName.of(property).language(), text(String.join(", ", value.values())))));
        return texts;
    }

    private static String text(String stored) {
        if (DamFile.identifier(stored).isPresent()) {
            return null;
        }
        String text = stored.contains("<") ? Jsoup.parseBodyFragment(stored).text() : stored;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
