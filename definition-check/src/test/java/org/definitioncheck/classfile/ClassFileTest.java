package org.definitioncheck.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Severity;
import org.definitioncheck.resource.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** A module's own class of fields: {@code $type: slider}, with steps, a label that it inherits, and a list of marks. */
class ClassFileTest {

    private static final String TEXT_FIELD = "info/magnolia/ui/field/TextFieldDefinition";

    @TempDir
    Path temp;

    @BeforeEach
    void module() throws IOException {
        write("shop/module.yaml", "version: 1\n".getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] content) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void slider(String parent) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "acme/SliderDefinition", null, parent, null);
        writer.visitAnnotation("Linfo/magnolia/ui/field/FieldType;", true).visit("value", "slider");
        writer.visitField(Opcodes.ACC_STATIC, "KEY", "Ljava/lang/String;", null, "shop.slider")
                .visitEnd();
        writer.visitMethod(Opcodes.ACC_PUBLIC, "setSteps", "(I)V", null, null).visitEnd();
        writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "setMarks",
                        "(Ljava/util/List;)V",
                        "(Ljava/util/List<Ljava/lang/String;>;)V",
                        null)
                .visitEnd();
        write("acme/SliderDefinition.class", writer.toByteArray());
    }

    private void dialog(String field) throws IOException {
        write(
                "shop/dialogs/sale.yaml",
                ("form:\n  properties:\n    size: " + field + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private List<Problem> problems() {
        Resources resources = new Resources(List.of(temp), List.of());
        MagnoliaFacts facts = MagnoliaFacts.read().with(ClassFile.all(resources));
        return Definitions.problems(resources, Modules.load(resources, facts.modules()), facts);
    }

    @Test
    void says_what_can_be_set_and_what_texts_are_in_it() throws IOException {
        slider(TEXT_FIELD);

        assertThat(ClassFile.all(new Resources(List.of(), List.of(temp))))
                .singleElement()
                .satisfies(slider -> {
                    assertThat(slider.name()).isEqualTo("acme.SliderDefinition");
                    assertThat(slider.parent()).isEqualTo("info.magnolia.ui.field.TextFieldDefinition");
                    assertThat(slider.alias()).isEqualTo("slider");
                    assertThat(slider.properties())
                            .containsEntry("steps", "int")
                            .containsEntry("marks", "list<string>")
                            .hasSize(2);
                    assertThat(slider.texts()).contains("shop.slider");
                });
    }

    @Test
    void is_a_type_by_its_name_and_by_its_annotation() throws IOException {
        slider(TEXT_FIELD);

        dialog("{class: acme.SliderDefinition, label: Size, steps: 3, marks: [a, b]}");
        assertThat(problems()).isEmpty();
        dialog("{$type: slider, label: Size, steps: 3}");
        assertThat(problems()).isEmpty();
    }

    @Test
    void is_checked_with_what_it_inherits() throws IOException {
        slider(TEXT_FIELD);
        dialog("{$type: slider, label: Size, steps: many, step: 1}");

        assertThat(problems())
                .extracting(Problem::what)
                .satisfiesExactly(
                        what -> assertThat(what).startsWith("'step' is no property of slider"),
                        what -> assertThat(what).isEqualTo("'steps' must be a whole number, not many"));
    }

    @Test
    void is_not_judged_by_a_parent_that_is_not_there() throws IOException {
        slider("acme/Base");
        dialog("{class: acme.SliderDefinition, label: Size}");

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.UNCHECKED);
            assertThat(problem.what()).startsWith("acme.SliderDefinition extends acme.Base, of which nothing is known");
        });
    }

    @Test
    void what_is_no_class_is_passed_over() throws IOException {
        write("acme/Broken.class", new byte[] {1, 2, 3});

        assertThat(ClassFile.all(new Resources(List.of(), List.of(temp)))).isEmpty();
    }
}
