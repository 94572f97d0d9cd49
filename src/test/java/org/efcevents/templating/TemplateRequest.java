package org.efcevents.templating;

import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A request that the module's templates answer: the module's own template functions, messages and parameters, over the
 * content of a session. Of Magnolia there is no more than what the templates call.
 */
final class TemplateRequest {
    private static final String MODULE = "/efc-events/";

    private final TemplateSite site;
    private final Session session;
    private final String language;
    private final String selector;
    private final String extension;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String query = "";
    private boolean editing;
    private int status = 200;

    /**
     * @param session whoever asks
     * @param language the language that the page is asked for in, as Magnolia names it
     * @param selector the name of an event, a speaker or a work package; empty for a page that has none
     * @param extension the ending of the address, such as {@code html}
     */
    TemplateRequest(Session session, String language, String selector, String extension) {
        this(new TemplateSite(session, Instant.parse("2015-06-01T12:00:00Z")), language, selector, extension);
    }

    /** The same of a site that has been asked before. */
    TemplateRequest(TemplateSite site, String language, String selector, String extension) {
        this.site = site;
        this.session = site.session();
        this.language = language;
        this.selector = selector;
        this.extension = extension;
    }

    /** With a query string, still encoded. */
    TemplateRequest with(String query) {
        this.query = query;
        return this;
    }

    /** By an editor on an author instance, who may do everything. */
    TemplateRequest byEditor() {
        this.editing = true;
        return this;
    }

    /** The status that the template has set. */
    int status() {
        return status;
    }

    /** A header that the template has set; null if it has not. */
    String header(String name) {
        return headers.get(name);
    }

    /** What a page's template prints, read as a browser reads it. */
    Document page(String name) throws Exception {
        return Jsoup.parse(print("pages/" + name, MODULE + "includes/page-parameters.yaml", "/" + name));
    }

    /** What a component's template prints for a node. */
    Document component(String name, String path) throws Exception {
        return Jsoup.parse(print("components/" + name, MODULE + "includes/component-parameters.yaml", path));
    }

    /** What a page's template prints, as it is. */
    String text(String name) throws Exception {
        return print("pages/" + name, MODULE + "includes/page-parameters.yaml", "/" + name);
    }

    private String print(String name, String parameters, String path)
            throws IOException, TemplateException, RepositoryException {
        Map<String, Object> settings = yaml(parameters);
        settings.put("page", name.replaceFirst(".*/", ""));
        Map<String, Object> model = new HashMap<>();
        model.put("content", content(session.getNode(path)));
        model.put("def", Map.of("parameters", settings));
        model.put("model", Map.of("root", Map.of("definition", Map.of("parameters", settings))));
        model.put("ctx", context());
        model.put("cmsfn", new Cms(path));
        model.put("damfn", new Dam());
        model.put("efcfn", site.functions());
        model.put("i18n", new Messages(language));
        TemplateDirectiveModel nothing = (environment, given, variables, body) -> {};
        model.put("cms", Map.of("page", nothing, "area", nothing));
        StringWriter out = new StringWriter();
        site.freemarker().getTemplate("efc-events/templates/" + name + ".ftl").process(model, out);
        return out.toString();
    }

    private static Map<String, Object> yaml(String resource) throws IOException {
        try (InputStream in = TemplateRequest.class.getResourceAsStream(resource)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    private Map<String, Object> context() {
        return Map.of(
                "contextPath",
                "",
                "aggregationState",
                Map.of("selector", selector, "extension", extension),
                "user",
                Map.of("name", editing ? "editor" : "anonymous"),
                "getAccessManager",
                (TemplateMethodModelEx) workspace -> Map.of(
                        "permissionList",
                        List.of(Map.of("permissions", editing ? 63 : 8, "pattern", Map.of("patternString", "/*")))),
                "getAttribute",
                (TemplateMethodModelEx) named -> "",
                "request",
                new Http(),
                "response",
                new Answer());
    }

    private static Map<String, Object> content(Node node) throws RepositoryException {
        Map<String, Object> content =
                new HashMap<>(Map.of("@path", node.getPath(), "@name", node.getName(), "@id", node.getIdentifier()));
        for (var properties = node.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.isMultiple()) {
                content.put(property.getName(), property.getString());
            }
        }
        return content;
    }

    /** The request, as the servlet API gives it. */
    public final class Http {
        public String getMethod() {
            return "GET";
        }

        public String getQueryString() {
            return query.isEmpty() ? null : query;
        }

        public String getHeader(String name) {
            return null;
        }

        public String getScheme() {
            return "https";
        }

        public String getServerName() {
            return "events.example.org";
        }

        public int getServerPort() {
            return 443;
        }
    }

    /** The response, as the servlet API takes it. */
    public final class Answer {
        public void setHeader(String name, String value) {
            headers.put(name, value);
        }

        public void addHeader(String name, String value) {
            headers.put(name, value);
        }

        public Collection<String> getHeaderNames() {
            return headers.keySet();
        }

        public void setStatus(int status) {
            TemplateRequest.this.status = status;
        }
    }

    /** Messages in a language, as {@code info.magnolia.i18nsystem} gives them to templates. */
    public static final class Messages {
        private final Properties messages = new Properties();

        private Messages(String language) throws IOException {
            for (String bundle : List.of(
                    "site-efc-events",
                    "module-efc-events",
                    "app-efc-events",
                    "desk-efc-events",
                    "choices-efc-events")) {
                try (InputStream in = Messages.class.getResourceAsStream(
                        MODULE + "i18n/" + bundle + "-messages_" + language + ".properties")) {
                    messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
            }
        }

        public String get(String key) {
            return messages.getProperty(key, key);
        }

        public String get(String key, List<?> arguments) {
            return new MessageFormat(get(key), Locale.ENGLISH).format(arguments.toArray());
        }
    }

    /** Those of Magnolia's template functions that the templates call, on a public instance. */
    public final class Cms {
        private final String path;

        private Cms(String path) {
            this.path = path;
        }

        public String language() {
            return language;
        }

        public Node nodeByPath(String path, String workspace) throws RepositoryException {
            return session.nodeExists(path) ? session.getNode(path) : null;
        }

        public Node nodeById(String id, String workspace) throws RepositoryException {
            try {
                return session.getNodeByIdentifier(id);
            } catch (RepositoryException e) {
                // Magnolia's own returns nothing then, too.
                return null;
            }
        }

        public Object page(Object content) {
            return content;
        }

        public Object decode(Object content) {
            return content;
        }

        public Node asJCRNode(Map<String, Object> content) throws RepositoryException {
            return session.getNode(content.get("@path").toString());
        }

        public String link(Map<String, Object> content) {
            return "/" + language + content.get("@path") + ".html";
        }

        public Map<String, String> localizedLinks() {
            Map<String, String> links = new LinkedHashMap<>();
            for (String code : List.of("en", "fr")) {
                links.put(code, "/" + code + path + (selector.isEmpty() ? "" : "~" + selector + "~") + ".html");
            }
            return links;
        }

        public String unescapeXss(String text) {
            return text;
        }

        public Object contentById(String id, String workspace) {
            return null;
        }

        public boolean isPublicInstance() {
            return !editing;
        }

        public boolean isAuthorInstance() {
            return editing;
        }

        public boolean isEditMode() {
            return false;
        }
    }

    /** Files: there are none. */
    public static final class Dam {
        public Object getAsset(String key) {
            return null;
        }

        public String getAssetLink(String key) {
            return null;
        }
    }
}
