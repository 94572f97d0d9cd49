package org.efcevents.replace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.efcevents.content.LocalisedName;
import org.efcevents.content.NodeType;

/** Looks through the texts of events, speakers and work packages. */
public final class ArchiveTexts {

    private static final Comparator<Text> AS_IN_FORMS = Comparator.comparing(
                    (Text text) -> TextField.all().indexOf(text.field()))
            .thenComparing(Text::property);

    private final Wanted wanted;
    private final Pattern pattern;
    private final String defaultLanguage;

    /** @param defaultLanguage that of properties without one in their names, as a BCP 47 tag */
    public ArchiveTexts(Wanted wanted, String defaultLanguage) {
        this.wanted = wanted;
        this.pattern = wanted.pattern();
        this.defaultLanguage = defaultLanguage;
    }

    /** What is done with a text in which it was found. */
    private interface Finder {
        void found(Text text, Passages passages) throws RepositoryException;
    }

    /** A text that is stored in a property. */
    record Text(Node node, String property, TextField field, String language, String stored) {}

    /**
     * How often it is in an event, a speaker or a work package. What is marked as deleted has nothing.
     *
     * @param owner may be of a session that sees everything
     */
    public int count(Node owner) throws RepositoryException {
        AtomicInteger count = new AtomicInteger();
        look(owner, (text, passages) -> count.addAndGet(passages.count()));
        return count.get();
    }

    /** Where it is in an event, a speaker or a work package, as far as its session may read it. */
    public List<FoundPlace> in(Node owner) throws RepositoryException {
        List<FoundPlace> found = new ArrayList<>();
        look(owner, (text, passages) -> add(owner, text, passages, found));
        return found;
    }

    private void look(Node owner, Finder finder) throws RepositoryException {
        if (isOfArchive(owner)) {
            look(owner, "", finder);
        }
    }

    private void look(Node node, String path, Finder finder) throws RepositoryException {
        Optional<String> list = TextField.listAt(path);
        if (list.isPresent()) {
            List<Text> texts = new ArrayList<>();
            for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
                text(node, list.get(), properties.nextProperty()).ifPresent(texts::add);
            }
            texts.sort(AS_IN_FORMS);
            for (Text text : texts) {
                look(text, finder);
            }
        }
        for (NodeIterator below = node.getNodes(); below.hasNext(); ) {
            Node child = below.nextNode();
            look(child, path.isEmpty() ? child.getName() : path + "/" + child.getName(), finder);
        }
    }

    private void look(Text text, Finder finder) throws RepositoryException {
        Passages passages = Passages.of(text.stored(), text.field().rich(), pattern);
        if (passages.count() > 0) {
            finder.found(text, passages);
        }
    }

    /** A text in which it is looked for; empty if the property holds none. */
    private Optional<Text> text(Node node, String list, Property property) throws RepositoryException {
        String name = property.getName();
        Optional<TextField> field = TextField.of(list, name);
        if (field.isEmpty() || property.isMultiple() || property.getType() != PropertyType.STRING) {
            return Optional.empty();
        }
        String own = LocalisedName.of(name).language();
        String language = own.isEmpty() ? defaultLanguage : own;
        return wanted.isIn(language)
                ? Optional.of(new Text(node, name, field.get(), language, property.getString()))
                : Optional.empty();
    }

    /** The same text of a node, if it still is one. */
    Optional<Text> text(Node owner, PlaceKey place) throws RepositoryException {
        Node node = owner.getSession().getNodeByIdentifier(place.node());
        String path = node.getPath().substring(owner.getPath().length());
        Optional<String> list = TextField.listAt(path.startsWith("/") ? path.substring(1) : path);
        return list.isPresent() && node.hasProperty(place.property())
                ? text(node, list.get(), node.getProperty(place.property()))
                : Optional.empty();
    }

    private static void add(Node owner, Text text, Passages passages, List<FoundPlace> found)
            throws RepositoryException {
        for (int number = 0; number < passages.count(); number++) {
            found.add(new FoundPlace(
                    owner.getIdentifier(),
                    text.node().getPath(),
                    new PlaceKey(text.node().getIdentifier(), text.property(), number, passages.state()),
                    text.field(),
                    text.language(),
                    passages.before(number),
                    passages.words(number),
                    passages.after(number),
                    passages.isChangeable(number)));
        }
    }

    /** Whether a node is an event, a speaker or a work package that is not marked as deleted. */
    static boolean isOfArchive(Node node) throws RepositoryException {
        return !node.isNodeType("mgnl:deleted")
                && (node.isNodeType(NodeType.EVENT.jcrName())
                        || node.isNodeType(NodeType.SPEAKER.jcrName())
                        || node.isNodeType(NodeType.WORK_PACKAGE.jcrName()));
    }
}
