package org.efcevents.magnolia;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * What the tests ask of a running Magnolia that it does not answer over HTTP. Magnolia's classes are not known when the
 * tests are compiled: they are called by name here, and nowhere else.
 */
final class InsideMagnolia {

    private final ClassLoader classes;

    InsideMagnolia(ClassLoader classes) {
        this.classes = classes;
    }

    /**
     * What a registry has against a definition.
     *
     * @param definition the kind of definition, its identifier and its module
     * @param severity Magnolia's word for it, or {@code INVALID} if the definition cannot be had at all
     * @param text where and what
     */
    record Problem(String definition, String severity, String text) {}

    /**
     * What happened when modules were installed or updated.
     *
     * @param status {@code installDone} after an installation or an update, null if there was nothing to do
     * @param messages what the tasks said, the module first
     */
    record Installation(String status, List<String> messages) {}

    /** What is done with a workspace. */
    interface Work<T> {
        T with(Session session) throws RepositoryException;
    }

    /** What is done with several workspaces, in the order in which they were named. */
    interface WorkInSeveral<T> {
        T with(List<Session> sessions) throws RepositoryException;
    }

    /** Does something in a workspace as the system, which may do everything, and saves it. */
    <T> T in(String workspace, Work<T> work) {
        return in(List.of(workspace), sessions -> work.with(sessions.get(0)));
    }

    /** The same in several at once. One call within another would close the sessions of the outer one. */
    @SuppressWarnings("unchecked")
    <T> T in(List<String> workspaces, WorkInSeveral<T> work) {
        Class<?> context = type("info.magnolia.context.MgnlContext");
        Class<?> operation = type("info.magnolia.context.MgnlContext$Op");
        Object proxy = Proxy.newProxyInstance(classes, new Class<?>[] {operation}, (self, method, arguments) -> {
            List<Session> sessions = workspaces.stream()
                    .map(workspace -> (Session) call(context, null, "getJCRSession", workspace))
                    .toList();
            T result = work.with(sessions);
            for (Session session : sessions) {
                session.save();
            }
            return result;
        });
        return (T) inside(() -> call(context, null, "doInSystemContext", proxy, true));
    }

    /**
     * Imports a file as the action <i>Import</i> of Magnolia's apps does.
     *
     * @param path the node that is selected there
     */
    void importFile(String workspace, String path, Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            command(
                    "default",
                    "import",
                    Map.of(
                            "repository",
                            workspace,
                            "path",
                            path,
                            "stream",
                            content,
                            "fileName",
                            file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Carries out a command as the actions of Magnolia's apps do, with what those tell it. */
    void command(String catalog, String name, Map<String, Object> parameters) {
        Class<?> commands = type("info.magnolia.commands.CommandsManager");
        in(
                parameters.get("repository").toString(),
                session -> call(commands, component(commands), "executeCommand", catalog, name, parameters));
    }

    /** How modules were installed or updated by this start. */
    Installation installation() {
        return (Installation) inside(() -> {
            Class<?> manager = type("info.magnolia.module.ModuleManager");
            Class<?> context = type("info.magnolia.module.InstallContext");
            Class<?> message = type("info.magnolia.module.InstallContext$Message");
            Object install = call(manager, component(manager), "getInstallContext");
            Object status = call(context, install, "getStatus");
            List<String> messages = new ArrayList<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) call(context, install, "getMessages")).entrySet()) {
                for (Object each : (List<?>) entry.getValue()) {
                    messages.add(entry.getKey() + ": " + call(message, each, "getPriority") + ": "
                            + call(message, each, "getMessage"));
                }
            }
            return new Installation(status == null ? null : status.toString(), messages);
        });
    }

    /** The definitions of a module that any registry has, {@code kind identifier}. */
    List<String> definitions(String module) {
        return list(() -> {
            List<String> definitions = new ArrayList<>();
            for (Object provider : providers()) {
                if (module.equals(metadata(provider, "getModule"))) {
                    definitions.add(metadata(provider, "getType") + " " + metadata(provider, "getReferenceId"));
                }
            }
            return definitions;
        });
    }

    /** All problems, of any severity, of the definitions that are a module's own or that it decorates. */
    List<Problem> problems(String module) {
        return list(() -> {
            Class<?> provided = type("info.magnolia.config.registry.DefinitionProvider");
            Class<?> problem = type("info.magnolia.config.registry.DefinitionProvider$Problem");
            List<Problem> problems = new ArrayList<>();
            for (Object provider : providers()) {
                Collection<?> decorators = (Collection<?>) call(provided, provider, "getDecorators");
                if (!module.equals(metadata(provider, "getModule"))
                        && decorators.stream()
                                .noneMatch(decorator -> decorator.toString().contains(module))) {
                    continue;
                }
                String name = metadata(provider, "getType") + " " + metadata(provider, "getReferenceId") + " of "
                        + metadata(provider, "getModule");
                for (Object each : (List<?>) call(provided, provider, "getProblems")) {
                    problems.add(new Problem(
                            name,
                            call(problem, each, "getSeverityType").toString(),
                            call(problem, each, "getLocation") + ": " + call(problem, each, "getTitle") + ": "
                                    + call(problem, each, "getDetails")));
                }
                try {
                    call(provided, provider, "get");
                } catch (IllegalStateException e) {
                    problems.add(new Problem(name, "INVALID", String.valueOf(e.getCause())));
                }
            }
            return problems;
        });
    }

    /** The addresses of the public instances to which it publishes from a workspace now; it reads its configuration some time after a change. */
    List<String> receivers(String workspace) {
        return list(() -> {
            Class<?> module = type("info.magnolia.publishing.PublishingCoreModule");
            Class<?> receiver = type("info.magnolia.publishing.definition.ReceiverDefinition");
            List<String> receivers = new ArrayList<>();
            for (Object each : (List<?>) call(module, component(module), "getReceivers")) {
                if (((Optional<?>) call(receiver, each, "getWorkspaceDefinition", workspace, "/")).isPresent()) {
                    receivers.add(call(receiver, each, "getUrl").toString());
                }
            }
            return receivers;
        });
    }

    /** What Magnolia keeps of a password. */
    String passwordHash(String password) {
        return (String)
                inside(() -> call(type("info.magnolia.cms.security.SecurityUtil"), null, "getBCrypt", password));
    }

    /**
     * Carries out a script of {@code src/magnolia/groovy}, which may name any class that Magnolia has.
     *
     * @param variables what it knows by name
     * @return what it gives
     */
    Object evaluate(String script, Map<String, Object> variables) {
        return inside(() -> {
            try {
                Class<?> binding = type("groovy.lang.Binding");
                Class<?> shell = type("groovy.lang.GroovyShell");
                Object groovy = shell.getConstructor(ClassLoader.class, binding)
                        .newInstance(
                                classes, binding.getConstructor(Map.class).newInstance(new LinkedHashMap<>(variables)));
                return call(shell, groovy, "evaluate", script(script));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(script, e);
            }
        });
    }

    /** Where a script lies. */
    static File script(String name) {
        return Path.of("src/magnolia/groovy", name).toFile();
    }

    private List<Object> providers() {
        Class<?> facade = type("info.magnolia.config.registry.RegistryFacade");
        Class<?> registry = type("info.magnolia.config.registry.Registry");
        List<Object> providers = new ArrayList<>();
        for (Object each : (Collection<?>) call(facade, component(facade), "all")) {
            providers.addAll((Collection<?>) call(registry, each, "getAllProviders"));
        }
        return providers;
    }

    private String metadata(Object provider, String property) {
        Object metadata = call(type("info.magnolia.config.registry.DefinitionProvider"), provider, "getMetadata");
        Object value = call(type("info.magnolia.config.registry.DefinitionMetadata"), metadata, property);
        return property.equals("getType")
                ? (String) call(type("info.magnolia.config.registry.DefinitionType"), value, "getName")
                : (String) value;
    }

    private Object component(Class<?> type) {
        return call(type("info.magnolia.objectfactory.Components"), null, "getComponent", type);
    }

    private Class<?> type(String name) {
        try {
            return classes.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this Magnolia has no " + name, e);
        }
    }

    private static Object call(Class<?> type, Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(name) && takes(each, arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this Magnolia has no " + type.getName() + "." + name));
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + "." + name, e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + "." + name, e.getCause());
        }
    }

    private static boolean takes(Method method, Object... arguments) {
        List<Class<?>> parameters = MethodType.methodType(void.class, method.getParameterTypes())
                .wrap()
                .parameterList();
        return parameters.size() == arguments.length
                && IntStream.range(0, arguments.length)
                        .allMatch(i -> arguments[i] == null || parameters.get(i).isInstance(arguments[i]));
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> list(Supplier<List<T>> question) {
        return (List<T>) inside(question);
    }

    /** As a thread of the web application does it. */
    private Object inside(Supplier<?> question) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Objects.requireNonNull(classes));
        try {
            return question.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
