package org.definitioncheck.bootstrap;

import static org.definitioncheck.problem.Severity.SEVERE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;

/**
 * Whether the node types that definitions and bootstrap files name are in the file of node types that declares their prefix. One
 * that is cut short between two types is whole to the eye of a repository.
 */
public final class NodeTypeNames {

    private static final Pattern PREFIX = Pattern.compile("<\\s*'?(?!mgnl\\b|jcr\\b|nt\\b|mix\\b)([\\w-]+)'?\\s*=");
    private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*\\[\\s*'?([\\w-]+:[\\w-]+)");
    private static final Pattern NAMED =
            Pattern.compile("(?m)^\\s*(?:- )?['\"]?\\w*(?:nodeType|primaryType)['\"]?:\\s*['\"]?(([\\w-]+):[\\w-]+)");

    private NodeTypeNames() {}

    /** Takes down each type that is not defined, once, at the file that ought to. */
    public static void check(Resources resources, Problems problems) {
        Map<String, Resource> declared = new HashMap<>();
        Set<String> defined = new HashSet<>();
        resources.all().filter(file -> file.path().endsWith(".cnd")).forEach(file -> {
            String text = file.text();
            PREFIX.matcher(text).results().forEach(prefix -> declared.put(prefix.group(1), file));
            DEFINED.matcher(text).results().forEach(type -> defined.add(type.group(1)));
        });
        resources.all().filter(file -> file.path().endsWith(".yaml")).forEach(file -> {
            Matcher named = NAMED.matcher(declared.isEmpty() ? "" : file.text());
            while (named.find()) {
                Resource ought = declared.get(named.group(2));
                if (ought != null && defined.add(named.group(1))) {
                    problems.add(
                            Location.of(ought.path()),
                            SEVERE,
                            "does not define " + named.group(1) + ", which " + file.path() + " names; is it whole?");
                }
            }
        });
    }
}
