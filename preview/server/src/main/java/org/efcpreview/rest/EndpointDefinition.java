package org.efcpreview.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.efcpreview.authoring.Settings;

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

    private static final Set<String> RESOLVERS = Set.of("jcrReferenceResolver", "assetReferenceResolver");

    /**
     * Which properties are shown.
     *
     * @param properties their names; empty for all
     * @param excludeProperties names of those that are not; of no account if {@code properties} says something
     */
    record Shown(List<String> properties, List<String> excludeProperties) implements Predicate<String> {
        static Shown of(Settings object) {
            return new Shown(object.texts("properties"), object.texts("excludeProperties"));
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

    /**
     * @param values whose names and types have been checked
     * @throws IllegalArgumentException if they say what is not supported here, or leave out what is needed
     */
    static EndpointDefinition of(Map<String, Object> values) {
        Settings endpoint = new Settings("", values);
        type(endpoint, TYPES);
        refuse(endpoint, "bypassWorkspaceAcls", "personalized", "implementationClass");
        int referenceDepth = endpoint.number("referenceDepth", 1);
        return new EndpointDefinition(
                needed(endpoint, "workspace"),
                endpoint.text("rootPath"),
                endpoint.flag("strict", false),
                texts(endpoint, "nodeTypes", "mgnl:content"),
                texts(endpoint, "childNodeTypes", "mgnl:contentNode"),
                endpoint.number("depth", 0),
                endpoint.number("limit", 10),
                endpoint.number("maxLimit", 1000),
                endpoint.flag("includeSystemProperties", false),
                endpoint.texts("systemProperties"),
                Shown.of(endpoint),
                referenceDepth < 0 ? 1 : referenceDepth,
                endpoint.flag("referenceRepeat", false),
                endpoint.objects("references").stream()
                        .map(EndpointDefinition::reference)
                        .toList());
    }

    private static Reference reference(Settings reference) {
        String name = needed(reference, "propertyName");
        String nodeType = reference.has("nodeType") ? reference.text("nodeType") : null;
        try {
            return new Reference(Pattern.compile(name), nodeType, resolver(reference.object("referenceResolver")));
        } catch (PatternSyntaxException e) {
            throw refusal(reference, "propertyName", "is no regular expression: " + e.getMessage());
        }
    }

    private static Resolver resolver(Settings resolver) {
        refuse(resolver, "generateLink", "assetRenditions", "implementationClass");
        return type(resolver, RESOLVERS).startsWith("jcr")
                ? new NodeResolver(
                        needed(resolver, "targetWorkspace"),
                        resolver.flag("expand", true),
                        resolver.number("depthInReferencedNode", -1),
                        Shown.of(resolver))
                : new AssetResolver(
                        resolver.flag("expand", true),
                        resolver.flag("includeAssetMetadata", true),
                        resolver.flag("includeDownloadLink", true));
    }

    private static String type(Settings object, Set<String> known) {
        String type = object.has("$type") ? object.text("$type") : object.text("class");
        if (!known.contains(type)) {
            throw refusal(object, "$type", "is " + type + ", which is not supported; known are " + known);
        }
        return type;
    }

    private static void refuse(Settings object, String... properties) {
        for (String property : properties) {
            if (!List.of("", "false", "[]").contains(object.text(property))) {
                throw refusal(object, property, "is not supported");
            }
        }
    }

    private static String needed(Settings object, String property) {
        if (!object.has(property)) {
            throw refusal(object, property, "is missing");
        }
        return object.text(property);
    }

    private static List<String> texts(Settings object, String property, String otherwise) {
        return object.has(property) ? object.texts(property) : List.of(otherwise);
    }

    private static IllegalArgumentException refusal(Settings object, String property, String why) {
        return new IllegalArgumentException("Delivery endpoint: " + object.at(property) + " " + why);
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
