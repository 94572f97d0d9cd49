package org.efcpreview.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.Session;
import javax.jcr.Value;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Problem;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.site.SiteLocales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each type of field is stored, also those that the module's own forms have none of. */
class FieldTypesTest {
    private static final MagnoliaFacts FACTS = MagnoliaFacts.read();
    private static final String VAADIN = "com.vaadin.data.converter.StringTo";

    @TempDir
    Path home;

    private static Map<String, Object> field(String type, Object... properties) {
        Map<String, Object> field = new LinkedHashMap<>(Map.of("name", "any", "$type", type, "class", "not.looked.At"));
        for (int i = 0; i < properties.length; i += 2) {
            field.put(properties[i].toString(), properties[i + 1]);
        }
        return field;
    }

    private static EditForm form(Set<Problem> problems, Map<String, Object> field) {
        Definition dialog = new Definition(
                DefinitionType.DIALOG,
                "any:dialog",
                "any",
                "/any/dialogs/dialog.yaml",
                Map.of("form", Map.of("properties", List.of(field))));
        return new EditForm(
                dialog,
                "form",
                FACTS,
                new SiteLocales(Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH)),
                problems);
    }

    /** A field of a type, or of one and what it makes of a text. */
    private static Map<String, Object> example(String type) {
        return switch (type) {
            case "long" -> field("textField", "converterClass", VAADIN + "LongConverter");
            case "double" -> field("textField", "converterClass", VAADIN + "DoubleConverter");
            case "decimal" -> field("textField", "converterClass", VAADIN + "BigDecimalConverter");
            case "time" -> field("dateField", "time", true);
            case "written day" -> field(
                    "dateField",
                    "dateFormat",
                    "dd.MM.yyyy",
                    "converterClass",
                    "info.magnolia.ui.field.converter.DateConverter$WithFormattedStringModel");
            default -> type.equals("checkBoxField") || type.equals("dateField") || type.matches("text.*|pass.*|rich.*")
                    ? field(type)
                    : field(
                            type,
                            "datasource",
                            Map.of(
                                    "$type",
                                    "optionListDatasource",
                                    "options",
                                    List.of(Map.of("name", "a"), Map.of("name", "b", "value", "c"))));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "textField | a | STRING | a",
                "passwordField | a | STRING | a",
                "richTextField | <p>a</p> | STRING | <p>a</p>",
                "long | -12 | LONG | -12",
                "double | 1.5 | DOUBLE | 1.5",
                "decimal | 1.50 | DECIMAL | 1.50",
                "checkBoxField | true | BOOLEAN | true",
                "written day | 2014-03-24 | STRING | 24.03.2014",
                "comboBoxField | a | STRING | a",
                "radioButtonGroupField | c | STRING | c",
                "checkBoxGroupField | a,c | STRING | a,c",
            })
    void is_stored_as_magnolia_stores_it(String type, String typed, String stored, String text) throws Exception {
        assertThat(write(type, typed)).containsExactly(stored + " " + text);
    }

    @ParameterizedTest
    @CsvSource({"dateField, 2014-03-24", "time, 2014-03-24T10:30"})
    void a_point_in_time_comes_back_as_it_was_typed(String type, String typed) throws Exception {
        assertThat(write(type, typed)).hasSize(1).first().asString().startsWith("DATE 2014-03-2");
    }

    /** The type and the texts of the property that is written; what is read again is what was typed. */
    private List<String> write(String type, String typed) throws Exception {
        Set<Problem> problems = new LinkedHashSet<>();
        EditForm form = form(problems, example(type));
        assertThat(problems).isEmpty();
        FormValues values = form.parse(new Submission(Map.of("any", List.of(typed.split(","))), Map.of()));
        try (ContentRepository content = ContentRepository.open(home)) {
            content.createWorkspace("any");
            Session session = content.login("any", User.SYSTEM);
            Node node = session.getRootNode().addNode("any", "nt:unstructured");
            assertThat(form.write(node, values, "eve")).isTrue();
            assertThat(form.read(node)).isEqualTo(values);
            assertThat(form.write(node, values, "eve")).isFalse();
            List<String> texts = new ArrayList<>();
            List<Value> stored = Input.values(node.getProperty("any"));
            for (Value value : stored) {
                texts.add(value.getString());
            }
            session.logout();
            return List.of(PropertyType.nameFromValue(stored.get(0).getType()).toUpperCase(Locale.ROOT) + " "
                    + String.join(",", texts));
        }
    }

    @Test
    void what_cannot_be_changed_starts_with_its_default_and_stays() throws Exception {
        EditForm form = form(new LinkedHashSet<>(), field("hiddenField", "defaultValue", "first"));
        try (ContentRepository content = ContentRepository.open(home)) {
            content.createWorkspace("any");
            Session session = content.login("any", User.SYSTEM);
            Node node = session.getRootNode().addNode("any", "nt:unstructured");
            FormValues sent = form.parse(new Submission(Map.of("any", List.of("forged")), Map.of()));
            assertThat(form.write(node, sent, "eve")).isTrue();
            session.save();
            assertThat(form.write(node, sent, "eve")).isFalse();
            assertThat(node.getProperty("any").getString()).isEqualTo("first");
            session.logout();
        }
    }

    @Test
    void what_is_not_obeyed_is_named_with_its_place() {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Map<String, Object> field : List.of(
                field("textField", "i18n", true, "converterClass", "some.Other"),
                field("textField", "type", "java.lang.Long"),
                field("richTextField", "images", true),
                field("basicUploadField"))) {
            form(problems, field);
        }
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly(
                        "form/properties/any/converterClass: some.Other is not supported here",
                        "form/properties/any/type: needs a converterClass: without one Magnolia cannot read java.lang.Long",
                        "form/properties/any/images: is not supported here: what it makes would not be shown to visitors",
                        "form/properties/any: a field of type basicUploadField is not supported here");
    }
}
