package org.efcpreview.authoring;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.efcpreview.http.Reply;

/**
 * The HTML of the screens: templates in this package's resources, which escape whatever they print. Each gets, besides
 * what a screen gives it, {@code request} (a {@link Request}; absent before anybody has signed in), {@code ui} (the {@link
 * UiTexts} in the request's language), {@code language}, {@code base} (the address of the authoring UI) and {@code files}
 * ({@link StaticFiles}), and wraps its content in the macro {@code page} of {@code layout.ftl}.
 */
public final class Views {
    /** What browsers may do with a page in the bare frame: show it with its own style, and send its form. */
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-QTWaKZT9f2LTNheN3vxGPCLGp/1LuKRALVUVoz1QBR8='; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    private final Configuration freemarker;
    private final StaticFiles files = new StaticFiles();

    /** Reads templates when they are first used. */
    public Views() {
        freemarker = new Configuration(Configuration.VERSION_2_3_32);
        freemarker.setTemplateLoader(new ClassTemplateLoader(Views.class, ""));
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
        freemarker.setNumberFormat("computer");
    }

    /**
     * A page.
     *
     * @param status the HTTP status: 200, 422 for a form that was refused, 409 for one that meets another's change
     * @param template such as {@code browser/list.ftl}
     * @param model what the template prints
     */
    public Reply page(Request request, int status, String template, Map<String, ?> model) {
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("request", request);
        return open(request.servlet(), request.language(), status, template, all);
    }

    /** A page for somebody who has not signed in; as {@link #page}, without {@code request}. */
    public Reply open(HttpServletRequest request, Locale language, int status, String template, Map<String, ?> model) {
        String html = html(request.getContextPath(), language, template, model);
        return Reply.of(status, "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "same-origin");
    }

    /**
     * A page that says in the frame why there is nothing else.
     *
     * @param key of the texts {@code problem.<key>.title} and {@code problem.<key>.text}
     */
    public Reply problem(Request request, int status, String key) {
        return page(request, status, "problem.ftl", Map.of("key", key));
    }

    /**
     * A page in the bare frame of the server's own pages that says what went wrong.
     *
     * @param detail beyond what the status says; empty if nothing
     */
    public String error(Locale language, int status, String detail) {
        return html("", language, "bare-error.ftl", Map.of("error", UiTexts.error(status), "detail", detail));
    }

    public StaticFiles files() {
        return files;
    }

    private String html(String contextPath, Locale language, String template, Map<String, ?> given) {
        Map<String, Object> model = new LinkedHashMap<>(given);
        model.put("ui", UiTexts.in(language));
        model.put("language", language.toLanguageTag());
        model.put("base", contextPath + Request.PREFIX);
        model.put("files", files);
        StringWriter html = new StringWriter();
        try {
            freemarker.getTemplate(template).process(model, html);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("Cannot render " + template + ": " + e.getMessage(), e);
        }
        return html.toString();
    }
}
