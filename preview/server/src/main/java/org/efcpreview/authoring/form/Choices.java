package org.efcpreview.authoring.form;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.query.Query;
import org.apache.jackrabbit.util.ISO9075;
import org.efcpreview.authoring.asset.Assets;
import org.efcpreview.rendering.PageSessions;

/** What can be chosen in the fields of one form, read once. */
final class Choices {
    private final PageSessions sessions;
    private final FormTexts texts;
    private final Map<Field.Source, Map<String, String>> known = new HashMap<>();

    Choices(PageSessions sessions, FormTexts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    /** What is stored, and what the editor reads for it, in order. */
    Map<String, String> of(Field.Source source) throws RepositoryException {
        Map<String, String> options = known.get(source);
        if (options == null) {
            options = Collections.unmodifiableMap(read(source));
            known.put(source, options);
        }
        return options;
    }

    boolean has(Field.Source source, String value) throws RepositoryException {
        return of(source).containsKey(value);
    }

    /** The asset that is chosen in a field; empty for none, and where no asset is to be chosen. */
    Optional<Assets.Asset> file(Field.Input input, String value) throws RepositoryException {
        return input.source().filter(Field.Assets.class::isInstance).isPresent()
                ? assets().find(value)
                : Optional.empty();
    }

    private Assets assets() throws RepositoryException {
        return new Assets(sessions.session(Assets.WORKSPACE), "");
    }

    private Map<String, String> read(Field.Source source) throws RepositoryException {
        Map<String, String> options = new LinkedHashMap<>();
        if (source instanceof Field.Listed listed) {
            listed.options().forEach(option -> options.put(option.value(), texts.option(option)));
        } else if (source instanceof Field.Nodes nodes) {
            for (Node node : find(nodes.workspace(), nodes.root(), nodes.types(), nodes)) {
                options.put(
                        nodes.byPath() ? node.getPath() : node.getIdentifier(), described(node, nodes.describeBy()));
            }
        } else if (source instanceof Field.Assets) {
            for (Assets.Asset asset : assets().search("", texts.language())) {
                options.put(asset.key(), asset.title());
            }
        }
        return options;
    }

    private static String described(Node node, String property) throws RepositoryException {
        if (!property.isEmpty()
                && node.hasProperty(property)
                && !node.getProperty(property).isMultiple()
                && !node.getProperty(property).getString().isBlank()) {
            return node.getProperty(property).getString();
        }
        return node.getName();
    }

    private List<Node> find(String workspace, String root, List<String> types, Field.Nodes nodes)
            throws RepositoryException {
        Session session = sessions.session(workspace);
        List<Node> found = new ArrayList<>();
        for (String type : types.isEmpty() ? List.of("nt:base") : types) {
            String below = root.equals("/") ? "" : ISO9075.encodePath(root);
            String statement = "/jcr:root" + below + "//element(*, " + type + ")";
            @SuppressWarnings("deprecation")
            Query query = session.getWorkspace().getQueryManager().createQuery(statement, Query.XPATH);
            for (NodeIterator hits = query.execute().getNodes(); hits.hasNext(); ) {
                Node node = hits.nextNode();
                if (!node.getPath().startsWith("/jcr:system") && !node.isNodeType("mgnl:deleted")) {
                    found.add(node);
                }
            }
        }
        // What the query gives is in no order.
        Map<Node, List<String>> keys = new HashMap<>();
        for (Node node : found) {
            List<String> of = new ArrayList<>();
            for (String property : nodes.sortBy().keySet()) {
                of.add(node.hasProperty(property) ? node.getProperty(property).getString() : "");
            }
            of.add(described(node, nodes.describeBy()));
            of.add(node.getPath());
            keys.put(node, of);
        }
        List<Boolean> ascending = new ArrayList<>(nodes.sortBy().values());
        ascending.add(true);
        ascending.add(true);
        Collator collator = Collator.getInstance(texts.language());
        found.sort(Comparator.comparing(keys::get, (some, others) -> {
            for (int i = 0; i < ascending.size(); i++) {
                int order = collator.compare(some.get(i), others.get(i));
                if (order != 0) {
                    return ascending.get(i) ? order : -order;
                }
            }
            return 0;
        }));
        return found;
    }
}
