package org.definitioncheck.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.definitioncheck.definition.Fixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as a Magnolia 6.2.45 generated them for the same definitions. */
class KeyGeneratorTest {

    private final Collection<RequiredKey> keys =
            new KeyGenerator(Fixture.facts()).requiredKeys(Fixture.library().definitions());

    private List<String> candidates(String definition, String path) {
        return keys.stream()
                .filter(key ->
                        key.definition().id().equals(definition) && key.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(definition + " has no " + path))
                .candidates();
    }

    @Test
    void an_app_and_its_parts() {
        assertThat(candidates("fixture-books", "label"))
                .containsExactly("Books", "fixture-books.app.label", "fixture-books.app");
        assertThat(candidates("fixture-books", "subApps/detail/label"))
                .containsExactly(
                        "fixture-books.detail.label",
                        "fixture-books.detail",
                        "fixture-books.app.label",
                        "fixture-books.app");
        assertThat(candidates("fixture-books", "subApps/browser/actions/rename/label"))
                .containsExactly(
                        "fixture-books.browser.actions.rename.label",
                        "fixture-books.browser.actions.rename",
                        "actions.rename.label",
                        "actions.rename");
        assertThat(candidates(
                        "fixture-books", "subApps/browser/workbench/contentViews/tree/columns/mgnl:lastModified/label"))
                .containsExactly(
                        "fixture-books.browser.views.mgnl-lastModified.label",
                        "fixture-books.browser.views.mgnl-lastModified",
                        "fixture-books.views.mgnl-lastModified.label",
                        "fixture-books.views.mgnl-lastModified",
                        "views.mgnl-lastModified.label",
                        "views.mgnl-lastModified");
    }

    @Test
    void a_field_is_named_without_detail_or_form_but_with_the_composites_around_it() {
        assertThat(candidates("fixture-books", "subApps/detail/form/properties/title/label"))
                .containsExactly(
                        "fixture-books.title.label", "fixture-books.title", "fields.title.label", "fields.title");
        assertThat(candidates("fixture-books", "subApps/detail/form/properties/editors/field/properties/born/label"))
                .startsWith("fixture-books.editors.field.born.label");
        assertThat(candidates("fixture-books", "subApps/detail/form/properties/keywords/field/label"))
                .startsWith("fixture-books.keywords.value.label");
    }

    @Test
    void a_dialogs_id_becomes_dots() {
        assertThat(candidates("reading-room:book", "form/properties/seat/datasource/options/window/label"))
                .containsExactly("reading-room.book.seat.options.window", "fields.seat.options.window");
        assertThat(candidates("library:pages/book", "form/layout/tabs/main/label"))
                .containsExactly(
                        "library.pages.book.tabs.main.label",
                        "library.pages.book.tabs.main",
                        "tabs.main.label",
                        "tabs.main");
        assertThat(candidates("library:pages/book", "form/properties/sub/validators/0/errorMessage"))
                .containsExactly(
                        "Too short",
                        "library.pages.book.sub.validation.errorMessage",
                        "sub.validation.errorMessage",
                        "validators.0.errorMessage");
    }

    @Test
    void a_templates_title_has_no_suffix() {
        assertThat(candidates("library:components/note", "title"))
                .containsExactly("Note", "library.templates.components.note", "templates.components.note");
    }

    @Test
    void a_text_is_missing_where_no_bundle_of_the_language_nor_magnolias_has_it(@TempDir Path temp) {
        Fixture shop = Fixture.in(temp)
                .with("shop/module.yaml", "version: 1")
                .with("shop/i18n/shop_en.properties", "shop.sale.label=Sale\nshop.sale.price=Price\n")
                .with("shop/i18n/shop_fr.properties", "shop.sale.label=Vente\n")
                .with(
                        "shop/dialogs/sale.yaml",
                        """
                        form:
                          properties:
                            price: {$type: textField}
                            name: {$type: textField}
                            note: {$type: textField, label: A plain text, description: shop.sale.note.hint}
                        """);
        Messages messages = Messages.load(shop.resources());
        Collection<RequiredKey> required = new KeyGenerator(Fixture.facts()).requiredKeys(shop.definitions());

        assertThat(required.stream()
                        .filter(key -> key.missingIn(messages, Fixture.facts(), Locale.ENGLISH))
                        .map(RequiredKey::path))
                .containsExactly("form/properties/note/description");
        assertThat(required.stream()
                        .filter(key -> key.missingIn(messages, Fixture.facts(), Locale.FRENCH))
                        .map(RequiredKey::path))
                .containsExactly("form/properties/price/label", "form/properties/note/description");
        assertThat(required.stream()
                        .filter(key -> key.path().equals("form/properties/price/label"))
                        .map(key -> key.text(messages, Locale.FRENCH)))
                .containsExactly("Price");
    }
}
