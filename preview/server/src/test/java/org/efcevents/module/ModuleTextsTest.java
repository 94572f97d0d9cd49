package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.KeyGenerator;
import org.definitioncheck.message.Messages;
import org.definitioncheck.message.RequiredKey;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcevents.assign.Assignment;
import org.efcevents.columns.Meaning;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.PublishedState;
import org.efcevents.copy.CopiedPart;
import org.efcevents.date.EventDate;
import org.efcevents.desk.DeskPages;
import org.efcevents.desk.Doubt;
import org.efcevents.desk.ReviewFilter;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventStatus;
import org.efcevents.event.ItemKind;
import org.efcevents.event.Part;
import org.efcevents.event.Visibility;
import org.efcevents.health.Check;
import org.efcevents.imports.FieldChange;
import org.efcevents.imports.SavedFiles;
import org.efcevents.publish.Outcome;
import org.efcevents.publish.Publishable;
import org.efcevents.savedpage.OtherFile;
import org.efcevents.savedpage.UnusableZip;
import org.efcevents.source.AccountedPart;
import org.efcevents.source.EventField;
import org.efcevents.source.Remark;
import org.efcevents.spreadsheet.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads a key, or the wrong language: not an officer, not a visitor. */
class ModuleTextsTest {

    private static final Path MODULE = Path.of("src/main/resources/efc-events");
    private static final Path SITE = Path.of("light-modules/efc-site");

    private final MagnoliaFacts facts = MagnoliaFacts.read();
    private final Resources resources = new Resources(List.of(), List.of(Path.of("target/classes")));
    private final Definitions definitions =
            Definitions.load(resources, Modules.load(resources, facts.modules()), facts);
    private final Messages messages = Messages.load(resources);

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everythingThatAnOfficerReadsHasAText(String language) {
        assertThat(new KeyGenerator(facts).requiredKeys(definitions))
                .hasSizeGreaterThan(500)
                .filteredOn(key -> key.missingIn(messages, facts, Locale.forLanguageTag(language)))
                .extracting(RequiredKey::toString)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "efc-events/i18n/app-efc-events-messages",
                "efc-events/i18n/choices-efc-events-messages",
                "efc-events/i18n/desk-efc-events-messages",
                "efc-events/i18n/module-efc-events-messages",
                "efc-events/i18n/site-efc-events-messages",
                "efc-site/i18n/site-efc-site-messages"
            })
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        Path root = bundle.startsWith("efc-site") ? Path.of("light-modules") : Path.of("src/main/resources");
        Properties english = read(root.resolve(bundle + "_en.properties"));
        Properties french = read(root.resolve(bundle + "_fr.properties"));

        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(french.values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everythingThatAVisitorReadsHasATextAndEveryTextAReader(String language) throws IOException {
        Properties texts = read(MODULE.resolve("i18n/site-efc-events-messages_" + language + ".properties"));
        texts.putAll(read(MODULE.resolve("i18n/desk-efc-events-messages_" + language + ".properties")));
        texts.putAll(read(SITE.resolve("i18n/site-efc-site-messages_" + language + ".properties")));
        Set<String> used = new TreeSet<>();
        Set<String> families = new TreeSet<>();
        // Templates print most of them; Java says which names channels have, and which notices there are.
        Path java = Path.of("src/main/java");
        for (Path root : List.of(MODULE, SITE, java)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(ftl|java)"))
                        .toList()) {
                    Pattern.compile("['\"](efc(?:-site)?\\.[A-Za-z-][A-Za-z.-]*)['\"]")
                            .matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(key -> (key.endsWith(".") ? families : used).add(key));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(20);
        assertThat(families)
                .containsExactly(
                        "efc.check.kind.",
                        "efc.check.visibility.",
                        "efc.desk.change.back.",
                        "efc.desk.change.done.",
                        "efc.desk.change.what.",
                        "efc.desk.check.",
                        "efc.desk.copy.part.",
                        "efc.desk.detail.",
                        "efc.desk.import.doubt.",
                        "efc.desk.import.field.",
                        "efc.desk.import.file.",
                        "efc.desk.import.other.",
                        "efc.desk.import.remark.",
                        "efc.desk.import.remove.again.",
                        "efc.desk.import.show.",
                        "efc.desk.import.state.",
                        "efc.desk.import.stays.",
                        "efc.desk.import.table.unreadable.",
                        "efc.desk.import.use.",
                        "efc.desk.import.words.",
                        "efc.desk.import.zip.",
                        "efc.desk.nav.",
                        "efc.desk.publish.failure.",
                        "efc.desk.publish.kind.",
                        "efc.desk.publish.one.",
                        "efc.desk.reports.by.",
                        "efc.desk.severity.",
                        "efc.desk.state.",
                        "efc.desk.why.",
                        "efc.item.",
                        "efc.kind.",
                        "efc.nav.",
                        "efc.part.",
                        "efc.status.");
        used.addAll(Set.of("efc.nav.events", "efc.nav.speakers", "efc.nav.work-packages"));
        Stream.of(EventDate.Problem.Type.values()).forEach(kind -> used.add("efc.check.kind." + kind.key()));
        Stream.of(Visibility.values())
                .filter(visibility -> visibility != Visibility.PUBLIC)
                .forEach(visibility -> used.add("efc.check.visibility." + visibility.key()));
        Stream.of(CopiedPart.values()).forEach(part -> used.add("efc.desk.copy.part." + part.key()));
        for (Assignment.Action action : Assignment.Action.values()) {
            for (String moment : List.of("what", "done", "back")) {
                used.add("efc.desk.change." + moment + "." + action.key());
            }
        }
        for (Publishable.Kind kind : Publishable.Kind.values()) {
            used.addAll(Set.of("efc.desk.publish.kind." + kind.key(), "efc.desk.publish.one." + kind.key()));
        }
        Stream.of(Outcome.values())
                .filter(Outcome::isFailure)
                .forEach(outcome -> used.add("efc.desk.publish.failure." + outcome.key()));
        Stream.of(PublishedState.values()).forEach(state -> used.add("efc.desk.state." + state.key()));
        DeskPages.ALL.forEach(page -> used.add("efc.desk.nav." + (page.name().isEmpty() ? "missing" : page.name())));
        for (Check check : Check.values()) {
            used.addAll(Set.of(
                    "efc.desk.check." + check.key(),
                    "efc.desk.why." + check.key(),
                    "efc.desk.severity." + check.severity().key()));
        }
        List.of(
                        "field-unread",
                        "date-wrong",
                        "part-gone",
                        "part-not-published",
                        "file-not-published",
                        "file-gone",
                        "file-reachable",
                        "file-out-of-reach",
                        "deadline-late",
                        "programme-unclear",
                        "link-broken",
                        "link-revealing",
                        "text-damaged",
                        "address-shared",
                        "alt-missing",
                        "translation-missing",
                        "event-twice",
                        "speaker-twice")
                .forEach(check -> used.add("efc.desk.detail." + check));
        Stream.of(AccountedPart.Use.values()).forEach(use -> used.add("efc.desk.import.use." + use.key()));
        List.of("offered", "person", "speaker", "link", "document", "picture")
                .forEach(fact -> used.add("efc.desk.import.field." + fact));
        Stream.of(EventField.values()).forEach(field -> used.add("efc.desk.import.field." + field.property()));
        Meaning.all(List.of(Locale.ENGLISH)).forEach(meaning -> used.add("efc.desk.import.field." + meaning));
        Stream.of(UnreadableTable.Reason.values())
                .forEach(reason -> used.add("efc.desk.import.table.unreadable." + reason.key()));
        Stream.of(SavedFiles.State.values())
                .forEach(
                        state -> used.add("efc.desk.import.file." + state.name().toLowerCase(Locale.ROOT)));
        Stream.of(Remark.Type.values()).forEach(remark -> used.add("efc.desk.import.remark." + remark.key()));
        used.add("efc.desk.import.file.undescribed");
        Stream.of(UnusableZip.Reason.values()).forEach(reason -> used.add("efc.desk.import.zip." + reason.key()));
        Stream.of(Doubt.values()).forEach(doubt -> used.add("efc.desk.import.doubt." + doubt.key()));
        Stream.of(OtherFile.values()).forEach(kind -> used.add("efc.desk.import.other." + kind.key()));
        Stream.of(ReviewFilter.values()).forEach(filter -> used.add("efc.desk.import.show." + filter.key()));
        Stream.of(FieldChange.Becoming.values())
                .filter(becoming -> becoming != FieldChange.Becoming.CHANGED)
                .forEach(becoming ->
                        used.add("efc.desk.import.stays." + becoming.name().toLowerCase(Locale.ROOT)));
        List.of("page", "table", "calendar").forEach(kind -> {
            used.add("efc.desk.import.words." + kind);
            used.add("efc.desk.import.remove.again." + kind);
        });
        List.of("there", "changed", "perhaps").forEach(state -> used.add("efc.desk.import.state." + state));
        options("kind").forEach(kind -> used.add("efc.kind." + kind));
        ItemKind.words().forEach(kind -> used.add("efc.item." + kind));
        options("part").forEach(part -> used.add("efc.part." + part));
        options("status").forEach(status -> used.add("efc.status." + status));

        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @CsvSource({
        "kind, efc.kind., en", "kind, efc.kind., fr",
        "status, efc.status., en", "status, efc.status., fr",
        "part, efc.part., en", "part, efc.part., fr",
        "programme/kind, efc.item., en", "programme/kind, efc.item., fr"
    })
    void whatAnOfficerPicksReadsAsVisitorsReadIt(String property, String keys, String language) {
        Definition app = definitions.find(DefinitionType.APP, "efc-events").orElseThrow();
        Messages.InLocale texts = messages.in(Locale.forLanguageTag(language));

        assertThat(fields(app.values(), property))
                .isNotEmpty()
                .allSatisfy(options -> assertThat(options).isNotEmpty().allSatisfy(option -> {
                    String own = keys + option.get("value");
                    assertThat(texts.get(option.get("label").toString()))
                            .isEqualTo(texts.get(own))
                            .isNotEqualTo(own);
                }));
    }

    @Test
    void theFormsTheContentTypeAndJavaKnowTheSameWords() {
        Definition app = definitions.find(DefinitionType.APP, "efc-events").orElseThrow();
        Map<String, List<String>> words = Map.of(
                "kind", EventKind.words(),
                "status", words(EventStatus.values()),
                "part", words(Part.values()),
                "programme/kind", ItemKind.words());

        words.forEach((property, known) -> {
            assertThat(options(property)).containsExactlyInAnyOrderElementsOf(known);
            assertThat(fields(app.values(), property)).isNotEmpty().allSatisfy(options -> assertThat(options)
                    .extracting(option -> option.get("value"))
                    .isEqualTo(known));
        });
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants).map(OpenEnum::wordOf).toList();
    }

    /** The options of each field of that name, wherever in an app it is; of those within the programme, with that before it. */
    private static List<List<Map<String, Object>>> fields(Object tree, String path) {
        String[] names = path.split("/");
        return fields(tree, names[names.length - 1], names.length > 1, false);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Map<String, Object>>> fields(Object tree, String name, boolean ofItems, boolean inItem) {
        if (tree instanceof Map<?, ?> map) {
            boolean within = inItem || "programme".equals(map.get("name"));
            Stream<List<Map<String, Object>>> here = name.equals(map.get("name"))
                            && within == ofItems
                            && map.get("datasource") instanceof Map<?, ?> source
                            && source.get("options") instanceof List<?> options
                    ? Stream.of((List<Map<String, Object>>) options)
                    : Stream.empty();
            return Stream.concat(
                            here, map.values().stream().flatMap(value -> fields(value, name, ofItems, within).stream()))
                    .toList();
        }
        return tree instanceof List<?> list
                ? list.stream()
                        .flatMap(item -> fields(item, name, ofItems, inItem).stream())
                        .toList()
                : List.of();
    }

    /** The values that an officer can choose from for a property, wherever in the content type it is; see {@link #fields}. */
    private Set<String> options(String path) {
        Definition event =
                definitions.find(DefinitionType.CONTENT_TYPE, "efcEvent").orElseThrow();
        boolean ofItems = path.startsWith("programme/");
        String property = path.substring(path.indexOf('/') + 1);
        Set<String> values =
                options(event.values(), property, ofItems, false).collect(Collectors.toCollection(TreeSet::new));
        assertThat(values).as("options of " + path).isNotEmpty();
        return values;
    }

    private static Stream<String> options(Object tree, String property, boolean ofItems, boolean inItem) {
        if (tree instanceof Map<?, ?> map) {
            boolean within = inItem || "programmeItem".equals(map.get("name"));
            Stream<String> here = property.equals(map.get("name"))
                            && within == ofItems
                            && map.get("options") instanceof List<?> options
                    ? options.stream()
                            .map(option -> ((Map<?, ?>) option).get("value").toString())
                    : Stream.empty();
            return Stream.concat(
                    here, map.values().stream().flatMap(value -> options(value, property, ofItems, within)));
        }
        return tree instanceof List<?> list
                ? list.stream().flatMap(item -> options(item, property, ofItems, inItem))
                : Stream.empty();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
