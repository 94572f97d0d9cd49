package org.efcpreview.authoring.form;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Datasource;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.asset.Asset;

/** What can be chosen in a field. */
interface Choices {
    /** What a field for a link to a page offers where its definition says nothing. */
    Map<String, Object> PAGES = Map.of("workspace", "website", "allowedNodeTypes", List.of("mgnl:page"));

    /** What a field for a file offers. */
    Map<String, Object> ASSETS = Map.of(
            "workspace",
            Asset.WORKSPACE,
            "allowedNodeTypes",
            List.of("mgnl:asset"),
            "describeByProperty",
            "title",
            "nodeNameProperty",
            "name");

    /** What is stored, and what the editor reads for it, in order. */
    Map<String, String> read(Showing showing) throws RepositoryException;

    /** What can be chosen in a field, by its {@code datasource} and its converter. */
    static Choices of(Settings field, FieldReader reader) {
        Settings source = field.object("datasource");
        boolean files = reader.isA(field, "info.magnolia.dam.app.field.DamLinkFieldDefinition");
        boolean pages = reader.isA(field, "info.magnolia.pages.app.field.PageLinkFieldDefinition");
        String converters = FieldReader.UI + "editor.converter.JcrNodeTo";
        boolean byPath = field.text("converterClass").equals(converters + "PathConverter");
        if (field.has("converterClass")
                && (files || !byPath && !field.text("converterClass").equals(converters + "IdentifierConverter"))) {
            reader.unsupportedConverter(field);
        }
        if (pages && !field.has("datasource")) {
            return new Nodes(new Settings("", PAGES), "", byPath);
        }
        return switch (files ? "assetDatasource" : source.text("$type")) {
            case "jcrDatasource" -> new Nodes(source, "", byPath);
            case "assetDatasource" -> new Nodes(new Settings("", ASSETS), Asset.KEY, false);
            case "optionListDatasource" -> new Listed(source);
            default -> {
                reader.problem(
                        source.key(),
                        "only optionListDatasource, jcrDatasource and assetDatasource are supported here");
                yield new Listed(source);
            }
        };
    }

    /** Whether they are files of the asset app. */
    default boolean areFiles() {
        return this instanceof Nodes nodes && !nodes.prefix().isEmpty();
    }

    /** Options that the definition names ({@code optionListDatasource}). */
    record Listed(Settings datasource) implements Choices {
        @Override
        public Map<String, String> read(Showing showing) {
            Map<String, String> options = new LinkedHashMap<>();
            for (Settings option : datasource.objects("options")) {
                options.put(FieldReader.or(option.text("value"), option.name()), showing.text(option.key(), "label"));
            }
            return options;
        }
    }

    /**
     * Nodes ({@code jcrDatasource}).
     *
     * @param prefix what stands before the identifier that is stored
     * @param byPath whether the path is stored and not the identifier
     */
    record Nodes(Settings datasource, String prefix, boolean byPath) implements Choices {
        /** @param by what it is sorted by */
        private record Found(String stored, String label, String path, List<String> by) {}

        @Override
        public Map<String, String> read(Showing showing) throws RepositoryException {
            List<Found> found = new ArrayList<>();
            Datasource source = new Datasource(datasource);
            Session session = showing.request().sessions().session(source.workspace());
            for (Node node : JcrUtils.getNodes(source.all(session).execute())) {
                if (!node.getPath().startsWith("/jcr:system") && !node.isNodeType("mgnl:deleted")) {
                    found.add(found(node));
                }
            }
            // What the query gives is in no order.
            found.sort(order(Collator.getInstance(showing.request().language())));
            Map<String, String> options = new LinkedHashMap<>();
            found.forEach(node -> options.put(node.stored(), node.label()));
            return options;
        }

        private Found found(Node node) throws RepositoryException {
            List<String> by = new ArrayList<>();
            for (Object property : sortBy().keySet()) {
                by.add(NodeTexts.first(node, property.toString()));
            }
            String stored = byPath ? node.getPath() : prefix + node.getIdentifier();
            return new Found(stored, new Datasource(datasource).title(node), node.getPath(), by);
        }

        private Map<?, ?> sortBy() {
            return datasource.object("sortBy").values();
        }

        private Comparator<Found> order(Collator collator) {
            Comparator<Found> order = (some, other) -> 0;
            int index = 0;
            for (Object direction : sortBy().values()) {
                int at = index++;
                Comparator<Found> next =
                        Comparator.comparing(found -> found.by().get(at), collator);
                order = order.thenComparing(
                        direction.toString().equalsIgnoreCase("DESCENDING") ? next.reversed() : next);
            }
            return order.thenComparing(Found::label, collator).thenComparing(Found::path, collator);
        }
    }
}
