package org.efcpreview.virtualuri;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.ProblemsException;

/**
 * Magnolia's virtual URIs: what a request's address is turned into before anything else looks at it (Magnolia:
 * {@code VirtualUriFilter} and the classes in {@code info.magnolia.virtualuri.mapping}).
 */
public final class VirtualUris {

    private static final String PLAIN = "info.magnolia.virtualuri.mapping.DefaultVirtualUriMapping";
    private static final String PROXY = "proxy:";
    private static final String REGEXP = "info.magnolia.virtualuri.mapping.RegexpVirtualUriMapping";

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

    private record Rule(Definition definition, Pattern pattern, boolean wholeUri, int weight, String to) {}

    private VirtualUris(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * @throws ProblemsException if a mapping is of a class, or leads to a kind of target, that is not supported here, or names
     *     a group that its expression does not have
     */
    public static VirtualUris of(Definitions definitions) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        for (Definition definition : definitions.all(DefinitionType.VIRTUAL_URI_MAPPING)) {
            rule(definition, problems).ifPresent(rules::add);
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new VirtualUris(rules);
    }

    private static Optional<Rule> rule(Definition definition, List<Problem> problems) {
        String type = definition.text("class").orElse("");
        String from = definition.text("fromUri").orElse("");
        String to = definition.text("toUri").orElse("");
        if (!type.equals(PLAIN) && !type.equals(REGEXP)) {
            return refused(
                    definition,
                    problems,
                    "class " + type + " is not supported here; supported: " + PLAIN + ", " + REGEXP);
        }
        if (to.isEmpty() || to.startsWith(PROXY)) {
            return refused(
                    definition,
                    problems,
                    "toUri '" + to + "' must be an address, with one of "
                            + Arrays.stream(Kind.values())
                                    .map(k -> k.prefix)
                                    .filter(prefix -> !prefix.isEmpty())
                                    .collect(Collectors.joining(", "))
                            + " before it or nothing (" + PROXY + " is not supported here)");
        }
        if (type.equals(PLAIN)) {
            String open = from.endsWith("*") ? from.substring(0, from.length() - 1) : from;
            return Optional.of(new Rule(definition, wildcards(from), false, open.length(), to));
        }
        Pattern pattern = Pattern.compile(from);
        int groups = pattern.matcher("").groupCount();
        Matcher references = Pattern.compile("\\\\.|\\$(\\d)").matcher(to);
        while (references.find()) {
            if (references.group(1) != null && Integer.parseInt(references.group(1)) > groups) {
                return refused(
                        definition,
                        problems,
                        "toUri names the group $" + references.group(1) + ", but fromUri has only " + groups);
            }
        }
        return Optional.of(new Rule(definition, pattern, true, groups + 1, to));
    }

    private static Optional<Rule> refused(Definition definition, List<Problem> problems, String why) {
        problems.add(new Problem(definition.file(), 0, why));
        return Optional.empty();
    }

    /** The first whose prefix it has; {@link Kind#REWRITE}, which is last, has none. */
    private static Kind kind(String target) {
        return Arrays.stream(Kind.values())
                .filter(k -> target.startsWith(k.prefix))
                .findFirst()
                .orElseThrow();
    }

    /** {@code *} is any text, {@code ?} one character or none, a dot itself; the rest is an expression ({@code SimpleUrlPattern}). */
    private static Pattern wildcards(String from) {
        StringBuilder expression = new StringBuilder();
        for (char c : from.toCharArray()) {
            switch (c) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append(".?");
                case '.' -> expression.append("\\.");
                default -> expression.append(c);
            }
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
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
        URI uri;
        try {
            uri = new URI(null, null, path, query == null || query.isEmpty() ? null : query, null);
        } catch (URISyntaxException e) {
            // Magnolia logs a warning and goes on unmapped.
            return Optional.empty();
        }
        Rule best = null;
        String target = null;
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(rule.wholeUri() ? uri.toString() : uri.getPath());
            if ((rule.wholeUri() ? matcher.find() : matcher.matches())
                    && (best == null || rule.weight() > best.weight())) {
                best = rule;
                target = rule.wholeUri() ? matcher.replaceAll(rule.to()) : rule.to();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Kind kind = kind(target);
        return Optional.of(new Mapping(
                kind, target.substring(kind.prefix.length()), best.definition().id()));
    }

    /** As {@link #map(String, String)}, for an address in one piece such as {@code /events/launch.html?lang=fr}. */
    public Optional<Mapping> map(String uriWithQuery) {
        int mark = uriWithQuery.indexOf('?');
        return mark < 0
                ? map(uriWithQuery, null)
                : map(uriWithQuery.substring(0, mark), uriWithQuery.substring(mark + 1));
    }
}
