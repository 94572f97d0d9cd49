package org.efcpreview.rendering;

import freemarker.cache.ByteArrayTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.RepositoryException;
import javax.servlet.http.HttpServletResponse;
import org.definitioncheck.message.Messages;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.script.Functions;
import org.definitioncheck.script.Script;
import org.efcpreview.content.PreviewObjectWrapper;
import org.efcpreview.content.WorkspaceMapping;
import org.efcpreview.site.SiteLocales;
import org.efcpreview.templating.AssetFunctions;
import org.efcpreview.templating.ContextAttributes;
import org.efcpreview.templating.PageRequest;
import org.efcpreview.templating.PageResponse;
import org.efcpreview.templating.Renderable;
import org.efcpreview.templating.TemplatingFunctions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders the pages of one instance. May be used by many threads.
 *
 * <p>The settings are those of {@code info.magnolia.freemarker.FreemarkerHelper} of 6.2.45: FreeMarker as of 2.3.28, tag
 * syntax by the first tag, no output format, {@code ?new} only for harmless classes, templates by absolute resource path.
 *
 * @param freemarker with those settings: {@link #configuration}
 * @param templates the definitions by identifier, such as {@code efc-events:pages/archive}
 * @param messages what {@code i18n} knows
 * @param locales the site's languages
 * @param contextAttributes the modules' own template functions
 * @param mappings which addresses show which workspaces, the first that matches wins
 */
public record PageRenderer(
        Configuration freemarker,
        Function<String, Optional<Renderable>> templates,
        Messages messages,
        SiteLocales locales,
        ContextAttributes contextAttributes,
        List<WorkspaceMapping> mappings) {
    /** Template functions of Magnolia CE 6.2.45 that the preview does not have, with the module that brings them. */
    static final Map<String, String> MISSING_FUNCTIONS = Map.of(
            "sitefn", "site",
            "navfn", "mte",
            "searchfn", "mte",
            "catfn", "categorization",
            "resfn", "magnolia-resources-templating",
            "restfn", "rest-client",
            "imgfn", "imaging");

    private static final Logger LOG = LoggerFactory.getLogger(PageRenderer.class);

    /**
     * Renders a page and sends it; nothing is sent before it is complete, unless it is very long.
     *
     * @param request what was asked for
     * @param response what templates may say more of than the page; if they leave the page of an error empty, the server's is
     *     sent
     * @throws RenderingException if a template is missing or fails; if the response is committed by then, the beginning of
     *     the page has been sent
     */
    public void render(PageRequest request, HttpServletResponse response) throws RenderingException, IOException {
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        PageOutput page = new PageOutput(response);
        try {
            String template = request.node().getProperty("mgnl:template").getString();
            Renderable definition = templates
                    .apply(template)
                    .orElseThrow(() -> new RenderingException(
                            "There is no template " + template + ", which the page " + request.handle()
                                    + " names as its mgnl:template",
                            null));
            if (contextAttributes.failure().isPresent()) {
                throw new RenderingException(contextAttributes.failure().get(), null);
            }
            PageResponse seen = new PageResponse(
                    response, !request.author() && request.address().originalQuery() == null);
            new Rendering(this, request, seen, template).render(request.node(), definition, Map.of(), page);
        } catch (TemplateException | IOException | RepositoryException e) {
            throw RenderingException.of(e);
        }
        page.close();
    }

    /** FreeMarker as Magnolia sets it up. @param files that have been read: scripts, and what they include */
    public static Configuration configuration(Resources files) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_28);
        ByteArrayTemplateLoader scripts = new ByteArrayTemplateLoader();
        files.all().forEach(file -> file.held()
                .ifPresent(bytes -> scripts.putTemplate(file.path().substring(1), bytes)));
        configuration.setTemplateLoader(scripts);
        configuration.setObjectWrapper(PreviewObjectWrapper.INSTANCE);
        configuration.setTagSyntax(Configuration.AUTO_DETECT_TAG_SYNTAX);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.SAFER_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setAttemptExceptionReporter((error, environment) -> LOG.warn(
                "Recovered by #attempt: {}", RenderingException.of(error).getMessage()));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return configuration;
    }

    /**
     * Looks through all scripts for what FreeMarker cannot read, and for calls of functions and directives that are not here.
     *
     * @param functions the modules' own template functions
     */
    public static void check(Resources resources, ContextAttributes functions, Problems problems) {
        Functions known = new Functions()
                .withMethods("cmsfn", TemplatingFunctions.class)
                .withMethods("damfn", AssetFunctions.class)
                .with("cms", CmsDirectives.names());
        MISSING_FUNCTIONS.forEach(
                (name, module) -> known.without(name, " (in Magnolia it comes with the module " + module + ")"));
        functions.objects().forEach((name, object) -> known.withMethods(name, object.getClass()));
        Script.all(resources).forEach(script -> {
            script.check(resources, problems);
            known.check(script, problems);
        });
    }
}
