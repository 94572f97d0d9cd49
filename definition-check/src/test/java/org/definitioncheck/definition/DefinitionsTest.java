package org.definitioncheck.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Magnolia makes of the fixture's modules. Every value was read from a Magnolia 6.2.45 that had the same modules
 * installed.
 */
class DefinitionsTest {

    private final Definitions definitions = Fixture.library().definitions();

    private Definition find(DefinitionType type, String id) {
        return definitions.find(type, id).orElseThrow(() -> new AssertionError("no " + type + " " + id));
    }

    @SuppressWarnings("unchecked")
    private static Object at(Object value, Object... path) {
        Object here = value;
        for (Object step : path) {
            if (here instanceof List<?> list) {
                here = step instanceof Integer index
                        ? list.get(index)
                        : list.stream()
                                .filter(item -> step.equals(((Map<String, Object>) item).get("name")))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no " + step + " in " + list));
            } else {
                here = ((Map<String, Object>) here).get(step);
            }
        }
        return here;
    }

    private static List<Object> names(Object list) {
        return ((List<?>) list).stream().map(item -> at(item, "name")).toList();
    }

    @Test
    void an_id_is_what_magnolia_calls_it_by() {
        assertThat(definitions.all(DefinitionType.APP))
                .extracting(Definition::id)
                .containsExactly("fixture-books", "fixture-shelves");
        assertThat(definitions.all(DefinitionType.DIALOG))
                .extracting(Definition::id)
                .containsExactly("library:pages/book", "reading-room:book");
        assertThat(definitions.all(DefinitionType.REST_ENDPOINT))
                .extracting(Definition::id)
                .containsExactly("delivery/fixture-books_v1");
        assertThat(find(DefinitionType.TEMPLATE, "library:pages/book").module()).isEqualTo("library");
        assertThat(find(DefinitionType.TEMPLATE, "library:pages/book").name()).isEqualTo("book");
    }

    @Test
    void a_list_and_a_map_by_name_are_one_thing() {
        Object fields = at(find(DefinitionType.DIALOG, "library:pages/book").values(), "form", "properties");

        assertThat(names(fields)).containsExactly("heading", "sub", "plain", "copy", "extra");
        assertThat(at(fields, "heading", "class")).isEqualTo("info.magnolia.ui.field.TextFieldDefinition");
        assertThat(at(fields, "heading", "$type")).isEqualTo("textField");
    }

    @Test
    void an_include_is_laid_under_what_is_written_beside_it() {
        Object sub = at(find(DefinitionType.DIALOG, "library:pages/book").values(), "form", "properties", "sub");

        assertThat(at(sub, "label")).isEqualTo("Heading");
        assertThat(at(sub, "required")).isEqualTo(false);
        assertThat(at(sub, "validators", 0, "pattern")).isEqualTo(".{3,}");
        assertThat(at(sub, "validators", 0, "name")).isEqualTo("0");
    }

    @Test
    void a_merged_alias_keeps_what_it_does_not_replace() {
        Object copy = at(find(DefinitionType.DIALOG, "library:pages/book").values(), "form", "properties", "copy");

        assertThat(at(copy, "label")).isEqualTo("Plain");
        assertThat(at(copy, "rows")).isEqualTo(3);
    }

    @Test
    void a_decoration_reaches_into_the_definition_and_nothing_in_it_leaves_things_as_they_were() {
        Object plain = at(find(DefinitionType.DIALOG, "library:pages/book").values(), "form", "properties", "plain");

        assertThat(at(plain, "rows")).isEqualTo(5);
        assertThat(at(plain, "label")).isEqualTo("Plain");
    }

    @Test
    void decorations_of_a_folder_that_is_no_module_come_first_and_those_of_modules_in_their_order() {
        Definition page = find(DefinitionType.TEMPLATE, "library:pages/book");

        assertThat(page.text("title")).contains("Book, decorated");
        assertThat(page.text("description")).contains("Patched first");
        assertThat(((Map<?, ?>) at(page.values(), "areas", "main", "availableComponents")).keySet())
                .isEqualTo(new java.util.LinkedHashSet<>(List.of("note", "seat")));
        assertThat(at(page.values(), "areas", "main", "maxComponents")).isEqualTo(3);
        assertThat(at(page.values(), "areas", "main", "name")).isEqualTo("main");
    }

    @Test
    void override_replaces_a_list() {
        assertThat(find(DefinitionType.REST_ENDPOINT, "delivery/fixture-books_v1")
                        .list("nodeTypes"))
                .containsExactly("mgnl:page", "mgnl:folder");
    }

    @Test
    void inheriting_takes_the_decorated_base_and_keeps_its_order() {
        Map<String, Object> dialog =
                find(DefinitionType.DIALOG, "reading-room:book").values();

        assertThat(names(at(dialog, "form", "properties")))
                .containsExactly("heading", "sub", "plain", "copy", "extra", "seat");
        assertThat(at(dialog, "form", "properties", "heading", "label")).isEqualTo("Title");
        assertThat(at(dialog, "form", "layout", "$type")).isEqualTo("stacked");
        assertThat(at(dialog, "form", "layout", "tabs")).isNull();
        assertThat(at(dialog, "label")).isEqualTo("Book to read");
    }

    @Test
    void an_app_of_a_content_type_has_a_field_for_each_property() {
        Map<String, Object> app = find(DefinitionType.APP, "fixture-books").values();
        Object fields = at(app, "subApps", "detail", "form", "properties");

        assertThat(names(fields))
                .containsExactly(
                        "name",
                        "title",
                        "blurb",
                        "pages",
                        "price",
                        "weight",
                        "bought",
                        "lent",
                        "cover",
                        "website",
                        "sequel",
                        "subject",
                        "colour",
                        "moods",
                        "keywords",
                        "dates",
                        "author",
                        "editors");
        assertThat(at(fields, "pages", "converterClass")).isEqualTo("com.vaadin.data.converter.StringToLongConverter");
        assertThat(at(fields, "bought", "time")).isEqualTo(true);
        assertThat(at(fields, "subject", "$type")).isEqualTo("jcrMultiValueField");
        assertThat(at(fields, "subject", "field", "name")).isEqualTo("value");
        assertThat(at(fields, "subject", "field", "datasource", "workspace")).isEqualTo("category");
        assertThat(at(fields, "moods", "$type")).isEqualTo("jcrMultiField");
        assertThat(at(fields, "dates", "$type")).isEqualTo("jcrMultiField");
        assertThat(names(at(fields, "author", "properties"))).containsExactly("fullName", "born");
        assertThat(at(app, "permissions", "roles")).isEqualTo(List.of("superuser", "librarian"));
    }

    @Test
    void override_in_such_an_app_drops_what_was_generated() {
        Object colour = at(
                find(DefinitionType.APP, "fixture-books").values(),
                "subApps",
                "detail",
                "form",
                "properties",
                "colour");

        assertThat(at(colour, "$type")).isEqualTo("textField");
        assertThat(at(colour, "datasource")).isNull();
    }

    @Test
    void an_app_of_a_content_type_without_a_model_has_no_form() {
        assertThat(find(DefinitionType.APP, "fixture-shelves").map("subApps").keySet())
                .containsExactly("browser");
    }

    @Test
    void a_decoration_of_module_configuration_is_known_by_module() {
        assertThat(at(
                        definitions.moduleConfig("admincentral"),
                        "appLauncherLayout",
                        "groups",
                        "edit",
                        "apps",
                        0,
                        "name"))
                .isEqualTo("fixture-books");
        assertThat(definitions.moduleConfig("site")).isEmpty();
    }

    @Test
    void values_cannot_be_changed() {
        Map<String, Object> values =
                find(DefinitionType.DIALOG, "library:pages/book").values();

        assertThatThrownBy(() -> values.put("label", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> find(DefinitionType.DIALOG, "library:pages/book")
                        .map("form")
                        .clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_changed_file_shows_when_loaded_again(@TempDir Path temp) {
        Fixture shop = Fixture.in(temp)
                .with("shop/module.yaml", "version: 1")
                .with("shop/dialogs/a.yaml", "label: One\nform: {properties: {}}");
        assertThat(shop.definitions()
                        .find(DefinitionType.DIALOG, "shop:a")
                        .orElseThrow()
                        .text("label"))
                .contains("One");

        shop.with("shop/dialogs/a.yaml", "label: Two\nform: {properties: {}}");

        assertThat(shop.definitions()
                        .find(DefinitionType.DIALOG, "shop:a")
                        .orElseThrow()
                        .text("label"))
                .contains("Two");
    }
}
