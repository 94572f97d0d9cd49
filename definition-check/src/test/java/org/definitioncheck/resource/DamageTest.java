package org.definitioncheck.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.definitioncheck.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {

    @TempDir
    Path folder;

    private Problems of(String types) throws IOException {
        write("mgnl-nodetypes/shop.cnd", types);
        return ofAll();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Problems ofAll() {
        Problems problems = new Problems();
        try (Resources files = new Resources(List.of(), List.of(folder))) {
            Damage.check(files.read(files), files, problems);
        }
        return problems;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[shop:offer] > ", "[shop:offer] > mgnl:content,\n", "[", "[shop:offer]\n- price (\n"})
    void a_file_of_node_types_that_ends_within_one_is_named_with_its_last_line(String end) throws IOException {
        String text = "<shop='https://www.example.org/shop'>\n\n" + end + "\n";

        assertThat(of(text).all())
                .singleElement()
                .asString()
                .contains("shop.cnd:" + text.strip().lines().count() + ":");
    }

    @Test
    void one_that_is_whole_is_in_order() throws IOException {
        assertThat(of("<shop='https://www.example.org/shop'>\n\n[shop:offer] > mgnl:content\n- price (long)\n\n")
                        .isEmpty())
                .isTrue();
    }

    /** Every third file of Magnolia's own modules has none, and is read as it stands. */
    @Test
    void files_that_end_without_a_line_break_are_in_order_where_several_do() throws IOException {
        write("shop/dialogs/offer.yaml", "label: Offer\nform: {}");
        assertThat(ofAll().isEmpty()).as("there is no other").isTrue();

        write("shop/dialogs/customer.yaml", "label: Customer\nform: {}");
        write("shop/dialogs/order.yaml", "label: Order\nform: {}\n");
        assertThat(ofAll().isEmpty()).isTrue();
    }

    @Test
    void the_only_one_of_a_module_that_ends_so_was_cut_short() throws IOException {
        write("shop/dialogs/offer.yaml", "label: Offer\nfo");
        write("shop/i18n/shop-messages_en.properties", "shop.label=Shop\nshop.title=Shop\n");
        write("market/dialogs/stall.yaml", "label: Stall\nform: {}");

        assertThat(ofAll().all())
                .singleElement()
                .asString()
                .contains("/shop/dialogs/offer.yaml:2:", "as no other does in /shop");
    }

    @Test
    void one_that_went_on_before_was_cut_short_wherever_it_lies() throws IOException {
        write("shop/dialogs/offer.yaml", "label: Offer\nform: {}");
        try (Resources files = new Resources(List.of(), List.of(folder))) {
            Resources before = files.read(files);
            write("shop/dialogs/offer.yaml", "label: Offer\nfo");
            Problems problems = new Problems();
            Damage.check(files.read(before), before, problems);

            assertThat(problems.all()).singleElement().asString().contains("went on before");
        }
    }
}
