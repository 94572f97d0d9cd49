package org.efcpreview.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Workspace;
import javax.jcr.nodetype.NodeType;
import javax.jcr.nodetype.NodeTypeIterator;
import javax.jcr.query.Query;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.util.Text;

/**
 * The query of a list, in JCR-SQL2 as Magnolia's class of that name words it: other words would find, order and refuse
 * other things.
 */
final class QueryBuilder {
    private static final Pattern TERM = Pattern.compile("[^\\s\"']+|\"[^\"]*\"|'[^']*'");

    private final EndpointDefinition definition;

    QueryBuilder(EndpointDefinition definition) {
        this.definition = definition;
    }

    /**
     * Runs the query.
     *
     * @param keyword what {@code q} asks for; null or blank for everything
     * @param filters request parameters that are none of the endpoint's
     * @param order what to order by, {@code property} or {@code property direction} each
     * @return everything that is found, and that the workspace's session may see
     */
    NodeIterator run(Workspace workspace, String keyword, Map<String, List<String>> filters, List<String> order)
            throws RepositoryException {
        // First the filters, as Magnolia does: what is wrong with them goes before what is wrong with the endpoint.
        List<String> conditions = new ArrayList<>();
        for (Map.Entry<String, List<String>> filter : filters.entrySet()) {
            conditions.addAll(conditions(filter.getKey(), filter.getValue()));
        }
        List<String> all = new ArrayList<>();
        all.add(types(workspace));
        all.add(below(definition.rootPath()));
        all.add(keyword == null || keyword.isBlank() ? "" : search(keyword));
        all.addAll(conditions);
        String where = all.stream()
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining(" AND "));
        String statement = "SELECT * FROM [nt:base] AS t WHERE " + where + order(order);
        return workspace
                .getQueryManager()
                .createQuery(statement, Query.JCR_SQL2)
                .execute()
                .getNodes();
    }

    private List<String> conditions(String parameter, List<String> given) {
        String name = quoted(parameter);
        List<String> values = new ArrayList<>(given);
        if (name.equalsIgnoreCase("@ancestor") && given.stream().anyMatch(this::isOutside)) {
            values.add("/" + UUID.randomUUID()); // finds nothing
        }
        return values.stream()
                .map(value -> new FilteringCondition(name, quoted(value)).sql())
                .toList();
    }

    /** Whether an ancestor lies outside the endpoint's root. */
    private boolean isOutside(String value) {
        String[] alternatives = quoted(value).split("\\|");
        if (alternatives.length != 1 || !alternatives[0].startsWith("/")) {
            return false;
        }
        String root = StringUtils.appendIfMissing(definition.rootPath(), "/");
        return !StringUtils.appendIfMissing(alternatives[0], "/").startsWith(root);
    }

    private static String quoted(String text) {
        return text.trim().replace("'", "''");
    }

    private String types(Workspace workspace) throws RepositoryException {
        Map<String, NodeType> types = new LinkedHashMap<>();
        for (String name : definition.nodeTypes()) {
            types.put(name, workspace.getNodeTypeManager().getNodeType(name));
        }
        if (!definition.strict()) {
            for (NodeType type : List.copyOf(types.values())) {
                for (NodeTypeIterator subtypes = type.getSubtypes(); subtypes.hasNext(); ) {
                    NodeType subtype = subtypes.nextNodeType();
                    types.putIfAbsent(subtype.getName(), subtype);
                }
            }
        }
        return types.values().stream()
                .map(type ->
                        "[" + (type.isMixin() ? "jcr:mixinTypes" : "jcr:primaryType") + "] = '" + type.getName() + "'")
                .collect(Collectors.joining(" OR "));
    }

    private static String below(String root) {
        return root.isBlank() || root.equals("/") ? "" : "ISDESCENDANTNODE('" + root + "')";
    }

    private String search(String keyword) {
        if (keyword.trim().replaceAll("[*?]", "").isEmpty()) {
            throw RestError.unforeseen(
                    "The given search query string [" + keyword + "] can't contain only special characters.");
        }
        String lower = keyword.toLowerCase(Locale.getDefault());
        String terms = terms(lower);
        if (terms.startsWith("/")) {
            String root = definition.rootPath();
            boolean absolute = root.isEmpty() || root.equals("/") || terms.startsWith(root);
            return "ISSAMENODE(t, '" + (absolute ? "" : root) + terms + "')";
        }
        return "LOWER(LOCALNAME()) LIKE '" + quoted(Text.escapeIllegalJcrChars(lower)) + "%' OR CONTAINS(t.*, '" + terms
                + "')";
    }

    /** What was typed as a full text expression in which brackets and stray quotes mean themselves. */
    private static String terms(String lower) {
        String terms =
                TERM.matcher(lower).results().map(term -> escaped(term.group())).collect(Collectors.joining(" "));
        return quoted(lower.equals("\"") ? "\\\"" : terms);
    }

    private static String escaped(String term) {
        return term.matches("[\\\\+-]") ? "\\" + term : term.replaceAll("[()\\[\\]{}]|(?!^)\"(?!\\z)", "\\\\$0");
    }

    private static String order(List<String> order) {
        if (order.isEmpty()) {
            return "";
        }
        return order.stream()
                .map(entry -> {
                    String[] parts = entry.split(" ");
                    String property =
                            parts[0].equalsIgnoreCase("@name") ? "LOWER(NAME(t))" : "LOWER(t.[" + parts[0] + "])";
                    return property + " " + (parts.length > 1 ? parts[1] : "");
                })
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }
}
