package org.efcpreview.templating;

import javax.jcr.Node;
import org.efcpreview.content.ContentMap;

/**
 * What templates call {@code model}: Magnolia's plain model, which every template has (rules: {@code
 * info.magnolia.rendering.model.RenderingModelImpl}). Its content is not escaped.
 *
 * @param outer null for a page
 */
public record RenderingModel(ContentMap shown, Renderable by, RenderingModel outer) {
    /** The model of the template that this one is rendered in; null for a page. */
    public RenderingModel getParent() {
        return outer;
    }

    /** The page's model. */
    public RenderingModel getRoot() {
        return outer == null ? this : outer.getRoot();
    }

    /** The node, in the page's language, not escaped. */
    public Node getNode() {
        return shown.getJCRNode();
    }

    /** The node, in the page's language, not escaped. */
    public ContentMap getContent() {
        return shown;
    }

    /** The definition of the template. */
    public Renderable getDefinition() {
        return by;
    }

    /** The definition of the template. */
    public Renderable getDef() {
        return by;
    }
}
