package org.efcpreview.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An endpoint definition {@code jcrDeliveryEndpoint_v2}, with Magnolia's defaults.
 *
 * @param workspace where the content lies
 * @param rootPath node below which it lies; empty for the whole workspace
 * @param strict node types count by their very name, not by what derives from them
 * @param nodeTypes types that are found and shown; empty if there are none, which answers 404
 * @param childNodeTypes types of sub-nodes that are shown; empty for every type
 * @param depth levels of sub-nodes; negative for all of them
 * @param limit results on a page, unless the request says otherwise
 * @param maxLimit the most that a request can say
 * @param includeSystemProperties shows {@code jcr:} and {@code mgnl:} properties
 * @param systemProperties names, with wild cards, of those that are shown; if there are any, only they are
 * @param properties names of the properties that are shown; empty for all
 * @param excludeProperties names of those that are not; empty if {@code properties} says something
 * @param referenceDepth how far references are followed
 * @param referenceRepeat also to a node that is being shown already
 * @param references which properties refer to something
 */
record Definition(
        String workspace,
        String rootPath,
        boolean strict,
        List<String> nodeTypes,
        List<String> childNodeTypes,
        int depth,
        long limit,
        long maxLimit,
        boolean includeSystemProperties,
        List<String> systemProperties,
        List<String> properties,
        List<String> excludeProperties,
        int referenceDepth,
        boolean referenceRepeat,
        List<Reference> references) {

    /**
     * Properties that refer to something.
     *
     * @param propertyName pattern of their names
     * @param nodeType the type that their node must have; null for any
     * @param resolver what they refer to
     */
    record Reference(Pattern propertyName, String nodeType, Resolver resolver) {}

    /** What a property refers to. */
    sealed interface Resolver {}

    /**
     * A node, by its identifier.
     *
     * @param workspace where it lies
     * @param expand false: nothing is resolved
     * @param depth levels of its sub-nodes; negative for all
     * @param properties names of its properties that are shown; empty for all
     * @param excludeProperties names of those that are not
     */
    record NodeResolver(
            String workspace, boolean expand, int depth, List<String> properties, List<String> excludeProperties)
            implements Resolver {}

    /**
     * An asset, by its key {@code jcr:<identifier>}.
     *
     * @param expand false: only its address is shown
     * @param metadata shows what is known of it
     * @param link shows its address
     */
    record AssetResolver(boolean expand, boolean metadata, boolean link) implements Resolver {}

    private static final Set<String> ENDPOINT_TYPES = Set.of(
            "jcrDeliveryEndpoint_v2",
            "info.magnolia.rest.delivery.jcr.v2.JcrDeliveryEndpointDefinition",
            "info.magnolia.rest.delivery.jcr.v2.ConfiguredJcrDeliveryEndpointDefinition");

    static Definition of(Map<String, Object> values) {
        Reader reader = new Reader("", values);
        reader.type(ENDPOINT_TYPES);
        reader.ignore("name", "endpointPath", "enabled");
        reader.mustBeFalse("bypassWorkspaceAcls", "personalized");
        List<String> properties = reader.strings("properties", List.of());
        List<String> excluded = reader.strings("excludeProperties", List.of());
        int referenceDepth = (int) reader.number("referenceDepth", 1);
        Definition definition = new Definition(
                reader.text("workspace"),
                reader.optionalText("rootPath", ""),
                reader.flag("strict", false),
                reader.strings("nodeTypes", List.of("mgnl:content")),
                reader.strings("childNodeTypes", List.of("mgnl:contentNode")),
                (int) reader.number("depth", 0),
                reader.number("limit", 10),
                reader.number("maxLimit", 1000),
                reader.flag("includeSystemProperties", false),
                reader.strings("systemProperties", List.of()),
                properties,
                properties.isEmpty() ? excluded : List.of(),
                referenceDepth < 0 ? 1 : referenceDepth,
                reader.flag("referenceRepeat", false),
                reader.references());
        reader.done();
        return definition;
    }

    /** Reads a map of the definition, once each value, and refuses what is left over. */
    private static final class Reader {
        private final String place;
        private final Map<?, ?> values;
        private final Set<Object> unread;

        Reader(String place, Map<?, ?> values) {
            this.place = place;
            this.values = values;
            this.unread = new LinkedHashSet<>(values.keySet());
        }

        private IllegalArgumentException refuse(String property, String why) {
            return new IllegalArgumentException("Delivery endpoint: " + place + property + " " + why);
        }

        private Object take(String name) {
            unread.remove(name);
            return values.get(name);
        }

        void ignore(String... names) {
            for (String name : names) {
                take(name);
            }
        }

        void done() {
            if (!unread.isEmpty()) {
                throw refuse(String.valueOf(unread.iterator().next()), "is not supported");
            }
        }

        /** {@return the type's name; from {@code $type} or {@code class}} */
        String type(Set<String> known) {
            Object shortName = take("$type");
            Object className = take("class");
            String type = String.valueOf(shortName == null ? className : shortName);
            if (!known.contains(type)) {
                throw refuse("$type", "is " + type + ", which is not supported; known are " + known);
            }
            return type;
        }

        void mustBeFalse(String... names) {
            for (String name : names) {
                if (flag(name, false)) {
                    throw refuse(name, "is not supported");
                }
            }
        }

        String text(String name) {
            String text = optionalText(name, null);
            if (text == null) {
                throw refuse(name, "is missing");
            }
            return text;
        }

        String optionalText(String name, String absent) {
            Object value = take(name);
            return value == null ? absent : String.valueOf(value);
        }

        boolean flag(String name, boolean absent) {
            Object value = take(name);
            if (value == null) {
                return absent;
            }
            return switch (String.valueOf(value)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw refuse(name, "must be true or false, not " + value);
            };
        }

        long number(String name, long absent) {
            Object value = take(name);
            if (value == null) {
                return absent;
            }
            try {
                return Long.parseLong(String.valueOf(value));
            } catch (NumberFormatException e) {
                throw refuse(name, "must be a whole number, not " + value);
            }
        }

        /** A list; or a map, whose values count, as in Magnolia's definitions. One that is said to be nothing is empty. */
        private Collection<?> list(String name) {
            Object value = take(name);
            if (value == null) {
                return List.of();
            } else if (value instanceof Map<?, ?> map) {
                return map.values();
            } else if (value instanceof Collection<?> collection) {
                return collection;
            }
            throw refuse(name, "must be a list, not " + value);
        }

        List<String> strings(String name, List<String> absent) {
            if (!values.containsKey(name)) {
                return absent;
            }
            return list(name).stream().map(String::valueOf).toList();
        }

        List<Reference> references() {
            List<Reference> references = new ArrayList<>();
            for (Object entry : list("references")) {
                if (!(entry instanceof Map<?, ?> map)) {
                    throw refuse("references", "must hold maps, not " + entry);
                }
                Reader reader = new Reader(place + "references." + map.get("name") + ".", map);
                // A loaded definition says of each object what class it is; of references there is only one.
                reader.ignore("name", "class");
                String pattern = reader.text("propertyName");
                String nodeType = reader.optionalText("nodeType", null);
                if (!(reader.take("referenceResolver") instanceof Map<?, ?> resolver)) {
                    throw reader.refuse("referenceResolver", "is missing");
                }
                try {
                    references.add(new Reference(
                            Pattern.compile(pattern),
                            nodeType,
                            new Reader(reader.place + "referenceResolver.", resolver).resolver()));
                } catch (PatternSyntaxException e) {
                    throw reader.refuse("propertyName", "is no regular expression: " + e.getMessage());
                }
                reader.done();
            }
            return List.copyOf(references);
        }

        private Resolver resolver() {
            String type = type(Set.of("jcrReferenceResolver", "assetReferenceResolver"));
            ignore("name");
            Resolver resolver;
            if (type.equals("jcrReferenceResolver")) {
                mustBeFalse("generateLink");
                List<String> properties = strings("properties", List.of());
                List<String> excluded = strings("excludeProperties", List.of());
                resolver = new NodeResolver(
                        text("targetWorkspace"),
                        flag("expand", true),
                        (int) number("depthInReferencedNode", -1),
                        properties,
                        properties.isEmpty() ? excluded : List.of());
            } else {
                if (!strings("assetRenditions", List.of()).isEmpty()) {
                    throw refuse("assetRenditions", "is not supported: there are no image variations here");
                }
                resolver = new AssetResolver(
                        flag("expand", true), flag("includeAssetMetadata", true), flag("includeDownloadLink", true));
            }
            done();
            return resolver;
        }
    }
}
