package org.efcpreview.content;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.apache.jackrabbit.commons.iterator.NodeIteratorAdapter;
import org.apache.jackrabbit.commons.iterator.PropertyIteratorAdapter;
import org.apache.jackrabbit.commons.iterator.RangeIteratorDecorator;
import org.efcpreview.site.SiteLocales;

/**
 * What Magnolia wraps around the nodes that a template sees. Everything reached through a decorated node is decorated
 * too, the session and what it fetches included; only queries and the values of a property give what is stored (rules:
 * {@code info.magnolia.jcr.decoration.ContentDecoratorNodeWrapper}, {@code ContentDecoratorSessionWrapper} of 6.2.45).
 *
 * <p>The JCR interfaces have some 250 methods of which five behave differently, hence the dynamic proxies.
 */
public final class Decoration {
    /** Strings are HTML escaped ({@code HTMLEscapingNodeWrapper}). */
    public static final Decoration ESCAPED = new Decoration("HTML escaped", (target, method, arguments) -> {
        if (arguments == null && method.equals("getName") && target instanceof Item item) {
            return Optional.of(HtmlText.escapeContent(item.getName()));
        }
        return arguments == null && method.equals("getString") && target instanceof Property property
                ? Optional.of(HtmlText.escapeContent(property.getString()))
                : Optional.empty();
    });

    /** Properties and child nodes in the language that holds at the moment of the call ({@code I18nNodeWrapper}). */
    public static Decoration localised(SiteLocales locales, Supplier<Locale> current) {
        return new Decoration("read in the page's language", (target, method, arguments) -> {
            if (!(target instanceof Node node) || arguments == null || !(arguments[0] instanceof String name)) {
                return Optional.empty();
            }
            return switch (method) {
                case "hasProperty" -> Optional.of(
                        locales.property(node, name, current.get()).isPresent());
                case "getProperty" -> locales.property(node, name, current.get());
                case "getNode" -> Optional.of(node.getNode(locales.child(name, current.get(), node::hasNode)));
                default -> Optional.empty();
            };
        });
    }

    private final String name;
    private final Answer answer;

    /** How a call is answered in the decoration's own way; empty if it is answered as it would be without it. */
    private interface Answer {
        /** @param arguments null if there are none */
        Optional<?> to(Object target, String method, Object[] arguments) throws RepositoryException;
    }

    private Decoration(String name, Answer answer) {
        this.name = name;
        this.answer = answer;
    }

    /**
     * The decorated node.
     *
     * @throws IllegalArgumentException if it is decorated in this way already, as Magnolia 6.2.45 throws
     */
    public Node of(Node node) {
        if (isOn(node)) {
            throw new IllegalArgumentException(node + " is already " + name
                    + "; Magnolia refuses to wrap it again (use cmsfn.decode first, or leave the call out)");
        }
        return proxy(Node.class, node);
    }

    /** The node, decorated if it is not yet. */
    public Node ensure(Node node) {
        return isOn(node) ? node : proxy(Node.class, node);
    }

    /** Tells whether the node carries this kind of decoration, at any depth. */
    private boolean isOn(Node node) {
        Decorated decorated = decorated(node);
        return decorated != null && (decorated.isOf(this) || isOn((Node) decorated.target));
    }

    /** The node without this kind of decoration, every other kind kept; the node itself if it has none. */
    public Node removeFrom(Node node) {
        Decorated decorated = decorated(node);
        if (decorated == null) {
            return node;
        }
        Node target = (Node) decorated.target;
        if (decorated.isOf(this)) {
            return target;
        }
        Node rest = removeFrom(target);
        return rest == target ? node : decorated.decoration.proxy(Node.class, rest);
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                Decoration.class.getClassLoader(), new Class<?>[] {type}, new Decorated(this, target)));
    }

    /**
     * Decorates what a call returned; anything that is no item, iterator or session stays as it is.
     *
     * @param declared what the method says it returns: Jackrabbit's iterators are of nodes and of properties at once
     */
    private Object decorate(Object result, Class<?> declared) {
        if (result instanceof Version || result instanceof VersionHistory) {
            return result;
        }
        if (declared == NodeIterator.class || declared == PropertyIterator.class) {
            Class<? extends Item> type = declared == NodeIterator.class ? Node.class : Property.class;
            RangeIterator decorated = new RangeIteratorDecorator((RangeIterator) result) {
                @Override
                public Object next() {
                    return proxy(type, super.next());
                }
            };
            return type == Node.class ? new NodeIteratorAdapter(decorated) : new PropertyIteratorAdapter(decorated);
        }
        for (Class<?> type : List.of(Node.class, Property.class, Session.class, Workspace.class)) {
            if (type.isInstance(result)) {
                return proxy(type, result);
            }
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
        boolean isOf(Decoration other) {
            return decoration.name.equals(other.name);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            return switch (method.getName()) {
                case "equals" -> {
                    Decorated other = decorated(arguments[0]);
                    yield other != null && isOf(other.decoration) && target.equals(other.target);
                }
                case "hashCode" -> target.hashCode();
                case "toString" -> target.toString();
                default -> {
                    Optional<?> own = decoration.answer.to(target, method.getName(), arguments);
                    yield decoration.decorate(
                            own.isPresent() ? own.get() : passOn(method, arguments), method.getReturnType());
                }
            };
        }

        private Object passOn(Method method, Object[] arguments) throws Throwable {
            // Jackrabbit casts an item that it is given to its own class.
            Stream<Object> bare =
                    Stream.ofNullable(arguments).flatMap(Stream::of).map(Decorated::undecorated);
            try {
                return method.invoke(target, bare.toArray());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static Object undecorated(Object argument) {
            Decorated decorated = argument instanceof Item ? decorated(argument) : null;
            return decorated == null ? argument : undecorated(decorated.target);
        }
    }
}
