package org.efcpreview.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.jackrabbit.commons.JcrUtils;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcevents.fidelity.FilledForm;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.site.SiteLocales;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms here store what those of Magnolia's AdminCentral do: {@code AdminCentralInMagnolia} fills them with the same. */
class FormsOfMagnoliaTest {

    @TempDir
    Path home;

    static Stream<String> forms() {
        return Stream.concat(
                Stream.of("efc-events", "efc-speakers", "efc-work-packages"), FilledForm.dialogs().stream());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void store_what_magnolias_store(String name) throws Exception {
        Resources resources = new Resources(List.of(Path.of("light-modules")), List.of(Path.of("target/classes")));
        MagnoliaFacts facts = MagnoliaFacts.read();
        Definitions definitions = Definitions.load(resources, Modules.load(resources, facts.modules()), facts);
        SiteLocales locales = new SiteLocales(Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH));
        EditForms forms = new EditForms(definitions, locales);
        boolean isDialog = name.contains(":");
        EditForm form = (isDialog ? forms.dialog(name) : forms.detail(name)).orElseThrow();
        try (ContentRepository content = ContentRepository.open(home)) {
            content.createWorkspace("efc-events");
            try (var types = Files.newBufferedReader(Path.of("src/main/resources/mgnl-nodetypes/efc-events.cnd"))) {
                content.registerNodeTypes("efc-events.cnd", types);
            }
            Session session = content.login("efc-events", User.SYSTEM);
            List<FilledForm.Step> steps = FilledForm.of(name).steps();
            String type = steps.get(0).stored().get(0);
            Node node = new Stamp("eve", Calendar.getInstance()).added(session.getRootNode(), "new", type);
            for (FilledForm.Step step : steps) {
                boolean isNew = step == steps.get(0) && !isDialog;
                fill(form, node, isNew ? form.defaults() : form.read(node), step);
                session.save();
                assertThat(told(stored(node, ""))).containsExactlyElementsOf(told(step.stored()));
            }
            session.logout();
        }
    }

    private static void fill(EditForm form, Node node, FormValues before, FilledForm.Step step)
            throws RepositoryException {
        FormValues values = before;
        for (String act : step.acts()) {
            values = form.act(values, act.replace(' ', ':')).orElseThrow();
        }
        Map<String, List<String>> controls = Controls.of(values);
        assertThat(controls.keySet()).containsAll(step.values().keySet());
        controls.putAll(step.values());
        form.write(node, form.parse(new Submission(controls, Map.of())), "eve");
    }

    /**
     * Here there is no node before something is in it: readers find nothing in an empty one. They ask for nodes by name: in which order
     * they were made, that of the definition or that of its tabs, says nothing.
     */
    private static List<String> told(List<String> stored) {
        List<String> lines = FilledForm.withoutWhatIsEmpty(stored);
        lines.sort(Comparator.comparing(line -> line.matches("\\w+[/@ ].*") ? line.split("[/@ ]", 2)[0] : ""));
        return lines;
    }

    private static List<String> stored(Node node, String at) throws RepositoryException {
        List<String> lines = new ArrayList<>();
        lines.add((at + " " + node.getPrimaryNodeType().getName()).strip());
        Map<String, Property> properties = new TreeMap<>();
        for (Property property : JcrUtils.getProperties(node)) {
            properties.put(property.getName(), property);
        }
        for (Property property : properties.values()) {
            String name = property.getName();
            if (name.startsWith("jcr:")) {
                continue;
            }
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                lines.add(at + "@" + name + (property.isMultiple() ? "[] " : " ")
                        + PropertyType.nameFromValue(value.getType())
                        + (name.startsWith("mgnl:")
                                ? ""
                                : " " + value.getString().replace("\n", "\\n")));
            }
        }
        for (Node child : JcrUtils.getChildNodes(node)) {
            lines.addAll(stored(child, at.isEmpty() ? child.getName() : at + "/" + child.getName()));
        }
        return lines;
    }
}
