package org.definitioncheck.script;

import static org.definitioncheck.problem.Severity.UNCHECKED;

import java.beans.BeanInfo;
import java.beans.FeatureDescriptor;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.problem.Problems;

/**
 * The objects whose functions scripts call, such as {@code cmsfn}, and what they can do. What a script makes up while it runs shows
 * only then.
 */
public final class Functions {

    private final Map<String, Set<String>> known = new HashMap<>();
    private final Map<String, String> missing = new HashMap<>();

    /** An object with functions of these names. */
    public Functions with(String object, Set<String> names) {
        known.put(object, names);
        return this;
    }

    /** An object that is not there at all, so that none of its functions is. @param why to be said of each */
    public Functions without(String object, String why) {
        missing.put(object, why);
        return with(object, Set.of());
    }

    /** An object of this class, with the names that FreeMarker offers: its methods, and its properties without get and is. */
    public Functions withMethods(String object, Class<?> type) {
        try {
            BeanInfo bean = Introspector.getBeanInfo(type, Object.class);
            return with(
                    object,
                    Stream.of(bean.getMethodDescriptors(), bean.getPropertyDescriptors())
                            .flatMap(Stream::of)
                            .map(FeatureDescriptor::getName)
                            .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes down each call of a function that is not there. */
    public void check(Script script, Problems problems) {
        Pattern call = Pattern.compile("(?<![\\w.$])(" + String.join("|", known.keySet()) + ")\\.(\\w+)");
        for (Script.Code code : script.code()) {
            call.matcher(code.text()).results().forEach(called -> {
                Set<String> has = known.get(called.group(1));
                if (!has.contains(called.group(2))) {
                    problems.add(
                            code.at(called.start()),
                            UNCHECKED,
                            "the preview server does not have " + called.group()
                                    + missing.getOrDefault(called.group(1), "; it has " + String.join(", ", has)));
                }
            });
        }
    }
}
