package org.efcpreview.content;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNodeModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.commons.lang3.function.FailableSupplier;
import org.apache.jackrabbit.commons.JcrUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node as templates read it: a hash of properties and child nodes by name, and of {@code @id}, {@code @name}, {@code
 * @path}, {@code @depth}, {@code @nodeType}; a node of a tree ({@code ?children}, {@code ?parent}); and its name as text
 * (rules: {@code info.magnolia.jcr.util.ContentMap}, {@code info.magnolia.freemarker.models.ContentMapModel} of 6.2.45). A
 * multi-valued date or number reads as nothing there, and so it does here.
 *
 * @param links addresses for what its rich texts link to
 */
public record ContentMap(Node node, Links links)
        implements TemplateHashModelEx, TemplateNodeModel, TemplateScalarModel, AdapterTemplateModel {
    private static final Logger LOG = LoggerFactory.getLogger(ContentMap.class);
    private static final List<String> SPECIAL = List.of("path", "depth", "id", "name", "nodeType");
    private static final Map<String, String> DEPRECATED =
            Map.of("@UUID", "@id", "@uuid", "@id", "@handle", "@path", "@level", "@depth");

    /** Of no node there is none. */
    public ContentMap {
        Objects.requireNonNull(node, "node");
    }

    /** The node, decorated as it came. */
    public Node getJCRNode() {
        return node;
    }

    @Override
    public TemplateModel get(String name) throws TemplateModelException {
        Object stored = stored(name);
        return PreviewObjectWrapper.INSTANCE.wrap(stored == null ? special(name) : stored);
    }

    /** Never: there are always the special ones. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public int size() throws TemplateModelException {
        return read(() -> (int) node.getProperties().getSize() + SPECIAL.size());
    }

    @Override
    public TemplateCollectionModel keys() throws TemplateModelException {
        return new SimpleCollection(names(), PreviewObjectWrapper.INSTANCE);
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
        List<TemplateModel> values = new ArrayList<>();
        for (String name : names()) {
            values.add(get(name));
        }
        return new SimpleCollection(values, PreviewObjectWrapper.INSTANCE);
    }

    private List<String> names() throws TemplateModelException {
        return read(() -> {
            List<String> names = new ArrayList<>();
            for (Property property : JcrUtils.getProperties(node)) {
                names.add(property.getName());
            }
            names.removeAll(SPECIAL);
            return names;
        });
    }

    @Override
    public TemplateNodeModel getParentNode() throws TemplateModelException {
        return read(() -> of(node.getParent()));
    }

    @Override
    public TemplateSequenceModel getChildNodes() throws TemplateModelException {
        List<ContentMap> children =
                read(() -> Tree.children(node, null)).stream().map(this::of).toList();
        return (TemplateSequenceModel) PreviewObjectWrapper.INSTANCE.wrap(children);
    }

    @Override
    public String getAsString() throws TemplateModelException {
        return read(node::getName);
    }

    @Override
    public String getNodeName() throws TemplateModelException {
        return getAsString();
    }

    @Override
    public String getNodeType() throws TemplateModelException {
        return read(node::getPrimaryNodeType).toString();
    }

    @Override
    public String getNodeNamespace() {
        return null;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return this;
    }

    private ContentMap of(Node other) {
        return new ContentMap(other, links);
    }

    private Object special(String name) throws TemplateModelException {
        return read(() -> switch (DEPRECATED.getOrDefault(name, name)) {
            case "@name" -> node.getName();
            case "@id" -> node.getIdentifier();
            case "@path" -> node.getPath();
            case "@depth" -> node.getDepth();
            case "@nodeType" -> node.getPrimaryNodeType();
            default -> null;
        });
    }

    private Object stored(String name) {
        try {
            if (node.hasProperty(name)) {
                return shown(node.getProperty(name));
            }
            return node.hasNode(name) ? of(node.getNode(name)) : null;
        } catch (RepositoryException e) {
            LOG.debug("Cannot read {} of {}: {}", name, node, e.getMessage());
            return null;
        }
    }

    private Object shown(Property property) throws RepositoryException {
        return switch (property.getType()) {
            case PropertyType.DATE, PropertyType.BOOLEAN, PropertyType.LONG, PropertyType.DOUBLE -> value(property);
            case PropertyType.REFERENCE -> property.isMultiple() ? references(property) : of(property.getNode());
            default -> property.isMultiple() ? strings(property) : links.resolve(property.getString());
        };
    }

    /** The one value of a property, as the Java type that its own is. */
    public static Object value(Property property) throws RepositoryException {
        return switch (property.getType()) {
            case PropertyType.DATE -> property.getDate();
            case PropertyType.BOOLEAN -> property.getBoolean();
            case PropertyType.LONG -> property.getLong();
            case PropertyType.DOUBLE -> property.getDouble();
            default -> property.getString();
        };
    }

    private static String[] strings(Property property) throws RepositoryException {
        List<String> strings = new ArrayList<>();
        for (Value value : property.getValues()) {
            strings.add(value.getString());
        }
        return strings.toArray(String[]::new);
    }

    private Node[] references(Property property) throws RepositoryException {
        List<Node> nodes = new ArrayList<>();
        for (Value value : property.getValues()) {
            try {
                nodes.add(node.getSession().getNodeByIdentifier(value.getString()));
            } catch (ItemNotFoundException e) {
                LOG.debug("{} refers to a node that is not there", property.getPath());
            }
        }
        return nodes.toArray(Node[]::new);
    }

    private <T> T read(FailableSupplier<T, RepositoryException> read) throws TemplateModelException {
        try {
            return read.get();
        } catch (RepositoryException e) {
            throw new TemplateModelException("Cannot read " + node + ": " + e.getMessage(), e);
        }
    }
}
