package org.efcpreview.rendering;

import java.beans.BeanInfo;
import java.beans.FeatureDescriptor;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.script.Script;
import org.efcpreview.templating.AssetFunctions;
import org.efcpreview.templating.ContextAttributes;
import org.efcpreview.templating.TemplatingFunctions;

/**
 * Looks through all scripts before the server starts: those that FreeMarker cannot parse, and those that call template
 * functions or directives that the preview does not have. What a script makes up while it runs shows only then.
 */
public final class TemplateCheck {
    private final Map<String, Set<String>> known = new HashMap<>();
    private final Pattern call;

    /** @param functions the modules' own template functions */
    public TemplateCheck(ContextAttributes functions) {
        known.put("cmsfn", names(TemplatingFunctions.class));
        known.put("damfn", names(AssetFunctions.class));
        known.put("cms", CmsDirectives.names());
        PageRenderer.MISSING_FUNCTIONS.keySet().forEach(name -> known.put(name, Set.of()));
        functions.objects().forEach((name, object) -> known.put(name, names(object.getClass())));
        call = Pattern.compile("(?<![\\w.$])(" + String.join("|", known.keySet()) + ")\\.(\\w+)");
    }

    /** What is wrong in the scripts of all modules, by file and line; empty if nothing is. */
    public List<Problem> problems(Resources resources) {
        List<Problem> problems = new ArrayList<>();
        Script.all(resources).forEach(script -> check(script, problems));
        return problems;
    }

    private void check(Script script, List<Problem> problems) {
        Optional<Problem> error = script.syntaxError();
        if (error.isPresent()) {
            problems.add(error.get());
            return;
        }
        for (Script.Code code : script.code()) {
            call.matcher(code.text()).results().forEach(called -> {
                Set<String> has = known.get(called.group(1));
                String module = PageRenderer.MISSING_FUNCTIONS.get(called.group(1));
                if (!has.contains(called.group(2))) {
                    problems.add(new Problem(
                            script.path(),
                            code.at(called.start()).line(),
                            "the preview server does not have " + called.group()
                                    + (module == null
                                            ? "; it has " + String.join(", ", has)
                                            : " (in Magnolia it comes with the module " + module + ")")));
                }
            });
        }
    }

    /** The names that FreeMarker offers for an object: its methods, and its properties without get and is. */
    private static Set<String> names(Class<?> type) {
        try {
            BeanInfo bean = Introspector.getBeanInfo(type, Object.class);
            return Stream.of(bean.getMethodDescriptors(), bean.getPropertyDescriptors())
                    .flatMap(Stream::of)
                    .map(FeatureDescriptor::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }
}
