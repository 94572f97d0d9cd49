package org.definitioncheck.message;

import static org.definitioncheck.problem.Severity.SILENT;
import static org.definitioncheck.problem.Severity.UNCHECKED;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.script.Script;

/**
 * Whether what authors and visitors read has a text in each language that its module has texts in, and each text a reader.
 * Magnolia shows a key, or another language, for a text that is missing, and says nothing.
 */
public final class TextCheck {

    /** {@code i18n['key']}, {@code i18n.get('key')}; one that goes on behind the quotes is put together. */
    private static final Pattern IN_SCRIPT =
            Pattern.compile("\\bi18n(?:\\[\\s*|\\.get\\(\\s*)([\"'])([A-Za-z][\\w-]*(?:\\.[\\w-]+)+)\\1\\s*[\\]),]");

    /** What may be a key, or the beginning of keys if it ends in a dot. */
    private static final Pattern WORD = Pattern.compile("\\w[\\w-]*(?:\\.[\\w-]+)*\\.?");

    private static final Pattern MAY_NAME_KEYS =
            Pattern.compile("^/(?!META-INF/|mgnl-).*\\.(?:yaml|js|json|html|xml)$");

    private final Resources resources;
    private final MagnoliaFacts facts;
    private final Problems problems;
    private final List<BundleFile> bundles;
    private final Set<String> used = new HashSet<>();

    /** @param problems takes what is wrong in the files of texts, too */
    public TextCheck(Resources resources, MagnoliaFacts facts, Problems problems) {
        this.resources = resources;
        this.facts = facts;
        this.problems = problems;
        this.bundles = BundleFile.all(resources).toList();
    }

    /** @param code texts and sources of Java, which may name keys */
    public void check(Definitions definitions, Stream<String> code) {
        Map<BundleFile, List<BundleFile.Entry>> entries = new LinkedHashMap<>();
        bundles.forEach(file -> entries.put(file, file.check(problems)));
        Messages messages = Messages.of(entries);
        for (RequiredKey key : new KeyGenerator(facts).requiredKeys(definitions)) {
            used.addAll(key.candidates());
            missing(
                    definitions.location(key.definition(), key.path()),
                    key.definition().module(),
                    "'" + key.path() + "'",
                    key.candidates(),
                    language -> key.missingIn(messages, facts, language));
        }
        Script.all(resources).flatMap(script -> script.code().stream()).forEach(piece -> script(piece, messages));
        resources
                .all()
                .filter(file -> MAY_NAME_KEYS.matcher(file.path()).matches())
                .map(Resource::text)
                .forEach(this::words);
        code.forEach(this::words);
        if (!definitions.moduleConfig("admincentral").isEmpty()) {
            // The launcher's groups.
            used.add("app-launcher.");
        }
        entries.values().forEach(texts -> texts.forEach(this::unused));
    }

    private void script(Script.Code code, Messages messages) {
        words(code.text());
        Matcher key = IN_SCRIPT.matcher(code.text());
        while (key.find()) {
            String name = key.group(2);
            missing(
                    code.at(key.start()),
                    code.location().file().split("/")[1],
                    "i18n['" + name + "']",
                    List.of(name),
                    language -> !messages.bundle(language).containsKey(name)
                            && !facts.messageKeys(language.getLanguage()).contains(name));
        }
    }

    private void words(String text) {
        WORD.matcher(text).results().map(word -> word.group()).forEach(used::add);
    }

    private void missing(Location place, String module, String what, List<String> keys, Predicate<Locale> missing) {
        String languages =
                languages(module).filter(missing).map(Locale::toString).sorted().collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            String others = keys.size() == 1 ? "" : " (or " + String.join(", ", keys.subList(1, keys.size())) + ")";
            problems.add(
                    place,
                    SILENT,
                    what + " has no text in " + languages + "; give " + keys.get(0) + others
                            + " one in a file of i18n");
        }
    }

    /** Those that the module has texts in; what a lookup ends in for a module without texts. */
    private Stream<Locale> languages(String module) {
        Set<Locale> languages = new HashSet<>();
        bundles.stream().filter(file -> file.module().equals(module)).forEach(file -> languages.add(file.locale()));
        // What a language of a country lacks, its language has.
        return languages.isEmpty()
                ? Stream.of(Messages.FALLBACK)
                : languages.stream().filter(locale -> locale.getCountry().isEmpty());
    }

    private void unused(BundleFile.Entry entry) {
        String key = entry.key();
        boolean used = !WORD.matcher(key).matches()
                || this.used.contains(key)
                || facts.messageKeys("en").contains(key);
        for (int end = 1; end < key.length() && !used; end++) {
            used = ".-_".indexOf(key.charAt(end - 1)) >= 0 && this.used.contains(key.substring(0, end));
        }
        if (!used) {
            problems.add(
                    entry.location(),
                    UNCHECKED,
                    "nothing here uses the text '" + key + "'; delete it, unless Java or another module reads it");
        }
    }
}
