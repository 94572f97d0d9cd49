package org.definitioncheck.script;

import static org.definitioncheck.problem.Severity.SILENT;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/** A FreeMarker script. */
public final class Script {

    /** Text in which nothing is called: FreeMarker's comments, and what it does not parse. */
    private static final Pattern COMMENT = Pattern.compile(
            "\\[#--.*?--]|<#--.*?-->|\\[#noparse].*?\\[/#noparse]|<#noparse>.*?</#noparse>", Pattern.DOTALL);

    /** Where expressions stand; a quoted text may hold what would end them. */
    private static final Pattern CODE = Pattern.compile(
            "\\$\\{(?:[^}\"']|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*}"
                    + "|\\[/?[#@](?:[^\\]\"'\\[]|\\[[^\\]]*]|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*]"
                    + "|</?[#@](?:[^>\"']|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*>",
            Pattern.DOTALL);

    /** Another script by its whole path; one that is put together, looked for, or may be missing is left out. */
    private static final Pattern INCLUDED =
            Pattern.compile("^.#(?:include|import)\\s+r?([\"'])([^\"'*$#]+)\\1(?!\\s*\\+)(?!.*ignore_missing)");

    private static final Configuration SYNTAX = new Configuration(Configuration.VERSION_2_3_28);

    static {
        SYNTAX.setTagSyntax(Configuration.AUTO_DETECT_TAG_SYNTAX);
    }

    private final Resource file;
    private final String text;

    /** @param file with the script; read now */
    public Script(Resource file) {
        this.file = file;
        this.text = file.text();
    }

    /** All scripts among the resources. */
    public static Stream<Script> all(Resources resources) {
        return resources.all().filter(file -> file.path().endsWith(".ftl")).map(Script::new);
    }

    /** A piece of a script that FreeMarker evaluates, such as {@code ${content.title}}, and where it begins. */
    public record Code(Location location, String text) {
        /** Where a part of it is, counted in characters from its beginning. */
        public Location at(int offset) {
            return new Location(location.file(), location.line() + lineOf(text, offset) - 1);
        }
    }

    /** The resource path. */
    public String path() {
        return file.path();
    }

    /** What keeps FreeMarker from reading it; empty if nothing does. */
    public Optional<Problem> syntaxError() {
        try {
            new Template(path().substring(1), text, SYNTAX);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of(new Problem(path(), e.getLineNumber(), SILENT, e.getEditorMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string cannot fail", e);
        }
    }

    /** Its directives and interpolations in order, without those in comments. */
    public List<Code> code() {
        // Blanks in place of comments, so that places stay.
        String spoken =
                COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
        return CODE.matcher(spoken)
                .results()
                .map(code -> new Code(new Location(path(), lineOf(spoken, code.start())), code.group()))
                .toList();
    }

    private static int lineOf(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    /** Looks for what FreeMarker cannot read, and for included and imported scripts that are not there. */
    public void check(Resources resources, Problems problems) {
        Optional<Problem> error = syntaxError();
        if (error.isPresent()) {
            Location place = new Location(path(), error.get().line());
            problems.add(
                    place, SILENT, "is no FreeMarker: " + error.get().what().replaceAll("\\s+", " "));
            return;
        }
        for (Code code : code()) {
            INCLUDED.matcher(code.text()).results().map(found -> found.group(2)).forEach(name -> {
                String folder = name.startsWith("/") ? "" : path().substring(0, path().lastIndexOf('/') + 1);
                String included = Path.of(folder + name).normalize().toString().replace('\\', '/');
                if (resources.find(included).isEmpty()) {
                    problems.add(
                            code.location(),
                            SILENT,
                            "includes " + included
                                    + ", which does not exist; a path begins with /module/, or where this script lies");
                }
            });
        }
    }
}
