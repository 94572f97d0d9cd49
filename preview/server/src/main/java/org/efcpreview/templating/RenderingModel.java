package org.efcpreview.templating;

import javax.jcr.Node;
import org.efcpreview.content.ContentMap;

/**
 * What templates call {@code model}: Magnolia's plain model, which every template has (rules: {@code
 * info.magnolia.rendering.model.RenderingModelImpl}). Its content is not escaped.
 */
public final class RenderingModel {
    private final ContentMap content;
    private final Renderable definition;
    private final RenderingModel parent;

    /** @param parent null for a page */
    public RenderingModel(ContentMap content, Renderable definition, RenderingModel parent) {
        this.content = content;
        this.definition = definition;
        this.parent = parent;
    }

    /** The model of the template that this one is rendered in; null for a page. */
    public RenderingModel getParent() {
        return parent;
    }

    /** The page's model. */
    public RenderingModel getRoot() {
        return parent == null ? this : parent.getRoot();
    }

    /** The node, in the page's language, not escaped. */
    public Node getNode() {
        return content.getJCRNode();
    }

    /** The node, in the page's language, not escaped. */
    public ContentMap getContent() {
        return content;
    }

    /** The definition of the template. */
    public Renderable getDefinition() {
        return definition;
    }

    /** The definition of the template. */
    public Renderable getDef() {
        return definition;
    }
}
