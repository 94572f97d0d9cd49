package org.efcpreview.authoring.form;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.query.Query;
import javax.jcr.query.QueryResult;
import org.apache.jackrabbit.commons.JcrUtils;
import org.apache.jackrabbit.util.ISO9075;
import org.efcpreview.authoring.NodeTexts;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.asset.Assets;

/** What can be chosen in a field. */
interface Choices {
    /** What is stored, and what the editor reads for it, in order. */
    Map<String, String> read(FormTexts texts) throws RepositoryException;

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
            return Nodes.pages(byPath);
        }
        return switch (files ? "assetDatasource" : source.text("$type")) {
            case "jcrDatasource" -> new Nodes(source, byPath);
            case "assetDatasource" -> new Files();
            case "optionListDatasource" -> new Listed(source);
            default -> {
                reader.problem(
                        source.key(),
                        "only optionListDatasource, jcrDatasource and assetDatasource are supported here");
                yield new Listed(source);
            }
        };
    }

    /** Options that the definition names ({@code optionListDatasource}). */
    record Listed(Settings datasource) implements Choices {
        @Override
        public Map<String, String> read(FormTexts texts) {
            Map<String, String> options = new LinkedHashMap<>();
            for (Settings option : datasource.objects("options")) {
                options.put(FieldReader.or(option.text("value"), option.name()), texts.text(option.key(), "label"));
            }
            return options;
        }
    }

    /** Files of the asset app; {@code jcr:} and the identifier is stored. */
    record Files() implements Choices {
        @Override
        public Map<String, String> read(FormTexts texts) throws RepositoryException {
            Map<String, String> options = new LinkedHashMap<>();
            for (Assets.Asset asset : texts.assets().all(texts.language())) {
                options.put(asset.key(), asset.title());
            }
            return options;
        }
    }

    /**
     * Nodes ({@code jcrDatasource}).
     *
     * @param byPath whether the path is stored and not the identifier
     */
    record Nodes(Settings datasource, boolean byPath) implements Choices {
        /** What a field for a link to a page offers where its definition says nothing. */
        static Nodes pages(boolean byPath) {
            return new Nodes(
                    new Settings("", Map.of("workspace", "website", "allowedNodeTypes", List.of("mgnl:page"))), byPath);
        }

        /** @param by what it is sorted by */
        private record Found(String stored, String label, String path, List<String> by) {}

        @Override
        public Map<String, String> read(FormTexts texts) throws RepositoryException {
            List<Found> found = new ArrayList<>();
            List<String> types = datasource.texts("allowedNodeTypes");
            for (String type : types.isEmpty() ? List.of("nt:base") : types) {
                for (Node node : JcrUtils.getNodes(all(texts, type))) {
                    if (!node.getPath().startsWith("/jcr:system") && !node.isNodeType("mgnl:deleted")) {
                        found.add(found(node));
                    }
                }
            }
            // What the query gives is in no order.
            found.sort(order(Collator.getInstance(texts.language())));
            Map<String, String> options = new LinkedHashMap<>();
            found.forEach(node -> options.put(node.stored(), node.label()));
            return options;
        }

        @SuppressWarnings("deprecation")
        private QueryResult all(FormTexts texts, String type) throws RepositoryException {
            String root = FieldReader.or(datasource.text("rootPath"), "/");
            String below = root.equals("/") ? "" : ISO9075.encodePath(root);
            return texts.session(datasource.text("workspace"))
                    .getWorkspace()
                    .getQueryManager()
                    .createQuery("/jcr:root" + below + "//element(*, " + type + ")", Query.XPATH)
                    .execute();
        }

        private Found found(Node node) throws RepositoryException {
            String described = NodeTexts.first(node, datasource.text("describeByProperty"));
            List<String> by = new ArrayList<>();
            for (Object property : sortBy().keySet()) {
                by.add(NodeTexts.first(node, property.toString()));
            }
            return new Found(
                    byPath ? node.getPath() : node.getIdentifier(),
                    described.isEmpty() ? node.getName() : described,
                    node.getPath(),
                    by);
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
