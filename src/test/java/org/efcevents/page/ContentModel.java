package org.efcevents.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What the content types say that nodes hold, as a list of places where a value can be. */
final class ContentModel {

    private static final Path RESOURCES = Path.of("src/main/resources");

    /**
     * A property of an event, a speaker, a work package or of a part of one.
     *
     * @param contentType such as {@code efcEvent}
     * @param parts the nodes between the event and the one that has the property, each with its type after a blank
     * @param name the property; for one that is a part itself, the name of its node
     * @param isTranslated whether each language has its own
     * @param isRich whether it holds formatted text
     */
    record Place(String contentType, List<String> parts, String name, boolean isTranslated, boolean isRich) {

        /** Where the value of a language is that is not the default one. */
        Place in(String language) {
            return new Place(contentType, parts, name + "_" + language, false, isRich);
        }

        /** What the node is that has it. */
        String node() {
            return contentType + " " + String.join("/", parts);
        }

        @Override
        public String toString() {
            return node() + (parts.isEmpty() ? "" : "/") + name;
        }
    }

    private ContentModel() {}

    static Stream<Place> places() {
        return Stream.of("efcEvent", "efcSpeaker", "efcWorkPackage").flatMap(type -> {
            Map<?, ?> model = (Map<?, ?>) load(RESOURCES.resolve("efc-events/contentTypes/" + type + ".yaml"))
                    .get("model");
            List<Place> places = new ArrayList<>();
            add(places, type, List.of(), model, models(model));
            return places.stream();
        });
    }

    private static List<?> models(Map<?, ?> model) {
        return model.get("subModels") == null ? List.of() : (List<?>) model.get("subModels");
    }

    private static void add(List<Place> places, String type, List<String> parts, Map<?, ?> model, List<?> subModels) {
        for (Object each : (List<?>) model.get("properties")) {
            Map<?, ?> property = (Map<?, ?>) each;
            String name = (String) property.get("name");
            boolean rich = "richText".equals(property.get("type")) || name.equals("description");
            places.add(new Place(type, parts, name, Boolean.TRUE.equals(property.get("i18n")), rich));
            for (Object subModel : subModels) {
                Map<?, ?> part = (Map<?, ?>) subModel;
                if (part.get("name").equals(property.get("type"))) {
                    List<String> deeper = new ArrayList<>(parts);
                    if (Boolean.TRUE.equals(property.get("multiple"))) {
                        deeper.add(name + " mgnl:contentNode");
                        deeper.add(name + "0 " + part.get("nodeType"));
                    } else {
                        deeper.add(name + " " + part.get("nodeType"));
                    }
                    add(places, type, deeper, part, subModels);
                }
            }
        }
    }

    private static Map<?, ?> load(Path file) {
        try {
            return new Yaml(new Including()).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Magnolia's own {@code !include:/path}. */
    private static final class Including extends SafeConstructor {

        Including() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!include:", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return load(RESOURCES.resolve(
                            ((ScalarNode) node).getTag().getValue().substring("!include:/".length())));
                }
            });
        }
    }
}
