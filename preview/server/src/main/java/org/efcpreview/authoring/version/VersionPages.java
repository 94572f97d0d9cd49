package org.efcpreview.authoring.version;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.efcpreview.authoring.UiTexts;
import org.efcpreview.authoring.Views;
import org.efcpreview.authoring.Visit;
import org.efcpreview.http.Reply;
import org.efcpreview.repository.Versions;

/** The pages about the versions of one item. */
public final class VersionPages {
    private final Visit visit;
    private final Views views;
    private final Versions versions;
    private final Map<String, String> labels;
    private final UiTexts ui;

    /** @param labels what users read for properties, by name; a property without is shown by its name */
    public VersionPages(Visit visit, Views views, Versions versions, Map<String, String> labels) {
        this.visit = visit;
        this.views = views;
        this.versions = versions;
        this.labels = labels;
        this.ui = UiTexts.in(visit.language());
    }

    /** A version in a list. */
    public record Entry(String name, String when, String machine, String user, String comment, boolean current) {}

    /**
     * A property that is not the same in a version as it is now.
     *
     * @param label what users read for it, after that of the parts it is in
     * @param then as it was; empty for nothing
     * @param now as it is; empty for nothing
     */
    public record Difference(String label, String then, String now) {}

    /**
     * The list of an item's versions and, if one is chosen, what it held that is not so now.
     *
     * @param version the name of the chosen one; empty for none
     * @param model the frame of the page, added to here
     * @return empty if there is no such version
     */
    public Optional<Reply> show(Node node, String version, Map<String, Object> model) throws RepositoryException {
        List<Entry> entries = new ArrayList<>();
        for (Versions.Version kept : versions.of(node)) {
            entries.add(new Entry(
                    kept.name(),
                    when(kept.made()),
                    DateTimeFormatter.ISO_INSTANT.format(
                            kept.made().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
                    kept.user(),
                    ui.find(kept.comment()).orElse(kept.comment()),
                    kept.name().equals(version)));
        }
        model.put("versions", entries);
        model.put("path", node.getPath());
        model.put("chosen", version);
        if (!version.isEmpty()) {
            Optional<Map<String, String>> then = versions.read(node, version, frozen -> {
                Map<String, String> texts = new LinkedHashMap<>();
                read(frozen, "", texts);
                return texts;
            });
            if (then.isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> now = new LinkedHashMap<>();
            read(node, "", now);
            Set<String> names = new TreeSet<>(then.get().keySet());
            names.addAll(now.keySet());
            List<Difference> differences = new ArrayList<>();
            for (String name : names) {
                String before = then.get().getOrDefault(name, "");
                String after = now.getOrDefault(name, "");
                if (!before.equals(after)) {
                    differences.add(new Difference(label(name), before, after));
                }
            }
            model.put("differences", differences);
        }
        return Optional.of(views.page(visit, 200, "version/versions.ftl", model));
    }

    private String when(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(visit.language())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** {@code programme/programme0/title_fr} in words: labels where there are any, and the language. */
    private String label(String path) {
        List<String> words = new ArrayList<>();
        for (String step : path.split("/")) {
            String plain = step.replaceAll("\\d+$", "");
            String localised = step.replaceAll("_[a-z]{2}$", "");
            if (labels.containsKey(step)) {
                words.add(labels.get(step));
            } else if (!localised.equals(step)) {
                words.add(labels.getOrDefault(localised, localised) + " (" + step.substring(step.length() - 2) + ")");
            } else if (!plain.equals(step) && labels.containsKey(plain)) {
                words.add(String.valueOf(Integer.parseInt(step.substring(plain.length())) + 1));
            } else {
                words.add(step);
            }
        }
        return String.join(" › ", words);
    }

    /** What editors wrote: all but what the repository and Magnolia keep for themselves. */
    private static void read(Node node, String prefix, Map<String, String> texts) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            String name = property.getName();
            if (!name.startsWith("jcr:") && !name.startsWith("mgnl:")) {
                texts.put(prefix + name, text(property));
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            boolean content = child.isNodeType("mgnl:content")
                    || child.isNodeType("mgnl:folder")
                    || child.isNodeType("mgnl:asset");
            if (!content && !child.getName().startsWith("mgnl:")) {
                read(child, prefix + child.getName() + "/", texts);
            }
        }
    }

    private static String text(Property property) throws RepositoryException {
        if (property.getType() == PropertyType.BINARY) {
            return "…";
        }
        List<String> texts = new ArrayList<>();
        for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
            texts.add(value.getString());
        }
        return String.join(", ", texts);
    }
}
