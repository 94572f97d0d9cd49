package org.efcpreview.rest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Workspace;
import javax.jcr.nodetype.NodeType;
import javax.jcr.query.Query;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.util.Text;

/**
 * The query of a list, in JCR-SQL2 as Magnolia's class of that name words it: other words would find, order and refuse
 * other things.
 */
record QueryBuilder(EndpointDefinition definition) {
    private static final Pattern TERM = Pattern.compile("[^\\s\"']+|\"[^\"]*\"|'[^']*'");

    /** Runs the query: everything that is found, and that the workspace's session may see. */
    NodeIterator run(Workspace workspace, DeliveryRequest request) throws RepositoryException {
        List<String> conditions = new ArrayList<>();
        request.filters().forEach((name, values) -> conditions.addAll(conditions(name, values)));
        // After the filters, as Magnolia does: what is wrong with them goes before what is wrong with the endpoint.
        String keyword = request.text("q");
        String root = definition.rootPath();
        conditions.addAll(
                0,
                List.of(
                        types(workspace),
                        root.isBlank() || root.equals("/") ? "" : "ISDESCENDANTNODE('" + root + "')",
                        StringUtils.isBlank(keyword) ? "" : search(keyword)));
        String where = conditions.stream()
                .filter(condition -> !condition.isEmpty())
                .map(condition -> "(" + condition + ")")
                .collect(Collectors.joining(" AND "));
        String statement = "SELECT * FROM [nt:base] AS t WHERE " + where + order(request.list("orderBy"));
        try {
            Query query = workspace.getQueryManager().createQuery(statement, Query.JCR_SQL2);
            return query.execute().getNodes();
        } catch (IllegalArgumentException e) {
            // Jackrabbit's word for a path that is none.
            throw new RepositoryException(e.getMessage(), e);
        }
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
        Set<NodeType> types = new LinkedHashSet<>();
        for (String name : definition.nodeTypes()) {
            types.add(workspace.getNodeTypeManager().getNodeType(name));
        }
        if (!definition.strict()) {
            for (NodeType type : List.copyOf(types)) {
                type.getSubtypes().forEachRemaining(subtype -> types.add((NodeType) subtype));
            }
        }
        return types.stream()
                .map(type ->
                        "[" + (type.isMixin() ? "jcr:mixinTypes" : "jcr:primaryType") + "] = '" + type.getName() + "'")
                .collect(Collectors.joining(" OR "));
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
        String by = order.stream()
                .map(entry -> {
                    String[] parts = entry.split(" ");
                    String property = parts[0].equalsIgnoreCase("@name") ? "NAME(t)" : "t.[" + parts[0] + "]";
                    return "LOWER(" + property + ") " + (parts.length > 1 ? parts[1] : "");
                })
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? "" : " ORDER BY " + by;
    }
}
