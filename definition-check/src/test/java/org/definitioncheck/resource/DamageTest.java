package org.definitioncheck.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.definitioncheck.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {

    @TempDir
    Path folder;

    private Problems of(String types) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.cnd"), types);
        Problems problems = new Problems();
        Damage.check(new Resource("/mgnl-nodetypes/shop.cnd", file), Optional.empty(), problems);
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
}
