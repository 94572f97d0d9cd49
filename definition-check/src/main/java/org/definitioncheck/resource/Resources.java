package org.definitioncheck.resource;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of all modules under one tree of paths, as Magnolia's resource loader offers them: folders of light modules on
 * the file system first, then the content of jars. A light copy of one file shadows the jar's
 * (Magnolia: {@code info.magnolia.resourceloader.DefaultResourceOrigins}).
 */
public final class Resources implements AutoCloseable {

    /** Folders that Magnolia's file system origin leaves out at its top ({@code FileSystemResourceOrigin}). */
    private static final Set<String> NOT_IN_LIGHT_MODULES =
            Set.of("META-INF", "WEB-INF", "cache", "docroot", "logs", "repositories", "tmp");

    private static final List<String> OF_LIGHT_MODULES =
            List.of("apps", "contentTypes", "decorations", "dialogs", "restEndpoints", "templates", "themes");

    private final List<Root> roots = new ArrayList<>();
    private final List<FileSystem> opened = new ArrayList<>();
    /** What was read, by path; empty if every file is looked at anew each time. */
    private final Map<String, Resource> files = new TreeMap<>();

    /**
     * A folder, or a jar opened, that holds files.
     *
     * @param prefix before the paths of its files: {@code /shop} for the folder of the light module shop, else empty
     */
    private record Root(Path folder, String prefix, boolean light) {

        static Root light(Path folder) {
            Path whole = folder.toAbsolutePath().normalize();
            return new Root(whole, isLightModule(whole) ? "/" + whole.getFileName() : "", true);
        }

        /** A file's path among the resources; empty if Magnolia leaves it out. */
        Optional<String> path(Path file) {
            String path = prefix + "/" + folder.relativize(file).toString().replace('\\', '/');
            int end = path.indexOf('/', 1);
            return light && end > 0 && NOT_IN_LIGHT_MODULES.contains(path.substring(1, end))
                    ? Optional.empty()
                    : Optional.of(path);
        }

        Optional<Path> file(String path) {
            if (!path.startsWith(prefix + "/")) {
                return Optional.empty();
            }
            try {
                Path file = folder.resolve(path.substring(prefix.length() + 1)).normalize();
                // A module may be linked to as a whole, but nothing in it leads out of it.
                Path module = prefix.isEmpty() && light
                        ? folder.resolve(folder.relativize(file).getName(0))
                        : folder;
                return file.startsWith(folder)
                                && Files.isRegularFile(file)
                                && file.toRealPath().startsWith(module.toRealPath())
                                && path(file).isPresent()
                        ? Optional.of(file)
                        : Optional.empty();
            } catch (InvalidPathException | IOException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * @param lightModules folders that hold light modules, or one each, the first wins; what Magnolia calls
     *     {@code magnolia.resources.dir}. A folder that is not there is an error
     * @param jarContents directories with a jar's content (such as {@code target/classes}), or jars; the first wins
     * @throws IllegalArgumentException if one of them does not exist
     */
    public Resources(List<Path> lightModules, List<Path> jarContents) {
        for (Path folder : lightModules) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalArgumentException("The folder of light modules " + folder + " does not exist");
            }
            roots.add(Root.light(folder));
        }
        for (Path content : jarContents) {
            if (Files.isDirectory(content)) {
                roots.add(new Root(content.toAbsolutePath().normalize(), "", false));
            } else if (Files.isRegularFile(content)) {
                roots.add(new Root(openJar(content), "", false));
            } else {
                throw new IllegalArgumentException(
                        "The module content " + content + " is neither a directory nor a jar");
            }
        }
    }

    private Resources(List<Root> roots) {
        this.roots.addAll(roots);
    }

    /**
     * All files as they are at this moment, with what they hold, but for classes and what is very large: whatever happens to the
     * files later, this stays. What has not changed since is taken from an earlier reading. The jars remain those of this one.
     *
     * @param before what was read earlier, else {@code this}
     */
    public Resources read(Resources before) {
        Resources read = new Resources(roots);
        all().forEach(file -> read.files.put(file.path(), file.read(before.files.get(file.path()))));
        return read;
    }

    /** Whether a folder is a light module; its descriptor may be missing, as for Magnolia. */
    public static boolean isLightModule(Path folder) {
        return Files.isRegularFile(folder.resolve("module.yaml"))
                || OF_LIGHT_MODULES.stream().map(folder::resolve).anyMatch(Files::isDirectory);
    }

    private Path openJar(Path jar) {
        try {
            FileSystem inside = FileSystems.newFileSystem(jar);
            opened.add(inside);
            return inside.getPath("/");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + jar + " as a jar", e);
        } catch (ProviderNotFoundException e) {
            throw new IllegalArgumentException(jar + " is no jar", e);
        }
    }

    /**
     * The file at a path.
     *
     * @param absolutePath such as {@code /efc-events/templates/pages/archive.ftl}; one that is relative, leads upwards or is
     *     no path at all finds nothing
     */
    public Optional<Resource> find(String absolutePath) {
        if (!isCanonical(absolutePath)) {
            return Optional.empty();
        }
        if (files.containsKey(absolutePath)) {
            return Optional.of(files.get(absolutePath));
        }
        for (Root root : roots) {
            Optional<Path> file = root.file(absolutePath);
            if (file.isPresent()) {
                return file.map(found -> new Resource(absolutePath, found));
            }
        }
        return Optional.empty();
    }

    private static boolean isCanonical(String path) {
        if (path.length() < 2 || path.charAt(0) != '/' || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
            return false;
        }
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    /** Every file once, by path; of two copies the one that {@link #find} gives. */
    public Stream<Resource> all() {
        if (!files.isEmpty()) {
            return files.values().stream();
        }
        TreeMap<String, Resource> found = new TreeMap<>();
        for (Root root : roots) {
            walk(root.folder(), (file, attributes) -> root.path(file)
                    .filter(path ->
                            attributes.isRegularFile() || root.file(path).isPresent())
                    .ifPresent(path -> found.putIfAbsent(path, new Resource(path, file))));
        }
        return found.values().stream();
    }

    /** The folders of light modules, in order. */
    public List<Path> lightModuleFolders() {
        return roots.stream().filter(Root::light).map(Root::folder).toList();
    }

    /**
     * Stands for the state of all files in directories: equal as long as none was added, removed or written. It reads the
     * file tree's times and sizes, nothing else, and is cheap enough to ask once per request. Classes and jars are left out:
     * they are not read again while the server runs.
     */
    public Object fingerprint() {
        long[] state = {1, 0};
        for (Root root : roots) {
            if (root.folder().getFileSystem() == FileSystems.getDefault()) {
                addStates(root.folder().toFile(), state);
            }
            state[0] = state[0] * 31 + 7;
        }
        return List.of(state[0], state[1]);
    }

    /** What {@link #walk} would find, without a look at what is left out by its name: most are classes. */
    private static void addStates(File folder, long[] state) {
        String[] names = folder.list();
        // Null where it has been deleted in between.
        for (String name : names == null ? new String[0] : names) {
            if (name.endsWith(".class")) {
                continue;
            }
            Path file = folder.toPath().resolve(name);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    if (!name.startsWith(".")) {
                        addStates(file.toFile(), state);
                    }
                } else if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                    long hash = file.hashCode();
                    hash = hash * 31 + attributes.lastModifiedTime().hashCode();
                    hash = hash * 31 + attributes.size();
                    // A sum does not depend on the order in which the file system lists.
                    state[0] += hash * 0x9E3779B97F4A7C15L;
                    state[1]++;
                }
            } catch (IOException e) {
                if (Files.exists(file)) {
                    throw new UncheckedIOException("Cannot look at " + file, e);
                }
                // Deleted between listing and looking: an editor saving a file.
            }
        }
    }

    /** Whether anything changed since {@link #fingerprint()} gave {@code earlier}. */
    public boolean changedSince(Object earlier) {
        return !fingerprint().equals(earlier);
    }

    private interface Visit {
        void file(Path file, BasicFileAttributes attributes);
    }

    private static void walk(Path root, Visit visit) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    boolean hidden =
                            !dir.equals(root) && dir.getFileName().toString().startsWith(".");
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() || Files.isRegularFile(file)) {
                        visit.file(file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (Files.exists(file)) {
                        throw e;
                    }
                    // Deleted between listing and looking: an editor saving a file.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the files under " + root, e);
        }
    }

    /** Closes the jars; resources found in them cannot be read any more. */
    @Override
    public void close() {
        for (FileSystem inside : opened) {
            try {
                inside.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close " + inside, e);
            }
        }
    }
}
