package org.efcpreview.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.servlet.DispatcherType;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.jackrabbit.commons.JcrUtils;
import org.eclipse.jetty.ee8.nested.SessionHandler;
import org.eclipse.jetty.ee8.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee8.servlet.FilterHolder;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.signin.Accounts;
import org.efcpreview.authoring.signin.FormLogin;
import org.efcpreview.content.WorkspaceMapping;
import org.efcpreview.rendering.PageRenderer;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.OpenSessions;
import org.efcpreview.site.SiteLocales;
import org.efcpreview.templating.ContextAttributes;

/**
 * One instance, author or public: Magnolia's chain of filters and its servlets, as far as they show outside. Everything passes
 * {@link LoginFilter} and {@link AddressFilter}.
 *
 * @param context what Jetty is to serve
 * @param contextAttributes the modules' own template functions
 */
record Instance(ServletContextHandler context, ContextAttributes contextAttributes) {
    /**
     * What both instances have in common.
     *
     * @param views prints what an instance itself says
     * @param port in the cookies' names: browsers give the cookies of one port to all others of the same host
     * @param uploads a directory for files that are sent, while a request lasts
     */
    record Shared(LiveModules modules, Views views, int port, Path uploads) {}

    /**
     * @param contextPath empty, or {@code /author}
     * @param adminCentral the authoring UI; empty on a public instance
     * @param formLogin how members sign in; empty on an author instance
     */
    static Instance of(
            String contextPath,
            ContentRepository repository,
            Accounts accounts,
            Optional<AdminCentral> adminCentral,
            Optional<FormLogin> formLogin,
            Shared shared)
            throws RepositoryException {
        LiveModules modules = shared.modules();
        boolean author = adminCentral.isPresent();
        List<WorkspaceMapping> mappings;
        SiteLocales locales;
        ContextAttributes contextAttributes;
        try (OpenSessions sessions = OpenSessions.ofSystem(repository)) {
            Session config = sessions.session("config");
            mappings = mappings(config);
            locales = SiteLocales.read(config);
            contextAttributes = ContextAttributes.load(
                    config, modules.current().modules().inOrder(), adminCentral.map(AdminCentral::lifecycle));
        }
        Function<LiveModules.State, PageRenderer> renderer = state -> new PageRenderer(
                state.scripts(), state::template, state.messages(), locales, contextAttributes, mappings);

        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath(contextPath.isEmpty() ? "/" : contextPath);
        context.setMaxFormContentSize(SentForm.MOST_ENCODED);
        context.setMaxFormKeys(SentForm.MOST_FIELDS);
        // Symbolic links are followed: Resources has looked where they lead.
        context.addAliasCheck((path, resource) -> true);
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler() {
            @Override
            public boolean errorPageForMethod(String method) {
                return true;
            }
        };
        errors.setCacheControl("no-store");
        errors.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, ErrorPages.PATH);
        context.setErrorHandler(errors);
        SessionHandler cookies = context.getSessionHandler();
        cookies.setSessionCookie((author ? "author" : "public") + "-session-" + shared.port());
        cookies.setHttpOnly(true);
        cookies.setSameSite(HttpCookie.SameSite.LAX);
        cookies.setSecureRequestOnly(true);
        cookies.setUsingUriParameters(false);
        cookies.setMaxInactiveInterval((int) Accounts.IDLE.toSeconds());

        context.addFilter(
                new FilterHolder(new LoginFilter(repository, accounts, new Credentials(accounts), formLogin)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(
                new FilterHolder(new AddressFilter(modules, locales, author)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD));
        ServletHolder pages = serve(
                context,
                "/",
                new ServedPages(request -> renderer.apply(modules.during(request)), mappings, author)::answer);
        serve(context, "/.resources/*", new ServedFiles(modules)::answer);
        serve(context, "/dam/*", ServedAssets::answer);
        serve(context, Endpoints.PREFIX + "/*", new ServedContent(modules, locales, author)::answer);
        serve(context, ErrorPages.PATH, new ErrorPages(shared.views(), adminCentral, formLogin)::answer);
        if (author) {
            ServletHolder ui = serve(context, Request.PREFIX + "/*", adminCentral.get()::answer);
            for (ServletHolder forms : List.of(pages, ui)) {
                forms.getRegistration()
                        .setMultipartConfig(SentForm.bounds(shared.uploads().toString()));
            }
        }
        return new Instance(context, contextAttributes);
    }

    private interface Answer {
        void to(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException, RepositoryException;
    }

    @SuppressWarnings("serial") // no server hands its servlets on
    private static ServletHolder serve(ServletContextHandler context, String path, Answer answer) {
        ServletHolder holder = new ServletHolder(new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                try {
                    answer.to(request, response);
                } catch (RepositoryException e) {
                    throw new ServletException(e);
                }
            }
        });
        context.addServlet(holder, path);
        return holder;
    }

    /** The addresses of workspaces that modules configure; the longest prefix first, as Magnolia sorts them. */
    private static List<WorkspaceMapping> mappings(Session config) throws RepositoryException {
        List<WorkspaceMapping> mappings = new ArrayList<>();
        String path = "/server/URI2RepositoryMapping/mappings";
        if (config.nodeExists(path)) {
            for (Node node : JcrUtils.getChildNodes(config.getNode(path))) {
                if (node.hasProperty("class")) {
                    throw new RepositoryException(
                            node.getPath() + " in config: a mapping with a class of its own is not supported here");
                }
                mappings.add(new WorkspaceMapping(
                        JcrUtils.getStringProperty(node, "URIPrefix", ""),
                        JcrUtils.getStringProperty(node, "repository", ""),
                        JcrUtils.getStringProperty(node, "handlePrefix", "")));
            }
        }
        mappings.add(WorkspaceMapping.WEBSITE);
        mappings.sort(Comparator.comparing(WorkspaceMapping::uriPrefix).reversed());
        return mappings;
    }
}
