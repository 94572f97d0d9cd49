package org.efcpreview.rendering;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.jcr.Item;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RangeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Workspace;
import javax.jcr.version.Version;
import javax.jcr.version.VersionHistory;
import org.efcpreview.site.SiteLocales;

/**
 * What Magnolia wraps around the nodes that a template sees. Everything reached through a decorated node is decorated
 * too, the session and what it fetches included; only queries and the values of a property give what is stored (rules:
 * {@code info.magnolia.jcr.decoration.ContentDecoratorNodeWrapper}, {@code ContentDecoratorSessionWrapper} of 6.2.45).
 *
 * <p>The JCR interfaces have some 250 methods of which five behave differently, hence the dynamic proxies.
 */
abstract class Decoration {
    /** Strings are HTML escaped ({@code HTMLEscapingNodeWrapper}). */
    static final Decoration ESCAPED = new Escaped();

    /** Properties and child nodes in the language that holds at the moment of the call ({@code I18nNodeWrapper}). */
    static Decoration localised(SiteLocales locales, Supplier<Locale> current) {
        return new Localised(locales, current);
    }

    /**
     * The decorated node.
     *
     * @throws IllegalArgumentException if it is decorated in this way already, as Magnolia 6.2.45 throws
     */
    Node of(Node node) {
        if (isOn(node)) {
            throw new IllegalArgumentException(node + " is already " + name()
                    + "; Magnolia refuses to wrap it again (use cmsfn.decode first, or leave the call out)");
        }
        return proxy(Node.class, node);
    }

    /** The node, decorated if it is not yet. */
    Node ensure(Node node) {
        return isOn(node) ? node : proxy(Node.class, node);
    }

    /** Tells whether the node carries this kind of decoration, at any depth. */
    boolean isOn(Node node) {
        for (Decorated next = decorated(node); next != null; next = decorated(next.target)) {
            if (next.decoration.getClass() == getClass()) {
                return true;
            }
        }
        return false;
    }

    /** The node without this kind of decoration, every other kind kept; the node itself if it has none. */
    Node removeFrom(Node node) {
        Decorated decorated = decorated(node);
        if (decorated == null) {
            return node;
        }
        Node target = (Node) decorated.target;
        if (decorated.decoration.getClass() == getClass()) {
            return target;
        }
        Node rest = removeFrom(target);
        return rest == target ? node : decorated.decoration.proxy(Node.class, rest);
    }

    /** The item of the repository itself. */
    static Object undecorated(Object object) {
        Object plain = object;
        for (Decorated next = decorated(plain); next != null; next = decorated(plain)) {
            plain = next.target;
        }
        return plain;
    }

    /** What the decoration does, for messages. */
    abstract String name();

    /** Answers a call in the decoration's own way, or returns {@link #PASS_ON}. */
    abstract Object answer(Object target, Method method, Object[] arguments) throws RepositoryException;

    static final Object PASS_ON = new Object();

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                Decoration.class.getClassLoader(), new Class<?>[] {type}, new Decorated(this, target)));
    }

    /**
     * Decorates what a call returned; anything that is no item, iterator or session stays as it is.
     *
     * @param declared what the method says it returns: Jackrabbit's iterators are of nodes and of properties at once
     */
    Object decorate(Object result, Class<?> declared) {
        if (result instanceof Version || result instanceof VersionHistory) {
            return result;
        }
        if (result instanceof Node node) {
            return proxy(Node.class, node);
        }
        if (result instanceof Property property) {
            return proxy(Property.class, property);
        }
        if (declared == NodeIterator.class) {
            return new Nodes((NodeIterator) result);
        }
        if (declared == PropertyIterator.class) {
            return new Properties((PropertyIterator) result);
        }
        if (result instanceof Session session) {
            return proxy(Session.class, session);
        }
        if (result instanceof Workspace workspace) {
            return proxy(Workspace.class, workspace);
        }
        return result;
    }

    private static Decorated decorated(Object object) {
        return object != null
                        && Proxy.isProxyClass(object.getClass())
                        && Proxy.getInvocationHandler(object) instanceof Decorated decorated
                ? decorated
                : null;
    }

    private record Decorated(Decoration decoration, Object target) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
                case "equals" -> {
                    Decorated other = decorated(arguments[0]);
                    return other != null
                            && other.decoration.getClass() == decoration.getClass()
                            && Objects.equals(other.target, target);
                }
                case "hashCode" -> {
                    return target.hashCode();
                }
                case "toString" -> {
                    return target.toString();
                }
                default -> {
                    Object answer = decoration.answer(target, method, arguments);
                    return decoration.decorate(
                            answer == PASS_ON ? passOn(method, arguments) : answer, method.getReturnType());
                }
            }
        }

        private Object passOn(Method method, Object[] arguments) throws Throwable {
            Object[] plain = arguments;
            for (int i = 0; arguments != null && i < arguments.length; i++) {
                if (arguments[i] instanceof Item) {
                    // Jackrabbit casts an item that it is given to its own class.
                    plain = plain == arguments ? arguments.clone() : plain;
                    plain[i] = undecorated(arguments[i]);
                }
            }
            try {
                return method.invoke(target, plain);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private static final class Escaped extends Decoration {
        @Override
        String name() {
            return "HTML escaped";
        }

        @Override
        Object answer(Object target, Method method, Object[] arguments) throws RepositoryException {
            if (arguments == null
                    && target instanceof Item item
                    && method.getName().equals("getName")) {
                return HtmlText.escapeContent(item.getName());
            }
            if (arguments == null
                    && target instanceof Property property
                    && method.getName().equals("getString")) {
                return HtmlText.escapeContent(property.getString());
            }
            return PASS_ON;
        }
    }

    private static final class Localised extends Decoration {
        private final SiteLocales locales;
        private final Supplier<Locale> current;

        Localised(SiteLocales locales, Supplier<Locale> current) {
            this.locales = locales;
            this.current = current;
        }

        @Override
        String name() {
            return "read in the page's language";
        }

        @Override
        Object answer(Object target, Method method, Object[] arguments) throws RepositoryException {
            if (target instanceof Node node && arguments != null && arguments[0] instanceof String name) {
                switch (method.getName()) {
                    case "hasProperty" -> {
                        return locales.property(node, name, current.get()).isPresent();
                    }
                    case "getProperty" -> {
                        Optional<Property> localised = locales.property(node, name, current.get());
                        return localised.isPresent() ? localised.get() : node.getProperty(name);
                    }
                    case "getNode" -> {
                        return node.getNode(locales.child(name, current.get(), node::hasNode));
                    }
                    default -> {
                        return PASS_ON;
                    }
                }
            }
            return PASS_ON;
        }
    }

    private abstract static class Range implements RangeIterator {
        private final RangeIterator range;

        Range(RangeIterator range) {
            this.range = range;
        }

        @Override
        public boolean hasNext() {
            return range.hasNext();
        }

        @Override
        public void skip(long count) throws NoSuchElementException {
            range.skip(count);
        }

        @Override
        public long getSize() {
            return range.getSize();
        }

        @Override
        public long getPosition() {
            return range.getPosition();
        }
    }

    private final class Nodes extends Range implements NodeIterator {
        private final NodeIterator nodes;

        Nodes(NodeIterator nodes) {
            super(nodes);
            this.nodes = nodes;
        }

        @Override
        public Node nextNode() {
            return proxy(Node.class, nodes.nextNode());
        }

        @Override
        public Object next() {
            return nextNode();
        }
    }

    private final class Properties extends Range implements PropertyIterator {
        private final PropertyIterator properties;

        Properties(PropertyIterator properties) {
            super(properties);
            this.properties = properties;
        }

        @Override
        public Property nextProperty() {
            return proxy(Property.class, properties.nextProperty());
        }

        @Override
        public Object next() {
            return nextProperty();
        }
    }
}
