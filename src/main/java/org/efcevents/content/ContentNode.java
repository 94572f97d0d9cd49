package org.efcevents.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.AccessDeniedException;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.ValueFormatException;

/**
 * A node of the archive, read in one language and without escaping.
 *
 * <p>Text is returned as the editor typed it, without what no document can have; one of which nothing can be seen is none
 * ({@link SeenText}). Nodes that templates hold are wrapped by Magnolia and return
 * escaped text, so this class only works on nodes that come straight from the repository session.
 *
 * <p>A localised property is read from {@code name_de_CH}, {@code name_de}, {@code name_<default language>} and {@code name}
 * in this order, as in Magnolia's {@code DefaultI18nContentSupport}, which also reads that of another country. Where it has
 * text in none of these, it is read in another language that it has: what somebody has written is not kept from readers.
 */
public final class ContentNode {

    /** Jackrabbit's identifiers. Looking up any other text fails instead of finding nothing. */
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /** The earliest and the latest time that feeds can express (RFC 3339, RFC 5545): years have four digits. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** The repository's own date, which is never multi-valued. */
    private static final String CREATED_HERE = "jcr:created";

    private final Node node;
    private final ContentLanguages languages;
    private final Slugs slugs;
    private final Known known;

    /** What has been read of it, whatever the language. */
    private static final class Known {
        private final StoredProperties properties;
        private final Map<String, List<ContentNode>> entries = new HashMap<>();
        private final Map<String, Optional<ContentNode>> others = new HashMap<>();

        Known(Node node) {
            this.properties = new StoredProperties(node);
        }
    }

    /**
     * @param node a node of an unwrapped session
     * @param languages the languages to read it in
     */
    public ContentNode(Node node, ContentLanguages languages) {
        this(node, languages, Slugs.NAMES);
    }

    /** The same, with what gives it, and all that is read from it, their slugs. */
    public ContentNode(Node node, ContentLanguages languages, Slugs slugs) {
        this(node, languages, slugs, new Known(node));
    }

    private ContentNode(Node node, ContentLanguages languages, Slugs slugs, Known known) {
        this.node = node;
        this.languages = languages;
        this.slugs = slugs;
        this.known = known;
    }

    /** The same node in other languages. What has been read of one is not read again of the other. */
    public ContentNode in(ContentLanguages others) {
        return new ContentNode(node, others, slugs, known);
    }

    /** Whether a text can be the identifier of a node. */
    public static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** The node's identifier, which is the same on every Magnolia instance. */
    public String id() {
        return read(node::getIdentifier);
    }

    /** The node's name. */
    public String name() {
        return read(node::getName);
    }

    /** The name by which its page is addressed; of a notice, that of its event. */
    public String slug() {
        return slugs.of(this);
    }

    /** The node's path, which also determines who may read it. */
    public String path() {
        return read(node::getPath);
    }

    /** Whether the node is of this type. */
    public boolean isA(NodeType type) {
        return read(() -> node.isNodeType(type.jcrName()));
    }

    /** The child node with this name; empty if there is none or this reader may not see it. */
    public Optional<ContentNode> child(String name) {
        return other(name, () -> node.hasNode(name) ? Optional.of(and(node.getNode(name))) : Optional.empty());
    }

    /**
     * When the node was last modified, or else created; {@link Instant#EPOCH} if it has neither of Magnolia's dates.
     */
    public Instant revised() {
        return moment("mgnl:lastModified", "mgnl:created");
    }

    /**
     * When the node reached its present state on this instance: when it was last modified or, if that was later,
     * published to this instance. Publishing keeps Magnolia's own dates as they are on the author instance, but it
     * recreates a node's children, and the node itself the first time ({@code
     * info.magnolia.publishing.receiver.operation.jcr.JcrPublicationOperation}); the repository's {@code jcr:created}
     * records that. A node without children that is published again gives only its modification date. Two public
     * instances may give different answers.
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
        if (!made.hasProperty(CREATED_HERE)) {
            return moment;
        }
        return moment(made.getProperty(CREATED_HERE).getValue())
                .filter(there -> there.isAfter(moment))
                .orElse(moment);
    }

    /** When the node was created, or else last modified; {@link Instant#EPOCH} if neither is recorded. */
    public Instant created() {
        return moment("mgnl:created", "mgnl:lastModified");
    }

    /** Whether it is published on an author instance as it is. */
    public PublishedState publishedState() {
        return PublishedState.of(
                flag("mgnl:activationStatus"),
                revised(),
                moment("mgnl:lastActivatedVersionCreated", "mgnl:lastActivated"));
    }

    private Instant moment(String... dates) {
        return read(() -> {
            for (String date : dates) {
                Optional<Value> value = known.properties.single(date);
                Optional<Instant> moment = value.isPresent() ? moment(value.get()) : Optional.empty();
                if (moment.isPresent()) {
                    return moment.get();
                }
            }
            return Instant.EPOCH;
        });
    }

    private static Optional<Instant> moment(Value date) throws RepositoryException {
        try {
            return Optional.of(date.getDate().toInstant())
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (ValueFormatException noMoment) {
            return Optional.empty();
        }
    }

    /** Whether an editor has marked the node as deleted without having published the deletion yet. */
    public boolean isDeleted() {
        return read(() -> node.isNodeType("mgnl:deleted"));
    }

    /**
     * The property in this node's language, or else in the default language, or else in the first of the others in
     * alphabetical order; null if it has text in none.
     */
    public String text(String property) {
        return read(() -> localised().text(property));
    }

    /** Which of these localised properties {@link #text} gives in another language than this node's. */
    public Fallbacks fallbacks(String... properties) {
        return read(() -> localised().fallbacks(properties));
    }

    /**
     * The tags of the languages that a localised property is written in: the default language first, the others in
     * alphabetical order.
     */
    public List<String> languages(String property) {
        return read(() -> localised().languages(property));
    }

    private LocalisedTexts localised() {
        return new LocalisedTexts(known.properties, languages);
    }

    /** The stored text of the property, whatever the language; null if it is absent, multi-valued, or nothing of it can be seen. */
    public String rawText(String property) {
        return read(() -> known.properties.text(property));
    }

    /** The same, of a node of which probably nothing else is asked. */
    public String rawTextAlone(String property) {
        return read(() -> StoredProperties.text(known.properties.alone(property)));
    }

    private Optional<ContentNode> other(String name, RepositoryRead<Optional<ContentNode>> reading) {
        Optional<ContentNode> other = known.others.get(name);
        if (other == null) {
            other = read(reading);
            known.others.put(name, other);
        }
        return other.map(node -> node.in(languages));
    }

    /** The rich text in this node's language, sanitised; null if there is none. */
    public RichText richText(String property) {
        String html = text(property);
        return html == null ? null : RichText.of(html, fallbacks(property).of(property));
    }

    /**
     * The values of a multi-value property of which something can be seen, in order. A single value gives a list of one, a
     * missing property an empty list.
     */
    public List<String> values(String property) {
        return read(() -> {
            List<String> values = new ArrayList<>();
            for (Value value : known.properties.values(property)) {
                Optional.ofNullable(SeenText.of(value.getString())).ifPresent(values::add);
            }
            return List.copyOf(values);
        });
    }

    /** The names of all its properties, each with whether it can have several values. */
    public Map<String, Boolean> properties() {
        return read(known.properties::kinds);
    }

    /** Whether the property is present and true. */
    public boolean flag(String property) {
        return Boolean.parseBoolean(rawText(property));
    }

    /** The value of a numeric property; empty if it is missing or not a whole number. */
    public Optional<Long> number(String property) {
        try {
            return Optional.ofNullable(rawText(property)).map(Long::valueOf);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The entries of a Magnolia {@code jcrMultiField}, in the editor's order. */
    public List<ContentNode> entries(String multiField) {
        List<ContentNode> entries = known.entries.get(multiField);
        if (entries == null) {
            entries = read(() -> node.hasNode(multiField) ? children(node.getNode(multiField)) : List.of());
            known.entries.put(multiField, entries);
        }
        return entries.stream().map(entry -> entry.in(languages)).toList();
    }

    /** This node and all below it. */
    public List<ContentNode> withAllBelow() {
        List<ContentNode> all = new ArrayList<>(List.of(this));
        read(() -> children(node)).forEach(child -> all.addAll(child.withAllBelow()));
        return all;
    }

    /** The values of all its properties, as texts exactly as they are stored, in any order. */
    public List<String> texts() {
        return read(() -> {
            List<String> texts = new ArrayList<>();
            for (List<Value> values : known.properties.all()) {
                for (Value value : values) {
                    texts.add(value.getString());
                }
            }
            return texts;
        });
    }

    /** The parent node; empty if this reader may not see it. */
    public Optional<ContentNode> parent() {
        return read(() -> {
            try {
                return Optional.of(and(node.getParent()));
            } catch (AccessDeniedException | ItemNotFoundException forbidden) {
                return Optional.empty();
            }
        });
    }

    /**
     * The node of this type with this identifier; empty if there is none or this reader may not see it.
     *
     * @param identifier any text; one that is not an identifier belongs to no node
     */
    public Optional<ContentNode> byId(NodeType type, String identifier) {
        if (!isIdentifier(identifier)) {
            return Optional.empty();
        }
        return other(type + " " + identifier, () -> {
            try {
                return Optional.of(and(node.getSession().getNodeByIdentifier(identifier)))
                        .filter(found -> found.isA(type));
            } catch (ItemNotFoundException unpublishedOrForbidden) {
                return Optional.empty();
            }
        });
    }

    private ContentNode and(Node other) {
        return new ContentNode(other, languages, slugs);
    }

    private List<ContentNode> children(Node parent) throws RepositoryException {
        List<ContentNode> children = new ArrayList<>();
        for (NodeIterator found = parent.getNodes(); found.hasNext(); ) {
            children.add(and(found.nextNode()));
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
