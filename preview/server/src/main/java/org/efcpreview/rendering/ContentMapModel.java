package org.efcpreview.rendering;

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
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;

/**
 * A content map in FreeMarker: a hash, a node of a tree ({@code ?children}, {@code ?parent}), and its name as text
 * (rules: {@code info.magnolia.freemarker.models.ContentMapModel}).
 */
final class ContentMapModel
        implements TemplateHashModelEx, TemplateNodeModel, TemplateScalarModel, AdapterTemplateModel {
    private final ContentMap content;
    private final PreviewObjectWrapper wrapper;

    ContentMapModel(ContentMap content, PreviewObjectWrapper wrapper) {
        this.content = content;
        this.wrapper = wrapper;
    }

    @Override
    public String getAsString() {
        return (String) content.get("@name");
    }

    @Override
    public TemplateModel get(String key) throws TemplateModelException {
        Object value = content.get(key);
        return wrapper.wrap(value instanceof Node node ? content.of(node) : value);
    }

    @Override
    public boolean isEmpty() {
        return content.size() == 0;
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(names(), wrapper);
    }

    @Override
    public TemplateCollectionModel values() {
        return new SimpleCollection(names().stream().map(content::get).toList(), wrapper);
    }

    private List<String> names() {
        return content.keySet().stream()
                .filter(name -> !content.isSpecial("@" + name))
                .toList();
    }

    @Override
    public TemplateNodeModel getParentNode() throws TemplateModelException {
        try {
            return new ContentMapModel(content.of(content.getJCRNode().getParent()), wrapper);
        } catch (RepositoryException e) {
            throw new TemplateModelException("Cannot get the parent of " + content + ": " + e.getMessage(), e);
        }
    }

    @Override
    public TemplateSequenceModel getChildNodes() throws TemplateModelException {
        List<ContentMap> children = new ArrayList<>();
        try {
            for (NodeIterator nodes = content.getJCRNode().getNodes(); nodes.hasNext(); ) {
                Node child = nodes.nextNode();
                if (!child.getName().startsWith("jcr:")) {
                    children.add(content.of(child));
                }
            }
        } catch (RepositoryException e) {
            throw new TemplateModelException("Cannot read the children of " + content + ": " + e.getMessage(), e);
        }
        return (TemplateSequenceModel) wrapper.wrap(children);
    }

    @Override
    public String getNodeName() {
        return getAsString();
    }

    @Override
    public String getNodeType() {
        return content.get("@nodeType").toString();
    }

    @Override
    public String getNodeNamespace() {
        return null;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return content;
    }
}
