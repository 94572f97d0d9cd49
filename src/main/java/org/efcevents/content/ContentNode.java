package org.efcevents.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/**
 * One node of the archive, read raw and in one language.
 *
 * <p>"Raw" means as the editor typed it: a node that a template holds is wrapped by Magnolia and gives escaped text, so
 * nothing here reads such a node; it reads what the repository session itself returns.
 *
 * <p>A localised property is looked for under {@code name_<language>} first and under {@code name} then, as Magnolia's
 * {@code DefaultI18nContentSupport} does.
 */
public final class ContentNode {

    private final Node node;
    private final ContentLanguages languages;

    /**
     * @param node a node of an unwrapped session
     * @param languages the languages to read it in
     */
    public ContentNode(Node node, ContentLanguages languages) {
        this.node = node;
        this.languages = languages;
    }

    /** The node's identifier, which is the same on every Magnolia instance. */
    public String id() {
        return read(node::getIdentifier);
    }

    /** The node's name, which is its slug. */
    public String name() {
        return read(node::getName);
    }

    /** Where the node lies, which also decides who may read it. */
    public String path() {
        return read(node::getPath);
    }

    /** Whether the node is of this type. */
    public boolean isA(NodeType type) {
        return read(() -> node.isNodeType(type.jcrName()));
    }

    /** The sub-node of that name; empty where there is none for this reader. */
    public Optional<ContentNode> child(String name) {
        return read(() ->
                node.hasNode(name) ? Optional.of(new ContentNode(node.getNode(name), languages)) : Optional.empty());
    }

    /** When the node was last changed, or was made; the beginning of 1970 where Magnolia's dates were taken from it. */
    public Instant revised() {
        return moment("mgnl:lastModified", "mgnl:created");
    }

    /**
     * When this instance got the node as it is: when it was last changed or, if that was later, published to here. Publishing keeps
     * Magnolia's dates as they were on author, but makes the parts of a node anew, and the node itself the first time ({@code
     * info.magnolia.publishing.receiver.operation.jcr.JcrPublicationOperation}), which the repository's own {@code jcr:created}
     * tells. A node without parts that was published before says no more than when it was changed. Two public instances differ.
     */
    public Instant arrived() {
        return read(() -> {
            Instant last = later(revised(), node);
            for (NodeIterator parts = node.getNodes(); parts.hasNext(); ) {
                last = later(last, parts.nextNode());
            }
            return last;
        });
    }

    private static Instant later(Instant moment, Node made) throws RepositoryException {
        Instant there = made.hasProperty("jcr:created")
                ? made.getProperty("jcr:created").getDate().toInstant()
                : Instant.EPOCH;
        return there.isAfter(moment) ? there : moment;
    }

    /** When the node was made; where that is not recorded, when it was last changed, else the beginning of 1970. */
    public Instant created() {
        return moment("mgnl:created", "mgnl:lastModified");
    }

    private Instant moment(String... dates) {
        return read(() -> {
            for (String date : dates) {
                if (node.hasProperty(date)) {
                    return node.getProperty(date).getDate().toInstant();
                }
            }
            return Instant.EPOCH;
        });
    }

    /** Whether an editor has marked the node as deleted and the deletion is not published yet. */
    public boolean isDeleted() {
        return read(() -> node.isNodeType("mgnl:deleted"));
    }

    /**
     * Tells the node's present state from earlier ones: its name, and when it was last modified and last published. Magnolia
     * renews the first date with every change of the node or of its parts
     * ({@code info.magnolia.jcr.wrapper.MgnlPropertySettingContentDecorator}).
     *
     * @return null where the node has neither date
     */
    public String stamp() {
        String modified = rawText("mgnl:lastModified");
        String published = rawText("mgnl:lastActivated");
        return modified == null && published == null ? null : name() + " " + modified + " " + published;
    }

    /** The property in this node's language, else in the default one; null where there is no text in either. */
    public String text(String property) {
        String localised = localised(property);
        return localised == null ? rawText(property) : localised;
    }

    /** Which of these localised properties have no text in this node's language but one in the default language. */
    public Fallbacks fallbacks(String... properties) {
        return new Fallbacks(
                languages.defaultLanguage(),
                Stream.of(properties).filter(this::isFallback).collect(Collectors.toSet()));
    }

    /** The languages in which a localised property has a text of its own; the default one first, the others by code. */
    public List<String> languages(String property) {
        return read(() -> {
            Set<String> codes = new TreeSet<>();
            for (PropertyIterator found = node.getProperties(property + "_*"); found.hasNext(); ) {
                String name = found.nextProperty().getName();
                if (rawText(name) != null) {
                    codes.add(ContentLanguages.tag(name.substring(property.length() + 1)));
                }
            }
            List<String> inOrder = new ArrayList<>(codes);
            if (rawText(property) != null) {
                inOrder.remove(languages.defaultLanguage());
                inOrder.add(0, languages.defaultLanguage());
            }
            return List.copyOf(inOrder);
        });
    }

    private String localised(String property) {
        return rawText(property + languages.suffix());
    }

    private boolean isFallback(String property) {
        return !languages.language().equals(languages.defaultLanguage())
                && localised(property) == null
                && rawText(property) != null;
    }

    /** The property as it is stored, whatever the language; null where it is absent or blank. */
    public String rawText(String property) {
        return read(() -> {
            if (!node.hasProperty(property)) {
                return null;
            }
            Property found = node.getProperty(property);
            String value = found.isMultiple() ? null : found.getString();
            return value == null || value.isBlank() ? null : value;
        });
    }

    /** The rich text in this node's language, made safe to print; null where there is none. */
    public RichText richText(String property) {
        String html = text(property);
        return html == null ? null : RichText.of(html, fallbacks(property).of(property));
    }

    /** The values of a multi-value property, in order; a single value counts as a list of one, an absent one as none. */
    public List<String> values(String property) {
        return read(() -> {
            List<String> values = new ArrayList<>();
            if (node.hasProperty(property)) {
                Property found = node.getProperty(property);
                Value[] all = found.isMultiple() ? found.getValues() : new Value[] {found.getValue()};
                for (Value value : all) {
                    values.add(value.getString());
                }
            }
            return List.copyOf(values);
        });
    }

    /** Whether the property is there and true. */
    public boolean flag(String property) {
        return Boolean.parseBoolean(rawText(property));
    }

    /** The number of a property; empty where it is absent or is no whole number. */
    public Optional<Long> number(String property) {
        try {
            return Optional.ofNullable(rawText(property)).map(Long::valueOf);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The entries of a Magnolia {@code jcrMultiField}, in the editor's order. */
    public List<ContentNode> entries(String multiField) {
        return read(() -> node.hasNode(multiField) ? children(node.getNode(multiField)) : List.of());
    }

    /** The node that contains this one; empty where that is not for this reader, though this one is. */
    public Optional<ContentNode> parent() {
        return read(() -> {
            try {
                return Optional.of(new ContentNode(node.getParent(), languages));
            } catch (AccessDeniedException | ItemNotFoundException forbidden) {
                return Optional.empty();
            }
        });
    }

    /** The node with this identifier; empty where it is not there, or not for this reader. */
    public Optional<ContentNode> byId(String identifier) {
        return read(() -> {
            try {
                return Optional.of(new ContentNode(node.getSession().getNodeByIdentifier(identifier), languages));
            } catch (ItemNotFoundException unpublishedOrForbidden) {
                return Optional.empty();
            }
        });
    }

    private List<ContentNode> children(Node parent) throws RepositoryException {
        List<ContentNode> children = new ArrayList<>();
        for (NodeIterator found = parent.getNodes(); found.hasNext(); ) {
            children.add(new ContentNode(found.nextNode(), languages));
        }
        return List.copyOf(children);
    }

    private <T> T read(RepositoryRead<T> read) {
        try {
            return read.get();
        } catch (RepositoryException e) {
            throw new ContentException("The archive's node " + node + " cannot be read: " + e.getMessage(), e);
        }
    }

    private interface RepositoryRead<T> {
        T get() throws RepositoryException;
    }
}
