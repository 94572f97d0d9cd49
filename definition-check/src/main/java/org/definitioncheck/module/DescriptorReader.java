package org.definitioncheck.module;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resource;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a module's XML descriptor and holds it against the order of elements that Magnolia's {@code module.dtd} prescribes:
 * Magnolia validates, so an element out of place keeps the module from being installed.
 */
final class DescriptorReader {

    /** Children of each element in their order; {@code ?} none or one, {@code *} any number, {@code +} at least one. */
    private static final Map<String, List<String>> CHILDREN = Map.ofEntries(
            Map.entry(
                    "module",
                    List.of(
                            "name",
                            "displayName|display-name?",
                            "description?",
                            "class?",
                            "versionHandler?",
                            "version",
                            "properties?",
                            "components*",
                            "dependencies?",
                            "servlets?",
                            "repositories?")),
            Map.entry("dependencies", List.of("dependency+")),
            Map.entry("dependency", List.of("name", "version?", "optional?")),
            Map.entry("properties", List.of("property+")),
            Map.entry("property", List.of("name", "value")),
            Map.entry("servlets", List.of("servlet+")),
            Map.entry("servlet", List.of("name", "class", "comment?", "mappings", "params?")),
            Map.entry("mappings", List.of("mapping+")),
            Map.entry("params", List.of("param*")),
            Map.entry("param", List.of("name", "value")),
            Map.entry("repositories", List.of("repository+")),
            Map.entry("repository", List.of("name", "workspaces", "nodeTypeFile?")),
            Map.entry("workspaces", List.of("workspace+")),
            Map.entry(
                    "components",
                    List.of("id", "configurer*", "component*", "type-mapping*", "multiBindingInterface*")),
            Map.entry(
                    "component",
                    List.of(
                            "type?",
                            "implementation?",
                            "provider?",
                            "workspace?",
                            "path?",
                            "observed?",
                            "scope?",
                            "lazy?")),
            Map.entry("configurer", List.of("class")),
            Map.entry("multiBindingInterface", List.of("type")),
            Map.entry("type-mapping", List.of("type", "implementation")));

    private final List<Problem> problems;

    DescriptorReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** Empty if the file is so wrong that no module can be made of it; what is wrong is in the list of problems. */
    Optional<ModuleDescriptor> read(Resource file) {
        Tree handler = new Tree();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.newSAXParser().parse(new InputSource(file.reader()), handler);
        } catch (SAXParseException e) {
            problems.add(new Problem(file.path(), e.getLineNumber(), "is no well-formed XML: " + e.getMessage()));
            return Optional.empty();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            problems.add(new Problem(file.path(), 0, "cannot be read: " + e.getMessage()));
            return Optional.empty();
        }
        int before = problems.size();
        if (!handler.root.name.equals("module")) {
            problems.add(
                    new Problem(file.path(), handler.root.line, "is no module descriptor: its root is not <module>"));
            return Optional.empty();
        }
        check(file.path(), handler.root);
        if (handler.root.text("name").isEmpty()) {
            return Optional.empty();
        }
        ModuleDescriptor descriptor = descriptor(file.path(), handler.root);
        String fileName = file.name().substring(0, file.name().length() - ".xml".length());
        if (!fileName.equals(descriptor.name()) && problems.size() == before) {
            problems.add(new Problem(
                    file.path(),
                    handler.root.first("name").map(e -> e.line).orElse(1),
                    "names the module '" + descriptor.name() + "' but the file is called " + file.name()
                            + "; name both alike, so that the module's folder of resources can be found"));
        }
        return Optional.of(descriptor);
    }

    private void check(String file, Element element) {
        List<String> expected = CHILDREN.get(element.name);
        if (expected == null) {
            for (Element child : element.children) {
                problems.add(new Problem(
                        file,
                        child.line,
                        "<" + child.name + "> has no place in <" + element.name + ">, which holds text"));
            }
            return;
        }
        int at = 0;
        Set<String> seen = new HashSet<>();
        for (Element child : element.children) {
            int place = placeOf(child.name, expected);
            if (place < 0) {
                problems.add(new Problem(
                        file,
                        child.line,
                        "<" + child.name + "> is unknown in <" + element.name + ">; known, in this order: "
                                + order(expected)));
                continue;
            }
            String rule = expected.get(place);
            boolean repeatable = rule.endsWith("*") || rule.endsWith("+");
            if (place < at) {
                problems.add(new Problem(
                        file,
                        child.line,
                        "<" + child.name + "> stands too late in <" + element.name + ">; Magnolia demands the order "
                                + order(expected)));
            } else {
                if (seen.contains(rule) && !repeatable) {
                    problems.add(new Problem(
                            file, child.line, "<" + child.name + "> stands twice in <" + element.name + ">"));
                }
                at = place;
            }
            seen.add(rule);
            check(file, child);
        }
        for (String rule : expected) {
            boolean demanded = !rule.endsWith("?") && !rule.endsWith("*");
            if (demanded && !seen.contains(rule)) {
                problems.add(new Problem(file, element.line, "<" + element.name + "> lacks <" + bare(rule) + ">"));
            }
        }
    }

    private static int placeOf(String name, List<String> expected) {
        for (int i = 0; i < expected.size(); i++) {
            if (List.of(bare(expected.get(i)).split("\\|")).contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String rule) {
        return rule.endsWith("?") || rule.endsWith("*") || rule.endsWith("+")
                ? rule.substring(0, rule.length() - 1)
                : rule;
    }

    private static String order(List<String> expected) {
        return expected.stream().map(DescriptorReader::bare).collect(Collectors.joining(", "));
    }

    private ModuleDescriptor descriptor(String file, Element module) {
        List<ModuleDescriptor.Dependency> dependencies = new ArrayList<>();
        for (Element dependency : module.all("dependencies", "dependency")) {
            dependencies.add(new ModuleDescriptor.Dependency(
                    dependency.text("name").orElse(""),
                    dependency.text("version").orElse("*"),
                    dependency.text("optional").map(Boolean::parseBoolean).orElse(false),
                    dependency.line));
        }
        List<ModuleDescriptor.Repository> repositories = new ArrayList<>();
        for (Element repository : module.all("repositories", "repository")) {
            repositories.add(new ModuleDescriptor.Repository(
                    repository.text("name").orElse(""),
                    repository.all("workspaces", "workspace").stream()
                            .map(Element::text)
                            .toList(),
                    repository.text("nodeTypeFile"),
                    repository.line));
        }
        List<ModuleDescriptor.Component> components = new ArrayList<>();
        for (Element container : module.children) {
            if (container.name.equals("components")) {
                for (Element component : container.children) {
                    if (component.name.equals("component")) {
                        String type = component
                                .text("type")
                                .or(() -> component.text("implementation"))
                                .orElse("");
                        components.add(new ModuleDescriptor.Component(
                                container.text("id").orElse(""),
                                type,
                                component.text("implementation").orElse(type),
                                component.text("scope"),
                                component.line));
                    }
                }
            }
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : module.all("properties", "property")) {
            properties.put(
                    property.text("name").orElse(""), property.text("value").orElse(""));
        }
        return new ModuleDescriptor(
                module.text("name").orElseThrow(),
                module.text("version").orElse(""),
                file,
                false,
                module.text("class"),
                properties,
                dependencies,
                repositories,
                components);
    }

    private static final class Element {
        private final String name;
        private final int line;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder characters = new StringBuilder();

        Element(String name, int line) {
            this.name = name;
            this.line = line;
        }

        String text() {
            return characters.toString().trim();
        }

        Optional<Element> first(String child) {
            return children.stream().filter(c -> c.name.equals(child)).findFirst();
        }

        Optional<String> text(String child) {
            return first(child).map(Element::text).filter(t -> !t.isEmpty());
        }

        List<Element> all(String list, String entry) {
            return first(list)
                    .map(l -> l.children.stream()
                            .filter(c -> c.name.equals(entry))
                            .toList())
                    .orElse(List.of());
        }
    }

    private static final class Tree extends DefaultHandler {
        private final Deque<Element> open = new ArrayDeque<>();
        private Locator locator;
        private Element root;

        @Override
        public void setDocumentLocator(Locator documentLocator) {
            locator = documentLocator;
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            // Magnolia takes module.dtd from its own jar; its rules are above. Nothing is ever loaded.
            return new InputSource(new StringReader(""));
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            Element element = new Element(name, locator.getLineNumber());
            if (open.isEmpty()) {
                root = element;
            } else {
                open.peek().children.add(element);
            }
            open.push(element);
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            open.pop();
        }

        @Override
        public void characters(char[] text, int start, int length) {
            open.peek().characters.append(text, start, length);
        }
    }
}
