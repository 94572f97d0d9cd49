package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.efcevents.content.NodeType;
import org.efcevents.replace.TextField;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Words are looked for in all texts that the content types have, and in nothing else. */
class ReplacedFieldsTest {

    private static final Path MODULE = Path.of("src/main/resources/efc-events");

    /** What is text too, but no words: names of people, dates, codes, addresses, and what a migrated entry said. */
    private static final Set<String> NO_WORDS = Set.of(
            "code",
            "country",
            "day",
            "endTime",
            "end",
            "familyName",
            "formerAddresses",
            "fullName",
            "honorific",
            "kind",
            "language",
            "languages",
            "onlineAddress",
            "otherNames",
            "part",
            "partialDate",
            "periodEnd",
            "periodStart",
            "precision",
            "recording",
            "registrationAddress",
            "registrationDeadline",
            "sourceTitle",
            "sourceUid",
            "sourceUrl",
            "start",
            "startTime",
            "status",
            "timeZone",
            "url");

    /** Where each sub-model is, in an event or elsewhere. */
    private static final Map<String, String> LISTS = Map.of(
            "programmeItem", "programme",
            "participation", "participations",
            "link", "links",
            "document", "documents",
            "picture", "gallery",
            "notice", "publicNotice",
            "members", "members");

    private static final class WithIncludes extends SafeConstructor {
        WithIncludes() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!include:", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String file = node.getTag().getValue().substring("!include:/efc-events/".length());
                    return read(file);
                }
            });
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }
    }

    private static Object read(String file) {
        try {
            return new Yaml(new WithIncludes()).load(Files.readString(MODULE.resolve(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object of) {
        return (Map<String, Object>) of;
    }

    private static void add(Object properties, String list, Set<String> texts) {
        for (Object each : (List<?>) properties) {
            Map<String, Object> property = map(each);
            String name = property.get("name").toString();
            boolean rich = "richText".equals(property.get("type"));
            if ((rich || "String".equals(property.get("type"))) && !NO_WORDS.contains(name)) {
                texts.add(list + "/" + name + (rich ? " rich" : ""));
            }
        }
    }

    @Test
    void areThoseOfTheContentTypes() {
        Set<String> texts = new TreeSet<>();
        for (String type : List.of("efcEvent", "efcSpeaker", "efcWorkPackage")) {
            Map<String, Object> model =
                    map(map(read("contentTypes/" + type + ".yaml")).get("model"));
            add(model.get("properties"), "", texts);
            for (Object each : (List<?>) model.getOrDefault("subModels", List.of())) {
                Map<String, Object> part = map(each);
                add(part.get("properties"), LISTS.get(part.get("name").toString()), texts);
            }
        }
        // Members have documents of their own.
        texts.add("members/documents/title");

        assertThat(TextField.all().stream()
                        .map(field -> field.list() + "/" + field.property() + (field.rich() ? " rich" : "")))
                .containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void areCalledAsInTheForms() throws IOException {
        String labels = Files.readString(MODULE.resolve("i18n/app-efc-events-messages_en.properties"));

        for (TextField field : TextField.all()) {
            if (field.listLabel() != null) {
                assertThat(labels).contains("\n" + field.listLabel() + " = ");
            }
            assertThat(List.of(NodeType.EVENT, NodeType.SPEAKER, NodeType.WORK_PACKAGE))
                    .as(field.toString())
                    .anyMatch(type -> labels.contains("\n" + field.label(type) + " = "));
        }
    }
}
