package org.efcpreview.rendering;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Optional;

/** A page could not be rendered. The message names the template and the line where that is known. */
public final class RenderingException extends Exception {
    private static final long serialVersionUID = 1L;

    RenderingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, after the template and the line where it is: the innermost of both, or where it is no FreeMarker. */
    static RenderingException of(Exception error) {
        if (error instanceof ParseException wrong) {
            String place = "/" + wrong.getTemplateName() + ":" + wrong.getLineNumber() + ": ";
            return new RenderingException(place + wrong.getEditorMessage(), error);
        }
        String place = "";
        String what = text(error);
        for (Throwable next = error; error instanceof TemplateException && next != null; next = next.getCause()) {
            what = next instanceof TemplateException inner ? inner.getMessageWithoutStackTop() : text(next);
            if (next instanceof TemplateException inner && inner.getTemplateSourceName() != null) {
                place = "/" + inner.getTemplateSourceName() + ":" + inner.getLineNumber() + ": ";
            }
        }
        return new RenderingException(place + what, error);
    }

    private static String text(Throwable error) {
        return Optional.ofNullable(error.getMessage()).orElseGet(error::toString);
    }
}
