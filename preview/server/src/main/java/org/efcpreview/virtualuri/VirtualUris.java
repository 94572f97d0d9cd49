package org.efcpreview.virtualuri;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;
import org.efcpreview.http.PathPattern;

/**
 * Magnolia's virtual URIs: what a request's address is turned into before anything else looks at it (Magnolia:
 * {@code VirtualUriFilter} and the classes in {@code info.magnolia.virtualuri.mapping}).
 */
public final class VirtualUris {
    private static final String PLAIN = "info.magnolia.virtualuri.mapping.DefaultVirtualUriMapping";
    private static final String REGEXP = "info.magnolia.virtualuri.mapping.RegexpVirtualUriMapping";

    /** What stands for a group of an expression, or for itself. */
    private static final Pattern REFERENCE = Pattern.compile("\\\\.|\\$(\\d)");

    /** The heaviest first. */
    private final List<Rule> rules;

    /** What to do with the address that a mapping gives ({@code RequestDispatchUtil}). */
    public enum Kind {
        /** Serve the other address in place of this one; nothing of it shows in the browser. */
        FORWARD("forward:"),
        /** Send the browser there, 302. */
        REDIRECT("redirect:"),
        /** Send the browser there for good, 301. */
        PERMANENT("permanent:"),
        /**
         * Go on with the other address in place of this one; the language that the address asked for stays. That is what
         * {@code VirtualUriFilter} does with a target that has no prefix.
         */
        REWRITE("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * What an address was mapped to.
     *
     * @param kind what to do with it
     * @param target the address without the prefix: a path with or without a query, or, for redirects, a full URL
     * @param definition the id of the definition that says so
     */
    public record Mapping(Kind kind, String target, String definition) {}

    /** @param target what an address becomes, with the prefix; empty if the rule is not for it */
    private record Rule(String definition, int weight, Function<URI, Optional<String>> target) {
        Optional<Mapping> map(URI uri) {
            // The first whose prefix it has; REWRITE, which is last, has none.
            return target.apply(uri).flatMap(to -> Arrays.stream(Kind.values())
                    .filter(kind -> to.startsWith(kind.prefix))
                    .findFirst()
                    .map(kind -> new Mapping(kind, to.substring(kind.prefix.length()), definition)));
        }
    }

    private VirtualUris(List<Rule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(Rule::weight).reversed())
                .toList();
    }

    /**
     * @throws ProblemsException if a mapping is of a class, or leads to a kind of target, that is not supported here, or names
     *     a group that its expression does not have
     */
    public static VirtualUris of(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Definition definition : definitions.all(DefinitionType.VIRTUAL_URI_MAPPING)) {
            try {
                rules.add(rule(definition));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(definition.file(), 0, e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new VirtualUris(rules);
    }

    private static Rule rule(Definition definition) {
        String type = definition.text("class").orElse("");
        String from = definition.text("fromUri").orElse("");
        String to = definition.text("toUri").orElse("");
        if (!type.equals(PLAIN) && !type.equals(REGEXP)) {
            throw new IllegalArgumentException(
                    "class " + type + " is not supported here; supported: " + PLAIN + ", " + REGEXP);
        }
        if (to.isEmpty() || to.startsWith("proxy:")) {
            throw new IllegalArgumentException("toUri '" + to + "' must be an address, with one of forward:, redirect:,"
                    + " permanent: before it or nothing (proxy: is not supported here)");
        }
        if (type.equals(PLAIN)) {
            PathPattern pattern = new PathPattern(from);
            return new Rule(definition.id(), pattern.length(), uri -> Optional.of(to)
                    .filter(any -> pattern.matches(uri.getPath())));
        }
        Pattern pattern = Pattern.compile(from);
        int groups = pattern.matcher("").groupCount();
        REFERENCE.matcher(to).results().map(reference -> reference.group(1)).forEach(group -> {
            if (group != null && Integer.parseInt(group) > groups) {
                throw new IllegalArgumentException(
                        "toUri names the group $" + group + ", but fromUri has only " + groups);
            }
        });
        return new Rule(definition.id(), groups + 1, uri -> {
            Matcher matcher = pattern.matcher(uri.toString());
            return matcher.find() ? Optional.of(matcher.replaceAll(to)) : Optional.empty();
        });
    }

    /**
     * Where an address leads. A mapping without expression looks at the path alone, one with an expression at path and query;
     * of several that fit, the one with the longest path or the most groups wins. Text that the visitor sent can become part
     * of the target: it is as untrusted there as before.
     *
     * @param path the decoded path without context path, as Magnolia's {@code AggregationState} has it, such as
     *     {@code /events/launch.html}
     * @param query the decoded query without {@code ?}; null or empty for none
     * @return empty if no mapping fits, or if path and query make no URI
     */
    public Optional<Mapping> map(String path, String query) {
        try {
            URI uri = new URI(null, null, path, query == null || query.isEmpty() ? null : query, null);
            return rules.stream().flatMap(rule -> rule.map(uri).stream()).findFirst();
        } catch (URISyntaxException e) {
            // Magnolia logs a warning and goes on unmapped.
            return Optional.empty();
        }
    }
}
