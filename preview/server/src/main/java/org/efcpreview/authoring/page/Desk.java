package org.efcpreview.authoring.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.authoring.Request;
import org.efcpreview.authoring.Services;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.site.SiteLocales;

/**
 * What a request works with in the workspace {@code website}.
 *
 * @param request the request
 * @param services what the screens work with
 */
record Desk(Request request, Services services) {
    static final String WORKSPACE = "website";

    Session session() throws RepositoryException {
        return request.sessions().session(WORKSPACE);
    }

    Templates templates() {
        return new Templates(services.definitions().get());
    }

    Titles titles() {
        return new Titles(services.messages().get(), request.language());
    }

    OutlineReader outlines() {
        return new OutlineReader(templates(), titles(), request.user().roles());
    }

    PageParts parts() {
        return new PageParts(request.user().name(), Calendar.getInstance());
    }

    PageNodes pages() {
        return new PageNodes(request.user().name(), Calendar.getInstance());
    }

    /** A text of the authoring UI. */
    String say(String key, Object... arguments) {
        return UiTexts.in(request.language()).get(key, arguments);
    }

    /** What a field of the form that was sent says, or else a parameter of the address; empty if neither does. */
    String asked(String name) {
        return request.sends() && request.submission().has(name)
                ? request.submission().text(name)
                : request.parameter(name);
    }

    /** The node at a path that came from a browser; empty if there is none that the user may read. */
    Optional<Node> node(String path) throws RepositoryException {
        try {
            return path.startsWith("/")
                            && !path.matches(".*[\\[\\]*|].*")
                            && session().nodeExists(path)
                    ? Optional.of(session().getNode(path))
                    : Optional.empty();
        } catch (javax.jcr.NamespaceException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (RepositoryException e) {
            // What is no path of a repository leads nowhere.
            if (session().isLive()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The page at a path. */
    Optional<Node> page(String path) throws RepositoryException {
        Optional<Node> node = node(path);
        return node.isPresent() && node.get().isNodeType("mgnl:page") ? node : Optional.empty();
    }

    /** The component at a path. */
    Optional<Node> component(String path) throws RepositoryException {
        Optional<Node> node = node(path);
        return node.isPresent() && node.get().isNodeType("mgnl:component") ? node : Optional.empty();
    }

    /** The page that a node is a part of, or is. */
    static Node pageOf(Node part) throws RepositoryException {
        Node page = part;
        while (!page.isNodeType("mgnl:page") && page.getDepth() > 1) {
            page = page.getParent();
        }
        return page;
    }

    /** What a page is called: its title in the language of the user interface, in the site's own, or else its name. */
    String title(Node page) throws RepositoryException {
        Locale language = request.language();
        List<String> names = new ArrayList<>();
        if (!language.getLanguage()
                .equals(SiteLocales.ENGLISH_AND_FRENCH.defaultLocale().getLanguage())) {
            names.add("title_" + language.getLanguage());
        }
        names.add("title");
        for (String name : names) {
            if (page.hasProperty(name)
                    && !page.getProperty(name).isMultiple()
                    && !page.getProperty(name).getString().isBlank()) {
                return page.getProperty(name).getString();
            }
        }
        return page.getDepth() == 0 ? "/" : page.getName();
    }

    static boolean isDeleted(Node page) throws RepositoryException {
        return page.isNodeType("mgnl:deleted");
    }

    /** A step on the way to a screen, as the frame shows it. */
    Map<String, String> step(String screen, String label) {
        return Map.of("href", request.address(screen), "label", label);
    }

    /** The address of a screen with parameters: names and values in turn. */
    static String address(String screen, String... parameters) {
        StringBuilder address = new StringBuilder(screen);
        for (int i = 0; i < parameters.length; i += 2) {
            address.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8)
                            .replace("%2F", "/"));
        }
        return address.toString();
    }
}
