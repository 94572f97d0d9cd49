package org.efcpreview.authoring;

import at.favre.lib.bytes.Bytes;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.http.Reply;

/**
 * Style sheets and scripts of the authoring UI, at {@code /.files/…}: from the folder {@code files} of this package's
 * resources, and below {@code webjars/} from web jars. Their addresses carry a hash of the content, so browsers may keep them
 * for as long as they like.
 *
 * <p>A script may import a module of a web jar by its name alone, as those modules do with each other: the name is replaced by
 * its address. An import map would do the same in the browser, but the pages' policy lets nothing inline through.
 */
public final class StaticFiles {
    /** The first segment of their addresses. */
    public static final String SEGMENT = ".files";

    private static final Map<String, String> TYPES =
            Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8");

    /** The name of another module, as {@code import … from "name"} has it; one that begins with a dot is no name. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^((?:(?:import|export)\\b[^;'\"]*\\bfrom|import)\\s+)(['\"])([a-z][\\w-]*)\\2");

    /** Those that are there; names that are not there are without end. */
    private final Map<String, StaticFile> known = new ConcurrentHashMap<>();

    StaticFiles() {}

    private record StaticFile(byte[] bytes, String type, String hash) {}

    /**
     * The address of a file, relative to the authoring UI: {@code path("authoring.css")} is {@code
     * /.files/authoring.css?v=1f0c…}.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String path(String name) {
        StaticFile file = find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + name + " of the authoring UI"));
        return "/" + SEGMENT + "/" + name + "?v=" + file.hash();
    }

    /** Answers a request for a file; {@code path} begins with {@link #SEGMENT}. */
    public Reply answer(HttpServletRequest request, List<String> path) {
        String name = String.join("/", path.subList(1, path.size()));
        StaticFile file = name.matches("[\\w@-][\\w@.-]*(/[\\w@-][\\w@.-]*)*")
                ? find(name).orElse(null)
                : null;
        if (file == null) {
            return Reply.error(404, "");
        }
        String tag = "\"" + file.hash() + "\"";
        boolean same = tag.equals(request.getHeader("If-None-Match"));
        boolean lasting = file.hash().equals(request.getParameter("v"));
        return (same ? Reply.empty(304) : Reply.of(200, file.type(), file.bytes()))
                .with("ETag", tag)
                .with("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private Optional<StaticFile> find(String name) {
        Optional<StaticFile> file = Optional.ofNullable(known.get(name)).or(() -> read(name));
        file.ifPresent(found -> known.put(name, found));
        return file;
    }

    private Optional<StaticFile> read(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        String resource = (name.startsWith("webjars/") ? "/META-INF/resources/" : "files/") + name;
        try (InputStream in = StaticFiles.class.getResourceAsStream(resource)) {
            if (in == null || type == null) {
                return Optional.empty();
            }
            byte[] bytes = name.endsWith(".js") ? withAddresses(name, in.readAllBytes()) : in.readAllBytes();
            return Optional.of(new StaticFile(
                    bytes, type, Bytes.from(bytes).hashSha256().encodeHex().substring(0, 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] withAddresses(String name, byte[] script) {
        // Relative, since only a request knows where the authoring UI is.
        String up = ".." + "/..".repeat(StringUtils.countMatches(name, '/'));
        return IMPORT.matcher(new String(script, StandardCharsets.UTF_8))
                .replaceAll(it -> Matcher.quoteReplacement(it.group(1) + '"' + up + path(module(it.group(3))) + '"'))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The file that a web jar of npm says to be its module: {@code module} of its package.json. */
    private static String module(String name) {
        Properties pom = new Properties();
        try (InputStream in = resource("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties", name)) {
            pom.load(in);
            String folder = "webjars/" + name + "/" + pom.getProperty("version") + "/";
            try (InputStream said = resource("/META-INF/resources/" + folder + "package.json", name)) {
                return folder + new ObjectMapper().readTree(said).path("module").asText();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path, String name) {
        InputStream in = StaticFiles.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("A script imports " + name + ", but " + path
                    + " is not on the class path: add its web jar to pom.xml");
        }
        return in;
    }
}
