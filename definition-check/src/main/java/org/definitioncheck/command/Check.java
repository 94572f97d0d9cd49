package org.definitioncheck.command;

import static org.definitioncheck.problem.Severity.SILENT;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.definitioncheck.bootstrap.BootstrapFiles;
import org.definitioncheck.bootstrap.NodeTypeNames;
import org.definitioncheck.classfile.ClassFile;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.TextCheck;
import org.definitioncheck.module.ModuleDescriptor;
import org.definitioncheck.module.Modules;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problem;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.definitioncheck.script.Script;

/**
 * What there is to say of modules without running them.
 *
 * @param modules their names, those that others depend on first
 * @param problems what is wrong, by file and line
 */
record Check(List<String> modules, List<Problem> problems) {

    private static final Pattern TEXT = Pattern.compile("/.+\\.(?:yaml|ftl)|/[^/]+/i18n/.+\\.properties");

    /**
     * Checks all that can be checked.
     *
     * @param resources the modules' files
     * @param code classes and sources of Java that are not among them
     */
    static Check of(Resources resources, Resources code, MagnoliaFacts magnolia) {
        Problems problems = new Problems();
        List<ClassFile> classFiles = Stream.of(resources, code)
                .flatMap(files -> ClassFile.all(files).stream())
                .toList();
        MagnoliaFacts facts = magnolia.with(classFiles);
        resources.all().filter(file -> TEXT.matcher(file.path()).matches()).forEach(file -> encoding(file, problems));
        Modules modules = Modules.read(resources, facts.modules(), problems);
        Definitions definitions = Definitions.read(resources, modules, facts, problems);
        BootstrapFiles.check(resources, problems);
        NodeTypeNames.check(resources, problems);
        Script.all(resources).forEach(script -> script.check(resources, problems));
        Stream<String> sources =
                code.all().filter(file -> file.path().endsWith(".java")).map(Resource::text);
        Stream<String> texts = classFiles.stream().flatMap(file -> file.texts().stream());
        new TextCheck(resources, facts, problems).check(definitions, Stream.concat(sources, texts));
        return new Check(modules.inOrder().stream().map(ModuleDescriptor::name).toList(), problems.all());
    }

    private static void encoding(Resource file, Problems problems) {
        file.lineOfBadEncoding()
                .ifPresent(line -> problems.add(
                        new Location(file.path(), line),
                        SILENT,
                        "is not UTF-8, which Magnolia takes it for; save it in that encoding"));
    }
}
