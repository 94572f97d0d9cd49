package org.efcpreview.virtualuri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcpreview.virtualuri.VirtualUris.Kind;
import org.efcpreview.virtualuri.VirtualUris.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualUrisTest {

    private final VirtualUris library =
            virtualUris(Path.of("definition-check/src/test/resources/org/definitioncheck/definition/modules"));

    @Test
    void the_longest_plain_path_wins_over_fewer_groups() {
        // Weights: 16 for the plain path, 7 for the wildcard, 3 for two groups.
        assertThat(map(library, "/books/lost.html"))
                .contains(new Mapping(Kind.REDIRECT, "/library.html?lost=true", "library:home"));
        assertThat(map(library, "/books/found.html"))
                .contains(new Mapping(Kind.PERMANENT, "/library.html", "library:old"));
    }

    @Test
    void an_expression_sees_the_query_and_fills_its_groups_in(@TempDir Path temp) {
        VirtualUris uris =
                uris(temp, "Regexp", "'^/books/([0-9a-z-]+)\\.html(\\?.*)?$'", "'forward:/library/book?book=$1'");

        assertThat(map(uris, "/books/dune.html?lang=fr"))
                .contains(new Mapping(Kind.FORWARD, "/library/book?book=dune", "shop:a"));
        assertThat(map(uris, "/books/dune.html")).isPresent();
        assertThat(map(uris, "/other/books/dune.html")).isEmpty();
        assertThat(map(uris, "/books/Dune.html")).isEmpty();
    }

    @Test
    void a_plain_mapping_does_not_see_the_query(@TempDir Path temp) {
        VirtualUris uris = uris(temp, "Default", "/a.b", "forward:/x.html");

        assertThat(map(uris, "/a.b?c=d")).isPresent();
        assertThat(map(uris, "/aXb")).isEmpty();
    }

    @Test
    void what_is_no_uri_is_not_mapped() {
        assertThat(library.map("//", null)).isEmpty();
    }

    @Test
    void a_target_without_prefix_is_gone_on_with(@TempDir Path temp) {
        assertThat(map(uris(temp, "Default", "/a", "/x.html"), "/a"))
                .contains(new Mapping(Kind.REWRITE, "/x.html", "shop:a"));
    }

    @Test
    void a_proxy_and_a_missing_group_are_refused(@TempDir Path temp) {
        assertThatThrownBy(() -> uris(temp, "Default", "/a", "proxy:http://example.org/"))
                .hasMessageContaining("proxy: is not supported");
        assertThatThrownBy(() -> uris(temp, "Regexp", "/a(.)", "forward:/x?a=$2"))
                .hasMessageContaining("toUri names the group $2, but fromUri has only 1");
    }

    /** Where an address in one piece leads, such as {@code /books/dune.html?lang=fr}. */
    private static Optional<Mapping> map(VirtualUris uris, String address) {
        String[] parts = address.split("\\?", 2);
        return uris.map(parts[0], parts.length < 2 ? null : parts[1]);
    }

    private static VirtualUris uris(Path temp, String type, String from, String to) {
        try {
            Path mapping = temp.resolve("shop/virtualUriMappings/a.yaml");
            Files.createDirectories(mapping.getParent());
            Files.writeString(temp.resolve("shop/module.yaml"), "version: 1");
            Files.writeString(
                    mapping,
                    "class: info.magnolia.virtualuri.mapping." + type + "VirtualUriMapping\nfromUri: " + from
                            + "\ntoUri: " + to + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return virtualUris(temp);
    }

    private static VirtualUris virtualUris(Path modules) {
        MagnoliaFacts facts = MagnoliaFacts.read();
        Resources resources = new Resources(List.of(modules), List.of());
        return VirtualUris.of(Definitions.load(resources, Modules.load(resources, facts.modules()), facts));
    }
}
