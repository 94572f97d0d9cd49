package org.definitioncheck.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.definitioncheck.problem.ProblemsException;
import org.definitioncheck.resource.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {

    private static final Map<String, Modules.Known> MAGNOLIA =
            Map.of("core", new Modules.Known("6.2.45", 0), "site", new Modules.Known("1.4.6", 7));

    @TempDir
    Path temp;

    private void write(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void module(String name, String... dependencies) throws IOException {
        StringBuilder xml = new StringBuilder("<!DOCTYPE module SYSTEM \"module.dtd\">\n<module>\n  <name>" + name
                + "</name>\n  <version>1.0</version>\n");
        if (dependencies.length > 0) {
            xml.append("  <dependencies>\n");
            for (String dependency : dependencies) {
                String[] parts = dependency.split(" ");
                xml.append("    <dependency><name>").append(parts[0]).append("</name>");
                if (parts.length > 1) {
                    xml.append("<version>").append(parts[1]).append("</version>");
                }
                xml.append("</dependency>\n");
            }
            xml.append("  </dependencies>\n");
        }
        write("jar/META-INF/magnolia/" + name + ".xml", xml + "</module>\n");
    }

    private Modules load() throws IOException {
        Files.createDirectories(temp.resolve("jar"));
        Files.createDirectories(temp.resolve("light"));
        return Modules.load(new Resources(List.of(temp.resolve("light")), List.of(temp.resolve("jar"))), MAGNOLIA);
    }

    @Test
    void dependencies_come_first_then_names() throws IOException {
        module("zoo", "core 6.2/*");
        module("apes", "zoo *", "core");
        module("bears", "core");
        write("light/a-site/module.yaml", "dependencies:\n  - {name: apes, version: '[1,2)'}\n");

        assertThat(load().inOrder())
                .extracting(ModuleDescriptor::name)
                .containsExactly("bears", "zoo", "apes", "a-site");
        assertThat(load().position("folder-that-is-no-module")).isEqualTo(-1);
        assertThat(load().dependsOn("apes", "zoo")).isTrue();
    }

    @Test
    void a_descriptor_says_what_it_registers() throws IOException {
        write(
                "jar/META-INF/magnolia/shop.xml",
                """
                <module>
                  <name>shop</name>
                  <version>1.0-SNAPSHOT</version>
                  <components>
                    <id>main</id>
                    <component><type>a.B</type><implementation>a.C</implementation><scope>singleton</scope></component>
                  </components>
                  <repositories>
                    <repository>
                      <name>magnolia</name>
                      <workspaces><workspace>goods</workspace><workspace>carts</workspace></workspaces>
                      <nodeTypeFile>/mgnl-nodetypes/shop.cnd</nodeTypeFile>
                    </repository>
                  </repositories>
                </module>
                """);

        ModuleDescriptor shop = load().find("shop").orElseThrow();

        assertThat(shop.workspaces()).containsExactly("goods", "carts");
        assertThat(shop.repositories().get(0).nodeTypeFile()).contains("/mgnl-nodetypes/shop.cnd");
        assertThat(shop.components()).singleElement().satisfies(component -> assertThat(component.implementation())
                .isEqualTo("a.C"));
    }

    @Test
    void an_element_out_of_order_is_named_with_its_line() throws IOException {
        write(
                "jar/META-INF/magnolia/shop.xml",
                """
                <module>
                  <name>shop</name>
                  <version>1.0</version>
                  <description>late</description>
                  <colour>red</colour>
                  <dependencies/>
                </module>
                """);

        assertThatThrownBy(this::load)
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("/META-INF/magnolia/shop.xml:4: <description> stands too late in <module>")
                .hasMessageContaining("/META-INF/magnolia/shop.xml:5: <colour> is unknown in <module>")
                .hasMessageContaining("/META-INF/magnolia/shop.xml:6: <dependencies> lacks <dependency>");
    }

    @Test
    void an_unfiltered_version_is_refused() throws IOException {
        write(
                "jar/META-INF/magnolia/shop.xml",
                "<module><name>shop</name><version>${project.version}</version></module>");

        assertThatThrownBy(this::load)
                .hasMessageContaining("${project.version}")
                .hasMessageContaining("Maven");
    }

    @Test
    void broken_xml_is_told_with_its_line() throws IOException {
        write("jar/META-INF/magnolia/shop.xml", "<module>\n<name>shop</nam>\n</module>");

        assertThatThrownBy(this::load).hasMessageStartingWith("/META-INF/magnolia/shop.xml:2: is no well-formed XML");
    }

    @Test
    void a_missing_dependency_and_a_version_that_does_not_fit_are_told() throws IOException {
        module("shop", "core 6.2", "bank *", "site [1.3,1.4)");

        assertThatThrownBy(this::load)
                .hasMessageContaining("shop.xml:6: accepts only 6.2 of module 'core', which is 6.2.45")
                .hasMessageContaining("shop.xml:7: depends on module 'bank'")
                .hasMessageContaining("shop.xml:8: accepts only [1.3,1.4) of module 'site'");
    }

    @Test
    void an_optional_dependency_may_be_absent() throws IOException {
        write("light/shop/module.yaml", "version: 1.0\ndependencies:\n  - {name: bank, optional: true}\n");

        assertThat(load().find("shop").orElseThrow().light()).isTrue();
    }

    @Test
    void a_circle_is_told() throws IOException {
        module("a", "b");
        module("b", "c");
        module("c", "a");

        assertThatThrownBy(this::load).hasMessageContaining("depends on itself: a needs b needs c needs a");
    }

    @Test
    void an_unknown_key_of_a_light_descriptor_is_told() throws IOException {
        write("light/shop/module.yaml", "version: 1.0\nworkspace: goods\n");

        assertThatThrownBy(this::load).hasMessageContaining("/shop/module.yaml:2: 'workspace' is unknown");
    }

    @Test
    void a_light_module_with_the_name_of_a_jar_is_refused() throws IOException {
        module("shop");
        write("light/shop/module.yaml", "version: 1.0\n");

        assertThatThrownBy(this::load).hasMessageContaining("defines module 'shop', which");
    }
}
