package org.efcevents.magnolia;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A throw-away copy of Magnolia's web application with the module in it. Nothing is written into the original, of which
 * the copy may have hard links: files are added and removed, never changed.
 *
 * @param folder the exploded web application
 * @param home what Magnolia calls {@code magnolia.home}: the repository, keys, temporary files
 * @param log all that Magnolia logs, an event a line
 */
record WebApplication(Path folder, Path home, Path log) {

    /** Where the configuration of the copy lies, below the web application. */
    private static final String CONFIGURATION = "WEB-INF/config/efc-events-test";

    /**
     * Makes the copy.
     *
     * @param original an exploded Magnolia web application
     * @param target where to; what is there is replaced
     * @param lightModules the folder that {@code magnolia.resources.dir} names; made if it is not there
     * @param author whether it is an author instance
     * @param samples whether modules bring theirs when they are installed
     */
    static WebApplication copy(Path original, Path target, Path lightModules, boolean author, boolean samples) {
        try {
            if (!Files.isDirectory(original.resolve("WEB-INF/lib"))) {
                throw new IllegalArgumentException("magnolia.webapp: " + original
                        + " has no WEB-INF/lib; name an exploded Magnolia web application");
            }
            delete(target);
            WebApplication copy = new WebApplication(
                    target.resolve("webapp"), target.resolve("home"), target.resolve("magnolia.log"));
            copyTree(original, copy.folder);
            try (Stream<Path> libraries = Files.list(copy.folder.resolve("WEB-INF/lib"))) {
                // The JCR API comes from the tests, so that both sides mean the same javax.jcr.Session.
                for (Path library : libraries
                        .filter(path -> path.getFileName().toString().matches("jcr-2[0-9.]*\\.jar|efc-events-.*\\.jar"))
                        .toList()) {
                    Files.delete(library);
                }
            }
            copy.configure(lightModules, author, samples);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure(Path lightModules, boolean author, boolean samples) throws IOException {
        Properties properties = new Properties();
        try (InputStream own = Files.newInputStream(folder.resolve("WEB-INF/config/default/magnolia.properties"))) {
            properties.load(own);
        }
        String kind = author ? "author" : "public";
        properties.setProperty("magnolia.home", home.toString());
        properties.setProperty("magnolia.resources.dir", lightModules.toString());
        properties.setProperty("magnolia.bootstrap.authorInstance", Boolean.toString(author));
        properties.setProperty("magnolia.bootstrap.dir", "WEB-INF/bootstrap/" + kind + " WEB-INF/bootstrap/common");
        properties.setProperty("magnolia.bootstrap.samples", Boolean.toString(samples));
        properties.setProperty("magnolia.update.auto", "true");
        properties.setProperty("magnolia.utf8.enabled", "true");
        // Logs minor problems of definitions too.
        properties.setProperty("magnolia.develop", "true");
        properties.setProperty("magnolia.repositories.jackrabbit.config", embeddedDatabase());
        properties.setProperty("magnolia.repositories.home", home + "/repositories");
        properties.setProperty("magnolia.logs.dir", home + "/logs");
        properties.setProperty("magnolia.author.key.location", home + "/activation.properties");
        properties.setProperty("magnolia.password.manager.key.location", home + "/passwords.properties");
        properties.setProperty("log4j.config", CONFIGURATION + "/log4j2.xml");
        Files.createDirectories(folder.resolve(CONFIGURATION));
        try (OutputStream out = Files.newOutputStream(folder.resolve(CONFIGURATION + "/magnolia.properties"))) {
            properties.store(out, null);
        }
        Files.writeString(
                folder.resolve(CONFIGURATION + "/log4j2.xml"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <Configuration>
                  <Appenders>
                    <File name="log" fileName="%s">
                      <PatternLayout pattern="%%-5p %%c %%encode{%%m}{CRLF} %%throwable{separator( | )}%%n"/>
                    </File>
                  </Appenders>
                  <Loggers>
                    <Logger name="info.magnolia" level="INFO"/>
                    <Root level="WARN"><AppenderRef ref="log"/></Root>
                  </Loggers>
                </Configuration>
                """
                        .formatted(log));
        Files.createDirectories(lightModules);
        Files.createDirectories(home.resolve("tmp"));
        Files.createDirectories(home.resolve("logs"));
    }

    private String embeddedDatabase() {
        return Stream.of("h2", "derby")
                .map(name -> "WEB-INF/config/repo-conf/jackrabbit-bundle-" + name + "-search.xml")
                .filter(file -> Files.exists(folder.resolve(file)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "magnolia.webapp: neither H2 nor Derby is configured in WEB-INF/config/repo-conf"));
    }

    /** The file of Magnolia's properties, as {@code web.xml} names it. */
    String properties() {
        return CONFIGURATION + "/magnolia.properties";
    }

    /** Puts a module's jar into the copy, in place of the one that it has. */
    void install(Path jar) {
        try {
            Files.copy(jar, folder.resolve("WEB-INF/lib/efc-events.jar"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether its servlets are those of Jakarta EE, as from Magnolia 6.4 on; else those of Java EE. */
    boolean isJakarta() {
        try (Stream<Path> libraries = Files.list(folder.resolve("WEB-INF/lib"))) {
            Path core = libraries
                    .filter(path -> path.getFileName().toString().matches("magnolia-core-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("magnolia.webapp: no magnolia-core-*.jar in WEB-INF/lib"));
            try (JarFile jar = new JarFile(core.toFile());
                    InputStream listener = jar.getInputStream(
                            jar.getEntry("info/magnolia/init/MagnoliaServletContextListener.class"))) {
                return new String(listener.readAllBytes(), StandardCharsets.ISO_8859_1).contains("jakarta/servlet/");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was logged so far, an event a line; without the path of the copy, which may have any name. */
    List<String> logged() {
        try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.empty()) {
            return lines.map(line -> line.replace(home.getParent().toString(), ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file).toString());
                try {
                    Files.createLink(copy, file);
                } catch (UnsupportedOperationException | FileSystemException e) {
                    // Another file system: links do not reach over.
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
