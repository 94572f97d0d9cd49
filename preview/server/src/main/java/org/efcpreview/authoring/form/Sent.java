package org.efcpreview.authoring.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcpreview.http.Submission;
import org.efcpreview.site.SiteLocales;

/** What a browser sent for a form. */
final class Sent {
    private final Submission submission;
    private final NodeFields nodeFields;
    private final SiteLocales locales;

    Sent(Submission submission, NodeFields nodeFields, SiteLocales locales) {
        this.submission = submission;
        this.nodeFields = nodeFields;
        this.locales = locales;
    }

    FormValues values(List<Field> fields, String within) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (Field field : fields) {
            String control = Names.control(within, field.name());
            if (field instanceof Field.Input input) {
                for (Locale locale : nodeFields.languages(input)) {
                    String name = Names.in(input.name(), locale, locales);
                    // A hidden field has no control: what is stored stays, and what is new gets its default.
                    if (input.kind() != Field.Kind.HIDDEN) {
                        values.put(name, texts(input, Names.control(within, name)));
                    }
                }
            } else if (field instanceof Field.Composite composite) {
                values.put(composite.name(), values(composite.fields(), control));
            } else if (field instanceof Field.Switch choice) {
                FormValues sent = values(List.of(choice.selector()), control);
                for (Field.Composite form : choice.forms().values()) {
                    String name = Names.form(form.name());
                    sent = sent.with(name, values(form.fields(), Names.control(control, name)));
                }
                values.put(choice.name(), sent);
            } else if (field instanceof Field.Multi multi) {
                values.put(multi.name(), entries(multi, control));
            }
        }
        return new FormValues(values);
    }

    private FormValues.Entries entries(Field.Multi multi, String control) {
        List<FormValues.Entry> entries = new ArrayList<>();
        for (int i = 0; ; i++) {
            String entry = Names.control(control, String.valueOf(i));
            String id = Names.control(entry, EditForm.ENTRY_ID);
            if (!submission.has(id)) {
                return new FormValues.Entries(entries);
            }
            entries.add(new FormValues.Entry(submission.text(id), values(multi.fields(), entry)));
        }
    }

    private FormValues.Texts texts(Field.Input input, String control) {
        List<String> texts = submission.texts(control).stream()
                .map(text -> text.replace("\r\n", "\n").replace('\r', '\n'))
                .filter(text -> !text.isEmpty())
                .toList();
        if (input.model() == Field.Model.BOOLEAN) {
            return FormValues.Texts.of(String.valueOf(texts.contains("true")));
        }
        return input.model() == Field.Model.SEVERAL
                ? new FormValues.Texts(texts.stream().distinct().toList())
                : FormValues.Texts.of(texts.isEmpty() ? "" : texts.get(0));
    }
}
