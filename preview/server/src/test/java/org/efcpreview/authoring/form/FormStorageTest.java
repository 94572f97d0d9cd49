package org.efcpreview.authoring.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.ValueFormatException;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcpreview.authoring.NodeNames;
import org.efcpreview.authoring.Settings;
import org.efcpreview.http.Submission;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.site.SiteLocales;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of the module's own apps over a real repository. */
class FormStorageTest {
    private static final Definitions DEFINITIONS;

    static {
        Resources resources = new Resources(List.of(Path.of("light-modules")), List.of(Path.of("target/classes")));
        MagnoliaFacts facts = MagnoliaFacts.read();
        DEFINITIONS = Definitions.load(resources, Modules.load(resources, facts.modules()), facts);
    }

    @TempDir
    Path home;

    private ContentRepository content;
    private Session session;
    private Node event;
    private final EditForms forms =
            new EditForms(DEFINITIONS, new SiteLocales(Locale.ENGLISH, List.of(Locale.ENGLISH, Locale.FRENCH)));
    private final EditForm form = forms.detail("efc-events").orElseThrow();

    @BeforeEach
    void open() throws RepositoryException, IOException {
        content = ContentRepository.open(home);
        content.createWorkspace("efc-events");
        try (var types = Files.newBufferedReader(Path.of("src/main/resources/mgnl-nodetypes/efc-events.cnd"))) {
            content.registerNodeTypes("efc-events.cnd", types);
        }
        session = content.login("efc-events", User.SYSTEM);
        event = session.getRootNode().addNode("events", "mgnl:folder").addNode("launch", "efc:event");
        session.save();
    }

    @AfterEach
    void close() {
        session.logout();
        content.close();
    }

    /** What the browser sends for values, with some controls changed. */
    private Submission sent(FormValues values, String... changed) {
        Map<String, List<String>> controls = Controls.of(values);
        for (int i = 0; i < changed.length; i += 2) {
            controls.put(changed[i], List.of(changed[i + 1]));
        }
        return new Submission(controls, Map.of());
    }

    private FormValues save(Submission submission) throws RepositoryException {
        FormValues values = form.parse(submission);
        form.write(event, values, "eve");
        session.save();
        return values;
    }

    private FormValues act(FormValues values, String command) {
        return form.act(values, command).orElseThrow();
    }

    private static List<String> names(Node parent) throws RepositoryException {
        List<String> names = new ArrayList<>();
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            names.add(nodes.nextNode().getName());
        }
        return names;
    }

    @Test
    void every_definition_of_the_module_can_be_shown() {
        assertThat(EditForms.problems(DEFINITIONS, MagnoliaFacts.read())).isEmpty();
    }

    @Test
    void values_come_back_as_they_were_sent() throws RepositoryException {
        String awkward = "<b>&\"' \uD83D\uDE80 ";
        FormValues values = save(sent(
                form.defaults(),
                "title",
                awkward,
                "title_fr",
                "Lancement",
                "date/precision",
                "day",
                "date/form-day/start",
                "2014-03-24",
                "photographCount",
                "12",
                "approximate",
                "true",
                "teaser",
                "one\r\ntwo"));
        assertThat(event.getProperty("title").getString()).isEqualTo(awkward);
        assertThat(event.getProperty("title_fr").getString()).isEqualTo("Lancement");
        assertThat(event.getProperty("start").getString()).isEqualTo("2014-03-24");
        assertThat(event.getProperty("photographCount").getLong()).isEqualTo(12);
        assertThat(event.getProperty("approximate").getBoolean()).isTrue();
        assertThat(event.getProperty("closed").getBoolean()).isFalse();
        assertThat(event.getProperty("teaser").getString()).isEqualTo("one\ntwo");
        assertThat(event.hasProperty("kind")).isFalse();
        assertThat(event.hasNode("links")).isFalse();
        assertThat(event.getProperty("mgnl:lastModifiedBy").getString()).isEqualTo("eve");
        assertThat(form.read(event).texts("title")).isEqualTo(values.texts("title"));
    }

    @Test
    void nothing_is_written_where_nothing_changed() throws RepositoryException {
        save(sent(form.defaults(), "title", "Launch", "date/precision", "unknown"));
        assertThat(form.parse(sent(form.read(event)))).isEqualTo(form.read(event));
        assertThat(form.write(event, form.parse(sent(form.read(event))), "eve")).isFalse();
        assertThat(session.hasPendingChanges()).isFalse();
    }

    @Test
    void another_precision_leaves_nothing_of_the_former_date() throws RepositoryException {
        save(sent(form.defaults(), "title", "x", "date/precision", "day", "date/form-day/start", "2014-03-24"));
        save(sent(form.read(event), "date/precision", "month", "date/form-month/partialDate", "2015-01"));
        assertThat(event.hasProperty("start")).isFalse();
        assertThat(event.getProperty("partialDate").getString()).isEqualTo("2015-01");
    }

    @Test
    void entries_are_numbered_by_their_place_and_stay_the_same_nodes() throws RepositoryException {
        FormValues values = form.defaults();
        for (int i = 0; i < 3; i++) {
            values = act(values, "add:links");
        }
        save(sent(
                values,
                "links/0/url",
                "https://a.example",
                "links/1/url",
                "https://b.example",
                "links/2/url",
                "https://c.example"));
        assertThat(names(event.getNode("links"))).containsExactly("links0", "links1", "links2");
        String second = event.getNode("links/links1").getIdentifier();
        String third = event.getNode("links/links2").getIdentifier();

        save(sent(act(act(form.read(event), "remove:links/0"), "down:links/0")));

        assertThat(names(event.getNode("links"))).containsExactly("links0", "links1");
        assertThat(event.getNode("links/links0").getIdentifier()).isEqualTo(third);
        assertThat(event.getNode("links/links1").getIdentifier()).isEqualTo(second);
        assertThat(event.getNode("links/links0").getProperty("url").getString()).isEqualTo("https://c.example");
    }

    @Test
    void entries_after_a_gap_are_there() {
        FormValues sent = form.parse(new Submission(
                Map.of(
                        "links/0/_id", List.of(""),
                        "links/0/url", List.of("https://a.example"),
                        "links/2/_id", List.of(""),
                        "links/2/url", List.of("https://b.example"),
                        "links/10/_id", List.of(""),
                        "links/10/url", List.of("https://c.example")),
                Map.of()));
        assertThat(sent.of("links").asEntries().entries())
                .extracting(entry -> entry.values().texts("url").first())
                .containsExactly("https://a.example", "https://b.example", "https://c.example");
    }

    @Test
    void a_name_is_made_of_a_title() throws RepositoryException {
        assertThat(NodeNames.from("L’Europe à l’œuvre: “Été” 2014!")).isEqualTo("l-europe-a-l-oeuvre-ete-2014");
        assertThat(NodeNames.from("🚀")).isEmpty();
        assertThat(NodeNames.unique(event.getParent(), "launch")).isEqualTo("launch-2");
    }

    @Test
    void what_only_one_changed_is_kept_and_what_both_changed_is_told() throws RepositoryException {
        save(sent(
                act(form.defaults(), "add:links"),
                "title",
                "Launch",
                "city",
                "Paris",
                "links/0/url",
                "https://a.example"));
        FormValues base = form.read(event);
        FormValues yours = form.parse(sent(base, "title", "Yours", "host", "You"));
        FormValues theirs =
                form.parse(sent(base, "title", "Theirs", "city", "Lyon", "links/0/url", "https://b.example"));

        Merge merge = new Merge(base, theirs, yours, new LinkedHashMap<>());
        FormValues merged = form.fields().merge(merge, "");

        assertThat(merge.conflicts()).isEqualTo(Map.of("title", List.of("Theirs")));
        assertThat(merged.texts("title").first()).isEqualTo("Yours");
        assertThat(merged.texts("host").first()).isEqualTo("You");
        assertThat(merged.texts("city").first()).isEqualTo("Lyon");
        assertThat(merged.of("links")
                        .asEntries()
                        .entries()
                        .get(0)
                        .values()
                        .texts("url")
                        .first())
                .isEqualTo("https://b.example");
    }

    @Test
    void what_a_form_was_opened_with_can_be_sent_along() throws RepositoryException {
        save(sent(act(form.defaults(), "add:links"), "title", "é🚀", "links/0/url", "https://a.example"));
        FormValues values = form.read(event);
        assertThat(values.encoded()).matches("[A-Za-z0-9_-]+");
        assertThat(FormValues.decoded(values.encoded())).isEqualTo(values);
    }

    @Test
    void there_is_no_form_where_none_is_defined() {
        assertThat(forms.detail("nothing")).isEqualTo(Optional.empty());
        assertThat(forms.dialog("efc-events:rename").map(EditForm::hasNodeName)).contains(true);
    }

    @Test
    void a_link_to_a_page_is_let_in_and_a_script_is_not() {
        SafeHtml links = SafeHtml.of(new Settings(
                "",
                Map.of(
                        "allowedTags",
                        List.of("p", "a"),
                        "allowedAttributes",
                        List.of(Map.of("tag", "a", "attributes", List.of("href"))),
                        "allowedProtocols",
                        List.of(Map.of("tag", "a", "attribute", "href", "protocols", List.of("https"))))));
        assertThat(List.of(
                        "<p><a href=\"${link:{uuid:{x},repository:{website},path:{/events}}}\">x</a></p>",
                        "<p><a href=\"/events.html\">x</a></p>",
                        "<a href=\"https://a.example/?a=1&amp;b=2\">x</a><!-- y -->"))
                .allMatch(links::isSafe);
        assertThat(List.of(
                        "<a href=\"javascript:alert(1)\">x</a>",
                        "<a href=\"http://a.example/\">x</a>",
                        "<p class=\"x\">x</p>",
                        "<b>x</b>"))
                .noneMatch(links::isSafe);
    }

    static Stream<String> dialogs() {
        return DEFINITIONS.all(DefinitionType.DIALOG).stream()
                .map(Definition::id)
                .filter(id -> !id.matches("efc-events:(rename|move)"));
    }

    /** What a page and its components hold is in nodes that take anything. */
    @ParameterizedTest
    @MethodSource("dialogs")
    void every_dialog_gives_back_what_was_written(String id) throws RepositoryException {
        EditForm dialog = forms.dialog(id).orElseThrow();
        Node node = session.getRootNode().addNode("any", "nt:unstructured");
        FormValues values = dialog.defaults();
        for (int i = 0; i < 2; i++) {
            for (Map.Entry<String, FieldValue> field :
                    dialog.defaults().fields().entrySet()) {
                if (field.getValue() instanceof FormValues.Entries) {
                    values = dialog.act(values, "add:" + field.getKey()).orElseThrow();
                }
            }
        }
        Map<String, List<String>> controls = Controls.of(values);
        controls.replaceAll((control, before) -> {
            if (control.endsWith("_id") || before.contains("true")) {
                return before;
            }
            return List.of(
                    before.contains("false") ? "true" : control.matches(".*[cC]ount|max.*") ? "7" : "<b>&\"' 🚀");
        });
        FormValues sent = dialog.parse(new Submission(controls, Map.of()));
        try {
            assertThat(dialog.write(node, sent, "eve")).isTrue();
        } catch (ValueFormatException e) {
            throw new AssertionError("A number is called otherwise in " + id, e);
        }
        session.save();
        Map<String, List<String>> read = Controls.of(dialog.read(node));
        controls.keySet().removeIf(control -> control.endsWith("_id"));
        read.keySet().removeIf(control -> control.endsWith("_id"));
        assertThat(read).containsAllEntriesOf(controls);
    }

    /** As a browser may send it back in a form: 200,000 levels take half a kilobyte. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"fields\":{\"a\":", "{\"a\":", "[", "{\"entries\":[{\"id\":\"\",\"values\":"})
    void what_is_nested_without_end_is_no_form(String level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(level.repeat(200_000).getBytes(StandardCharsets.UTF_8));
        }
        String sent = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        assertThatThrownBy(() -> FormValues.decoded(sent)).isInstanceOf(IllegalArgumentException.class);
    }
}
