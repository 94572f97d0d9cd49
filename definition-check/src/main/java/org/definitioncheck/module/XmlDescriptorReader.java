package org.definitioncheck.module;

import static org.definitioncheck.problem.Severity.SEVERE;
import static org.definitioncheck.problem.Severity.SILENT;

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
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
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
final class XmlDescriptorReader {

    /** Children of each element in their order; {@code ?} none or one, {@code *} any number, {@code +} at least one. */
    private static final Map<String, List<String>> CHILDREN = new LinkedHashMap<>();

    static {
        """
        module: name displayName|display-name? description? class? versionHandler? version properties? components* \
        dependencies? servlets? repositories?
        dependencies: dependency+
        dependency: name version? optional?
        properties: property+
        property: name value
        servlets: servlet+
        servlet: name class comment? mappings params?
        mappings: mapping+
        params: param*
        param: name value
        repositories: repository+
        repository: name workspaces nodeTypeFile?
        workspaces: workspace+
        components: id configurer* component* type-mapping* multiBindingInterface*
        component: type? implementation? provider? workspace? path? observed? scope? lazy?
        configurer: class
        multiBindingInterface: type
        type-mapping: type implementation
        """
                .lines()
                .map(line -> line.split(": "))
                .forEach(line -> CHILDREN.put(line[0], List.of(line[1].split(" "))));
    }

    private final Problems problems;

    XmlDescriptorReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty if the file is so wrong that no module can be made of it, which has then been reported. */
    Optional<ModuleDescriptor> read(Resource file) {
        ElementReader reader = new ElementReader(file.path());
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(file.reader()), reader);
        } catch (SAXParseException e) {
            Location place = new Location(file.path(), e.getLineNumber());
            problems.add(place, SEVERE, "is no well-formed XML: " + e.getMessage());
            return Optional.empty();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            problems.add(Location.of(file.path()), SEVERE, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        Element module = reader.root;
        if (!module.name.equals("module")) {
            problems.add(module.location, SEVERE, "is no module descriptor: its root is not <module>");
            return Optional.empty();
        }
        check(module);
        Optional<String> name = module.text("name");
        if (name.isPresent() && !file.name().equals(name.get() + ".xml")) {
            problems.add(
                    module.children("name").get(0).location,
                    SILENT,
                    "names the module '" + name.get() + "' but the file is called " + file.name()
                            + "; name both alike, so that the module's folder of resources can be found");
        }
        return name.map(given -> descriptor(file.path(), given, module));
    }

    private void check(Element element) {
        List<String> rules = CHILDREN.getOrDefault(element.name, List.of());
        List<String> names =
                rules.stream().map(rule -> rule.replaceAll("[?*+]$", "")).toList();
        String order = String.join(", ", names);
        int reached = 0;
        Set<Integer> seen = new HashSet<>();
        for (Element child : element.children) {
            int place = names.indexOf(names.stream()
                    .filter(name -> List.of(name.split("\\|")).contains(child.name))
                    .findFirst()
                    .orElse(""));
            String where = "<" + child.name + "> %s <" + element.name + ">";
            if (place < 0) {
                problems.add(
                        child.location,
                        SEVERE,
                        rules.isEmpty()
                                ? where.formatted("has no place in") + ", which holds text"
                                : where.formatted("is unknown in") + "; known, in this order: " + order);
                continue;
            }
            boolean first = seen.add(place);
            if (place < reached) {
                problems.add(
                        child.location,
                        SEVERE,
                        where.formatted("stands too late in") + "; Magnolia demands the order " + order);
            } else if (!first && !rules.get(place).matches(".*[*+]")) {
                problems.add(child.location, SEVERE, where.formatted("stands twice in"));
            }
            reached = Math.max(reached, place);
            check(child);
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!seen.contains(i) && !rules.get(i).matches(".*[?*]")) {
                problems.add(element.location, SEVERE, "<" + element.name + "> lacks <" + names.get(i) + ">");
            }
        }
    }

    private static ModuleDescriptor descriptor(String file, String name, Element module) {
        Map<String, String> properties = new LinkedHashMap<>();
        module.children("properties", "property")
                .forEach(property -> properties.put(
                        property.text("name").orElse(""), property.text("value").orElse("")));
        List<ModuleDescriptor.Component> components = new ArrayList<>();
        for (Element container : module.children("components")) {
            for (Element component : container.children("component")) {
                Optional<String> implementation = component.text("implementation");
                String type = component.text("type").or(() -> implementation).orElse("");
                components.add(new ModuleDescriptor.Component(
                        container.text("id").orElse(""),
                        type,
                        implementation.orElse(type),
                        component.text("scope"),
                        component.location.line()));
            }
        }
        return new ModuleDescriptor(
                name,
                module.text("version").orElse(""),
                file,
                false,
                module.text("class"),
                properties,
                module.children("dependencies", "dependency").stream()
                        .map(dependency -> new ModuleDescriptor.Dependency(
                                dependency.text("name").orElse(""),
                                dependency.text("version").orElse("*"),
                                dependency
                                        .text("optional")
                                        .map(Boolean::parseBoolean)
                                        .orElse(false),
                                dependency.location.line()))
                        .toList(),
                module.children("repositories", "repository").stream()
                        .map(repository -> new ModuleDescriptor.Repository(
                                repository.text("name").orElse(""),
                                repository.children("workspaces", "workspace").stream()
                                        .map(Element::text)
                                        .toList(),
                                repository.text("nodeTypeFile"),
                                repository.location.line()))
                        .toList(),
                components);
    }

    private record Element(String name, Location location, List<Element> children, StringBuilder characters) {

        String text() {
            return characters.toString().trim();
        }

        /** All below, step by step. */
        List<Element> children(String... path) {
            List<Element> found = List.of(this);
            for (String step : path) {
                found = found.stream()
                        .flatMap(element -> element.children.stream())
                        .filter(child -> child.name.equals(step))
                        .toList();
            }
            return found;
        }

        /** The text of the first such child; empty if there is none. */
        Optional<String> text(String child) {
            return children(child).stream().findFirst().map(Element::text).filter(text -> !text.isEmpty());
        }
    }

    private static final class ElementReader extends DefaultHandler {
        private final String file;
        private final Deque<Element> open = new ArrayDeque<>();
        private Locator locator;
        private Element root;

        ElementReader(String file) {
            this.file = file;
        }

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
            Location location = new Location(file, locator.getLineNumber());
            Element element = new Element(name, location, new ArrayList<>(), new StringBuilder());
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
