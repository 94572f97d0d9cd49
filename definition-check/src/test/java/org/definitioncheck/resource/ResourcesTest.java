package org.definitioncheck.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

    @TempDir
    Path temp;

    private Path light;
    private Path content;

    @BeforeEach
    void folders() throws IOException {
        light = Files.createDirectories(temp.resolve("light"));
        content = Files.createDirectories(temp.resolve("classes"));
        write(content, "shop/templates/page.ftl", "from the jar");
        write(content, "shop/templates/other.ftl", "grüßt");
        write(content, "META-INF/magnolia/shop.xml", "<module/>");
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Resources resources() {
        return new Resources(List.of(light), List.of(content));
    }

    @Test
    void a_light_copy_of_one_file_shadows_the_jars() throws IOException {
        write(light, "shop/templates/page.ftl", "from the light module");

        assertThat(resources().find("/shop/templates/page.ftl").orElseThrow().text())
                .isEqualTo("from the light module");
        assertThat(resources().find("/shop/templates/other.ftl").orElseThrow().text())
                .isEqualTo("grüßt");
        assertThat(resources().all().map(Resource::path))
                .containsExactly(
                        "/META-INF/magnolia/shop.xml", "/shop/templates/other.ftl", "/shop/templates/page.ftl");
    }

    @Test
    void the_first_of_several_light_folders_wins() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other"));
        write(light, "shop/a.txt", "first");
        write(other, "shop/a.txt", "second");

        Resources resources = new Resources(List.of(light, other), List.of());

        assertThat(resources.find("/shop/a.txt").orElseThrow().text()).isEqualTo("first");
    }

    @Test
    void nothing_outside_of_the_modules_is_found() throws IOException {
        write(temp, "secret.txt", "secret");

        for (String path : List.of(
                "/../secret.txt",
                "/shop/../../secret.txt",
                "/shop/templates",
                "shop/templates/page.ftl",
                "//shop/templates/page.ftl",
                "/shop/./templates/page.ftl",
                "/shop\\templates\\page.ftl",
                "/\0",
                "/",
                "")) {
            assertThat(resources().find(path)).as(path).isEmpty();
        }
    }

    @Test
    void a_light_folder_has_no_descriptors_of_jars() throws IOException {
        write(light, "META-INF/magnolia/evil.xml", "<module/>");

        assertThat(resources().find("/META-INF/magnolia/evil.xml")).isEmpty();
        assertThat(resources().all().map(Resource::path)).doesNotContain("/META-INF/magnolia/evil.xml");
    }

    @Test
    void the_fingerprint_changes_with_any_file_and_with_nothing_else() throws IOException {
        write(light, "shop/templates/page.ftl", "one");
        Resources resources = resources();
        Object before = resources.fingerprint();
        assertThat(resources.changedSince(before)).isFalse();

        Path file = light.resolve("shop/templates/page.ftl");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(resources.changedSince(before)).isTrue();

        before = resources.fingerprint();
        write(light, "shop/new.yaml", "");
        assertThat(resources.changedSince(before)).isTrue();

        before = resources.fingerprint();
        Files.delete(light.resolve("shop/new.yaml"));
        assertThat(resources.changedSince(before)).isTrue();
    }

    @Test
    void a_jar_is_read_like_its_content() throws IOException {
        Path jar = temp.resolve("shop.jar");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("/shop/i18n"));
            Files.writeString(zip.getPath("/shop/i18n/m_en.properties"), "a=b");
        }

        try (Resources resources = new Resources(List.of(), List.of(jar))) {
            assertThat(resources.all().map(Resource::path)).containsExactly("/shop/i18n/m_en.properties");
            assertThat(resources
                            .find("/shop/i18n/m_en.properties")
                            .orElseThrow()
                            .text())
                    .isEqualTo("a=b");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        Path missing = temp.resolve("missing");
        assertThatThrownBy(() -> new Resources(List.of(missing), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void a_link_may_stand_for_a_module_and_leads_nowhere_out_of_one() throws IOException {
        Path elsewhere = temp.resolve("elsewhere");
        write(elsewhere, "templates/a.ftl", "a");
        write(light, "own/templates/b.ftl", "b");
        Files.createSymbolicLink(light.resolve("linked"), elsewhere);
        Files.createSymbolicLink(light.resolve("own/file.ftl"), elsewhere.resolve("templates/a.ftl"));
        Files.createSymbolicLink(light.resolve("own/folder"), elsewhere);
        Files.createSymbolicLink(light.resolve("own/inside.ftl"), Path.of("templates/b.ftl"));

        assertThat(resources().find("/linked/templates/a.ftl")).isPresent();
        assertThat(resources().find("/own/inside.ftl")).isPresent();
        assertThat(resources().find("/own/file.ftl")).isEmpty();
        assertThat(resources().find("/own/folder/templates/a.ftl")).isEmpty();
        assertThat(resources().all().map(Resource::path))
                .contains("/own/inside.ftl")
                .doesNotContain("/own/file.ftl");
    }
}
