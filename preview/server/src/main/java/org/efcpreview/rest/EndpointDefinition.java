package org.efcpreview.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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
 * @param shown which other properties are shown
 * @param referenceDepth how far references are followed
 * @param referenceRepeat also to a node that is being shown already
 * @param references which properties refer to something
 */
record EndpointDefinition(
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
        Shown shown,
        int referenceDepth,
        boolean referenceRepeat,
        List<Reference> references) {
    private static final Set<String> TYPES = Set.of(
            "jcrDeliveryEndpoint_v2",
            "info.magnolia.rest.delivery.jcr.v2.JcrDeliveryEndpointDefinition",
            "info.magnolia.rest.delivery.jcr.v2.ConfiguredJcrDeliveryEndpointDefinition");

    /**
     * Which properties are shown.
     *
     * @param properties their names; empty for all
     * @param excludeProperties names of those that are not; of no account if {@code properties} says something
     */
    record Shown(List<String> properties, List<String> excludeProperties) implements Predicate<String> {
        static Shown read(DefinitionReader reader) {
            return new Shown(reader.texts("properties"), reader.texts("excludeProperties"));
        }

        @Override
        public boolean test(String name) {
            return properties.isEmpty() ? !excludeProperties.contains(name) : properties.contains(name);
        }
    }

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
     * @param shown which of its properties are shown
     */
    record NodeResolver(String workspace, boolean expand, int depth, Shown shown) implements Resolver {}

    /**
     * An asset, by its key {@code jcr:<identifier>}.
     *
     * @param expand false: only its address is shown
     * @param metadata shows what is known of it
     * @param link shows its address
     */
    record AssetResolver(boolean expand, boolean metadata, boolean link) implements Resolver {}

    static EndpointDefinition of(Map<String, Object> values) {
        DefinitionReader reader = new DefinitionReader("", values);
        reader.type(TYPES);
        reader.ignore("name", "endpointPath", "enabled");
        reader.refuseIfTrue("bypassWorkspaceAcls", "personalized");
        int referenceDepth = (int) reader.number("referenceDepth", 1);
        EndpointDefinition definition = new EndpointDefinition(
                reader.text("workspace"),
                reader.text("rootPath", ""),
                reader.flag("strict", false),
                reader.texts("nodeTypes", "mgnl:content"),
                reader.texts("childNodeTypes", "mgnl:contentNode"),
                (int) reader.number("depth", 0),
                reader.number("limit", 10),
                reader.number("maxLimit", 1000),
                reader.flag("includeSystemProperties", false),
                reader.texts("systemProperties"),
                Shown.read(reader),
                referenceDepth < 0 ? 1 : referenceDepth,
                reader.flag("referenceRepeat", false),
                reader.maps("references").map(EndpointDefinition::reference).toList());
        reader.done();
        return definition;
    }

    private static Reference reference(DefinitionReader reader) {
        // A loaded definition says of each object what class it is; of references there is only one.
        reader.ignore("name", "class");
        String name = reader.text("propertyName");
        Resolver resolver = resolver(reader.map("referenceResolver"));
        Reference reference =
                new Reference(reader.pattern("propertyName", name), reader.text("nodeType", null), resolver);
        reader.done();
        return reference;
    }

    private static Resolver resolver(DefinitionReader reader) {
        String type = reader.type(Set.of("jcrReferenceResolver", "assetReferenceResolver"));
        reader.ignore("name");
        Resolver resolver;
        if (type.equals("jcrReferenceResolver")) {
            reader.refuseIfTrue("generateLink");
            resolver = new NodeResolver(
                    reader.text("targetWorkspace"),
                    reader.flag("expand", true),
                    (int) reader.number("depthInReferencedNode", -1),
                    Shown.read(reader));
        } else {
            if (!reader.texts("assetRenditions").isEmpty()) {
                throw reader.refusal("assetRenditions", "is not supported: there are no image variations here");
            }
            resolver = new AssetResolver(
                    reader.flag("expand", true),
                    reader.flag("includeAssetMetadata", true),
                    reader.flag("includeDownloadLink", true));
        }
        reader.done();
        return resolver;
    }

    /** Which of the properties with Magnolia's and JCR's prefixes are shown; every other is. */
    Predicate<String> systemPropertyNames() {
        if (includeSystemProperties && systemProperties.isEmpty()) {
            return name -> true;
        }
        List<Pattern> shown =
                systemProperties.stream().map(EndpointDefinition::wildcards).toList();
        return name -> !name.startsWith("jcr:") && !name.startsWith("mgnl:")
                || shown.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    private static Pattern wildcards(String name) {
        String expression = Pattern.quote(name).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(expression, Pattern.DOTALL);
    }
}
