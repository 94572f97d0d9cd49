package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.efcpreview.site.SiteLocales;

/**
 * What two people did to the same form, brought together. What only one of them changed is taken from that one; where both
 * did, the editor's own stays in the form and the other's is told.
 *
 * @param values what the form now holds
 * @param conflicts the other's values, by control, wherever both changed something and not to the same; an empty list where
 *     the other has emptied or removed it
 * @param changed whether the other changed anything in the form
 */
public record Merge(FormValues values, Map<String, List<String>> conflicts, boolean changed) {
    static Merge of(
            List<Field> fields,
            NodeFields nodeFields,
            SiteLocales locales,
            FormValues base,
            FormValues theirs,
            FormValues yours) {
        Merging merging = new Merging(nodeFields, locales);
        FormValues merged = merging.fields(fields, "", base, theirs, yours);
        return new Merge(merged, merging.conflicts, !base.equals(theirs));
    }

    private static final class Merging {
        private final NodeFields nodeFields;
        private final SiteLocales locales;
        private final Map<String, List<String>> conflicts = new LinkedHashMap<>();

        Merging(NodeFields nodeFields, SiteLocales locales) {
            this.nodeFields = nodeFields;
            this.locales = locales;
        }

        FormValues fields(List<Field> fields, String within, FormValues base, FormValues theirs, FormValues yours) {
            FormValues merged = yours;
            for (Field field : fields) {
                String name = field.name();
                String control = Names.control(within, name);
                if (field instanceof Field.Input input) {
                    for (Locale locale : nodeFields.languages(input)) {
                        merged = input(Names.in(name, locale, locales), within, base, theirs, merged);
                    }
                } else if (field instanceof Field.Composite composite) {
                    merged = merged.with(
                            name,
                            fields(
                                    composite.fields(),
                                    control,
                                    base.group(name),
                                    theirs.group(name),
                                    yours.group(name)));
                } else if (field instanceof Field.Switch choice) {
                    merged = merged.with(
                            name, choice(choice, control, base.group(name), theirs.group(name), yours.group(name)));
                } else if (field instanceof Field.Multi multi) {
                    merged = merged.with(
                            name,
                            multi.values()
                                    ? values(
                                            multi,
                                            control,
                                            base.entries(name),
                                            theirs.entries(name),
                                            yours.entries(name))
                                    : entries(
                                            multi,
                                            control,
                                            base.entries(name),
                                            theirs.entries(name),
                                            yours.entries(name)));
                }
            }
            return merged;
        }

        private FormValues input(String name, String within, FormValues base, FormValues theirs, FormValues yours) {
            if (!yours.fields().containsKey(name)) {
                return yours;
            }
            FormValues.Texts mine = yours.texts(name);
            FormValues.Texts others = theirs.texts(name);
            if (mine.equals(base.texts(name))) {
                return yours.with(name, others);
            }
            if (!others.equals(base.texts(name)) && !others.equals(mine)) {
                conflicts.put(Names.control(within, name), others.texts());
            }
            return yours;
        }

        /** A date of one precision and a date of another do not mix. */
        private FormValues choice(
                Field.Switch choice, String control, FormValues base, FormValues theirs, FormValues yours) {
            if (yours.equals(base)) {
                return theirs;
            }
            if (theirs.equals(base) || theirs.equals(yours)) {
                return yours;
            }
            String selector = choice.selector().name();
            String chosen = yours.texts(selector).first();
            Field.Composite form = choice.forms().get(chosen);
            if (yours.texts(selector).equals(base.texts(selector))
                    && theirs.texts(selector).equals(base.texts(selector))
                    && form != null) {
                String name = Names.form(chosen);
                return yours.with(
                        name,
                        fields(
                                form.fields(),
                                Names.control(control, name),
                                base.group(name),
                                theirs.group(name),
                                yours.group(name)));
            }
            String theirChoice = theirs.texts(selector).first();
            conflicts.put(
                    Names.control(control, selector),
                    Stream.concat(Stream.of(theirChoice), texts(theirs.group(Names.form(theirChoice))))
                            .toList());
            return yours;
        }

        private static Stream<String> texts(FormValues values) {
            return values.fields().values().stream()
                    .flatMap(
                            value -> value instanceof FormValues.Texts texts ? texts.texts().stream() : Stream.empty());
        }

        private FormValues.Entries values(
                Field.Multi multi,
                String control,
                FormValues.Entries base,
                FormValues.Entries theirs,
                FormValues.Entries yours) {
            if (yours.equals(base)) {
                return theirs;
            }
            if (!theirs.equals(base) && !theirs.equals(yours)) {
                conflicts.put(
                        control,
                        theirs.entries().stream()
                                .flatMap(entry -> texts(entry.values()))
                                .toList());
            }
            return yours;
        }

        private FormValues.Entries entries(
                Field.Multi multi,
                String control,
                FormValues.Entries base,
                FormValues.Entries theirs,
                FormValues.Entries yours) {
            if (yours.equals(base)) {
                return theirs;
            }
            if (theirs.equals(base) || theirs.equals(yours)) {
                return yours;
            }
            Map<String, FormValues> before = byId(base);
            Map<String, FormValues> others = byId(theirs);
            Map<String, FormValues> mine = byId(yours);
            List<FormValues.Entry> merged = new ArrayList<>();
            for (FormValues.Entry entry : ordered(base, theirs, yours)) {
                FormValues then = before.getOrDefault(entry.id(), FormValues.EMPTY);
                String at = Names.control(control, String.valueOf(merged.size()));
                if (entry.id().isEmpty()) {
                    merged.add(entry);
                } else if (!mine.containsKey(entry.id())) {
                    // Theirs alone: new, or removed here.
                    boolean isNew = !before.containsKey(entry.id());
                    if (isNew || !then.equals(entry.values())) {
                        merged.add(entry);
                        if (!isNew) {
                            conflicts.put(control, texts(entry.values()).toList());
                        }
                    }
                } else if (!others.containsKey(entry.id())) {
                    // Removed there: it stays if something was changed in it here.
                    if (!then.equals(entry.values())) {
                        merged.add(new FormValues.Entry("", entry.values()));
                        conflicts.put(control, List.of());
                    }
                } else {
                    merged.add(new FormValues.Entry(
                            entry.id(),
                            fields(multi.fields(), at, then, others.get(entry.id()), mine.get(entry.id()))));
                }
            }
            return new FormValues.Entries(merged);
        }

        /** Every entry of both: in this editor's order if that was changed here, else in the other's. */
        private static List<FormValues.Entry> ordered(
                FormValues.Entries base, FormValues.Entries theirs, FormValues.Entries yours) {
            Set<String> common = new HashSet<>(byId(yours).keySet());
            common.retainAll(byId(base).keySet());
            boolean moved = !ids(yours, common).equals(ids(base, common));
            FormValues.Entries first = moved ? yours : theirs;
            FormValues.Entries second = moved ? theirs : yours;
            List<FormValues.Entry> all = new ArrayList<>(first.entries());
            Set<String> known = byId(first).keySet();
            for (FormValues.Entry entry : second.entries()) {
                if (entry.id().isEmpty() || !known.contains(entry.id())) {
                    all.add(entry);
                }
            }
            Map<String, FormValues> mine = byId(yours);
            return all.stream()
                    .map(entry -> mine.containsKey(entry.id())
                            ? new FormValues.Entry(entry.id(), mine.get(entry.id()))
                            : entry)
                    .toList();
        }

        private static List<String> ids(FormValues.Entries entries, Set<String> among) {
            return entries.entries().stream()
                    .map(FormValues.Entry::id)
                    .filter(among::contains)
                    .toList();
        }

        private static Map<String, FormValues> byId(FormValues.Entries entries) {
            Map<String, FormValues> byId = new LinkedHashMap<>();
            for (FormValues.Entry entry : entries.entries()) {
                if (!entry.id().isEmpty()) {
                    byId.put(entry.id(), entry.values());
                }
            }
            return byId;
        }
    }
}
