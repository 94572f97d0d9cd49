package org.efcpreview.rendering;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Optional;

/** A page could not be rendered. The message names the template and the line where that is known. */
public final class RenderingException extends Exception {
    private static final long serialVersionUID = 1L;

    RenderingException(String message) {
        super(message);
    }

    private RenderingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The innermost template and line of an error, and what is wrong there. */
    static RenderingException of(TemplateException error) {
        String place = "";
        String what = "";
        for (Throwable next = error; next != null; next = next.getCause()) {
            what = next instanceof TemplateException inner ? inner.getMessageWithoutStackTop() : text(next);
            if (next instanceof TemplateException inner && inner.getTemplateSourceName() != null) {
                place = "/" + inner.getTemplateSourceName() + ":" + inner.getLineNumber() + ": ";
            }
        }
        return new RenderingException(place + what, error);
    }

    /** A template that is no FreeMarker. */
    static RenderingException of(ParseException error) {
        return new RenderingException(
                "/" + error.getTemplateName() + ":" + error.getLineNumber() + ": " + error.getEditorMessage(), error);
    }

    /** Anything else. */
    static RenderingException of(Exception error) {
        return new RenderingException(text(error), error);
    }

    private static String text(Throwable error) {
        return Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
    }
}
