package org.definitioncheck.script;

import static org.definitioncheck.problem.Severity.SILENT;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
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

    /** A script imported under a name, {@code [#import "/module/x.ftl" as x]}. */
    private static final Pattern IMPORTED = Pattern.compile("^.#import\\s+r?([\"'])([^\"'*$#]+)\\1\\s+as\\s+(\\w+)");

    /** A macro of such a script, {@code [@x.name …]}. */
    private static final Pattern CALLED = Pattern.compile("^.@(\\w+)\\.(\\w+)");

    private static final Pattern DEFINED =
            Pattern.compile("^.#(?:macro|function|assign|global)\\s+[\"']?([\\w-]+)|^.#import\\s.*\\sas\\s+(\\w+)");

    /** A tag, or what is left of a script's first one, without which it is another script: texts are no more escaped. */
    private static final Pattern SQUARE = Pattern.compile("\\[/?[#@][a-zA-Z]"),
            ANGLE = Pattern.compile("</?[#@][a-zA-Z]");

    private static final Pattern FIRST_TAG = Pattern.compile("#ftl\\b");

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
            boolean square = new Template(path().substring(1), text, SYNTAX).getActualTagSyntax()
                    == Configuration.SQUARE_BRACKET_TAG_SYNTAX;
            String spoken = spoken();
            String printed = CODE.matcher(spoken)
                    .replaceAll(code -> code.group().startsWith(square ? "<" : "[")
                            ? Matcher.quoteReplacement(code.group())
                            : code.group().replaceAll("[^\n]", " "));
            if (!text.endsWith("\n") && printed.lastIndexOf('<') > printed.lastIndexOf('>')) {
                return Optional.of(new Problem(
                        path(), lineOf(text, text.length()), SILENT, "ends within an element; is the file whole?"));
            }
            return Stream.of(FIRST_TAG, square ? ANGLE : SQUARE)
                    .map(tag -> tag.matcher(printed))
                    .filter(Matcher::find)
                    .map(tag -> new Problem(
                            path(),
                            lineOf(printed, tag.start()),
                            SILENT,
                            "'" + tag.group() + "' is text here, since FreeMarker takes the first tag for another"))
                    .findFirst();
        } catch (ParseException e) {
            return Optional.of(new Problem(path(), e.getLineNumber(), SILENT, e.getEditorMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string cannot fail", e);
        }
    }

    /** Its directives and interpolations in order, without those in comments. */
    public List<Code> code() {
        String spoken = spoken();
        return CODE.matcher(spoken)
                .results()
                .map(code -> new Code(new Location(path(), lineOf(spoken, code.start())), code.group()))
                .toList();
    }

    /** The script with blanks in place of comments, so that places stay. */
    private String spoken() {
        return COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", " "));
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
        Map<String, Script> imported = new HashMap<>();
        for (Code code : code()) {
            INCLUDED.matcher(code.text()).results().map(found -> found.group(2)).forEach(name -> {
                if (resources.find(absolute(name)).isEmpty()) {
                    problems.add(
                            code.location(),
                            SILENT,
                            "includes " + absolute(name)
                                    + ", which does not exist; a path begins with /module/, or where this script lies");
                }
            });
            Matcher named = IMPORTED.matcher(code.text());
            if (named.find()) {
                resources
                        .find(absolute(named.group(2)))
                        .ifPresent(file -> imported.put(named.group(3), new Script(file)));
            }
            Matcher called = CALLED.matcher(code.text());
            Script holder = called.find() ? imported.get(called.group(1)) : null;
            if (holder != null && !holder.defines(called.group(2))) {
                problems.add(
                        code.location(),
                        SILENT,
                        "calls " + called.group(2) + ", which " + holder.path()
                                + " does not define; is that file whole?");
            }
        }
    }

    private String absolute(String name) {
        String folder = name.startsWith("/") ? "" : path().substring(0, path().lastIndexOf('/') + 1);
        return Path.of(folder + name).normalize().toString().replace('\\', '/');
    }

    /** Whether a name is defined for those that import this script, or may be, by one that this includes. */
    private boolean defines(String name) {
        return code().stream()
                .map(Code::text)
                .anyMatch(code -> code.startsWith("#include", 1)
                        || DEFINED.matcher(code)
                                .results()
                                .anyMatch(found -> name.equals(found.group(1)) || name.equals(found.group(2))));
    }
}
