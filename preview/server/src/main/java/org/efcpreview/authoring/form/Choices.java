package org.efcpreview.authoring.form;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.authoring.Datasource;
import org.efcpreview.authoring.Settings;
import org.efcpreview.authoring.asset.Asset;
import org.efcpreview.repository.Stamps;

/**
 * What can be chosen in a field: options that the definition names ({@code optionListDatasource}), or nodes ({@code
 * jcrDatasource}).
 *
 * @param listed whether the definition names them
 * @param prefix what stands before the identifier of a node that is stored; that of files of the asset app is not empty
 * @param byPath whether the path of a node is stored and not the identifier
 */
record Choices(Settings datasource, boolean listed, String prefix, boolean byPath) {
    /** What a field for a link to a page offers where its definition says nothing. */
    private static final Map<String, Object> PAGES =
            Map.of("workspace", "website", "allowedNodeTypes", List.of("mgnl:page"));

    /** What a field for a file offers. */
    private static final Map<String, Object> ASSETS =
            Map.of("workspace", Asset.WORKSPACE, "allowedNodeTypes", List.of("mgnl:asset"));

    /** What can be chosen in a field, by its {@code datasource} and its converter. */
    static Choices of(Settings field, FieldReader reader) {
        Settings source = field.object("datasource");
        String type = source.text("$type");
        boolean files = reader.isA(field, "info.magnolia.dam.app.field.DamLinkFieldDefinition");
        boolean pages = reader.isA(field, "info.magnolia.pages.app.field.PageLinkFieldDefinition");
        String converters = FieldReader.UI + "editor.converter.JcrNodeTo";
        boolean byPath = field.text("converterClass").equals(converters + "PathConverter");
        if (field.has("converterClass")
                && (files || !byPath && !field.text("converterClass").equals(converters + "IdentifierConverter"))) {
            reader.unsupportedConverter(field);
        }
        if (files || type.equals("assetDatasource")) {
            return new Choices(new Settings("", ASSETS), false, Asset.KEY, false);
        }
        if (pages && !field.has("datasource")) {
            return new Choices(new Settings("", PAGES), false, "", byPath);
        }
        if (!type.matches("jcrDatasource|optionListDatasource")) {
            reader.problem(
                    source.key(), "only optionListDatasource, jcrDatasource and assetDatasource are supported here");
        }
        return new Choices(source, !type.equals("jcrDatasource"), "", byPath);
    }

    /** What is stored, and what the editor reads for it, in order. */
    Map<String, String> read(Editing editing) throws RepositoryException {
        Map<String, String> options = new LinkedHashMap<>();
        if (listed) {
            Function<Settings, String> by = each -> editing.text(each.key(), "label");
            Stream<Settings> all = datasource.objects("options").stream();
            (datasource.flag("sort", false) ? all.sorted(Comparator.comparing(by, String.CASE_INSENSITIVE_ORDER)) : all)
                    .forEach(each -> options.put(FieldReader.or(each.text("value"), each.name()), by.apply(each)));
            return options;
        }
        Map<String, String> found = new LinkedHashMap<>();
        Datasource source = new Datasource(datasource);
        Session session = editing.request.sessions().session(source.workspace());
        for (Node node :
                JcrUtils.getNodes(source.below(session, source.rootPath(), true).execute())) {
            if (!node.getPath().startsWith("/jcr:system") && !node.isNodeType("mgnl:deleted")) {
                found.put(byPath ? node.getPath() : prefix + node.getIdentifier(), title(source, node, editing));
            }
        }
        Stream<Map.Entry<String, String>> all = found.entrySet().stream();
        Collator collator = Collator.getInstance(editing.request.language());
        (source.sorted() ? all : all.sorted(Map.Entry.comparingByValue(collator)))
                .forEach(each -> options.put(each.getKey(), each.getValue()));
        return options;
    }

    /** What the editor reads for a node; for a file also where it lies and, if it is not published, that. */
    private String title(Datasource source, Node node, Editing editing) throws RepositoryException {
        boolean visible = prefix.isEmpty() || new Asset(node).status() != Stamps.Status.UNPUBLISHED;
        String state = visible ? "" : " · " + editing.request.say("browser.status.unpublished");
        return prefix.isEmpty() ? source.title(node) : new Asset(node).title() + " · " + node.getPath() + state;
    }
}
