package org.efcpreview.rendering;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/**
 * Looks through all scripts before the server starts: those that FreeMarker cannot parse, and those that call template
 * functions or directives that the preview does not have. What a script makes up while it runs shows only then.
 */
public final class TemplateCheck {
    /** Text in which nothing is called: FreeMarker's comments, and what it does not parse. */
    private static final Pattern SILENT = Pattern.compile(
            "\\[#--.*?--]|<#--.*?-->|\\[#noparse].*?\\[/#noparse]|<#noparse>.*?</#noparse>", Pattern.DOTALL);

    /** Where expressions stand; a quoted text may hold what would end them. */
    private static final Pattern CODE = Pattern.compile(
            "\\$\\{(?:[^}\"']|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*}"
                    + "|\\[/?[#@](?:[^\\]\"'\\[]|\\[[^\\]]*]|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*]"
                    + "|</?[#@](?:[^>\"']|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')*>",
            Pattern.DOTALL);

    private final Configuration freemarker;
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Pattern call;

    /**
     * @param resources the modules' files
     * @param functions the modules' own template functions
     */
    public TemplateCheck(Resources resources, ContextAttributes functions) {
        freemarker = PageRenderer.configuration(resources);
        known.put("cmsfn", names(TemplatingFunctions.class));
        known.put("damfn", names(AssetFunctions.class));
        known.put("cms", CmsDirectives.NAMES);
        PageRenderer.MISSING_FUNCTIONS.keySet().forEach(name -> known.put(name, Set.of()));
        functions.objects().forEach((name, object) -> known.put(name, names(object.getClass())));
        call = Pattern.compile("(?<![\\w.$])(" + String.join("|", known.keySet()) + ")\\.(\\w+)");
    }

    /** What is wrong in the scripts of all modules, by file and line; empty if nothing is. */
    public List<Problem> problems(Resources resources) {
        List<Problem> problems = new ArrayList<>();
        resources.all().filter(resource -> resource.path().endsWith(".ftl")).forEach(script -> check(script, problems));
        return problems;
    }

    private void check(Resource script, List<Problem> problems) {
        String text = script.text();
        try {
            new Template(script.path().substring(1), null, new StringReader(text), freemarker);
        } catch (ParseException e) {
            problems.add(new Problem(script.path(), e.getLineNumber(), e.getEditorMessage()));
            return;
        } catch (IOException e) {
            throw new IllegalStateException("Reading from a string cannot fail", e);
        }
        Matcher code = CODE.matcher(blank(text));
        while (code.find()) {
            Matcher called = call.matcher(code.group());
            while (called.find()) {
                String functions = called.group(1);
                if (!known.get(functions).contains(called.group(2))) {
                    problems.add(new Problem(
                            script.path(),
                            lineOf(text, code.start() + called.start()),
                            "the preview server does not have " + called.group()
                                    + (PageRenderer.MISSING_FUNCTIONS.containsKey(functions)
                                            ? " (in Magnolia it comes with the module "
                                                    + PageRenderer.MISSING_FUNCTIONS.get(functions) + ")"
                                            : "; it has " + String.join(", ", known.get(functions)))));
                }
            }
        }
    }

    /** The text with what is silent replaced by spaces, so that places stay. */
    private static String blank(String text) {
        return SILENT.matcher(text).replaceAll(silent -> silent.group().replaceAll("[^\n]", " "));
    }

    private static int lineOf(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    /** The names that FreeMarker offers for an object: its public methods, and its properties without get and is. */
    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        Stream.of(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .forEach(name -> {
                    names.add(name);
                    Matcher getter = Pattern.compile("(?:get|is)([A-Z])(.*)").matcher(name);
                    if (getter.matches()) {
                        names.add(getter.group(1).toLowerCase(java.util.Locale.ROOT) + getter.group(2));
                    }
                });
        return names;
    }
}
