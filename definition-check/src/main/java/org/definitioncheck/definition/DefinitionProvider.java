package org.definitioncheck.definition;

import org.definitioncheck.resource.Resource;
import org.definitioncheck.yaml.YamlNode.Mapping;

/**
 * A file that holds a definition, as written.
 *
 * @param type what it defines
 * @param id what others refer to it by
 * @param module the module whose folder it lies in
 * @param file where it is
 * @param name of the file, without extension
 * @param tag {@code !inherit:}, {@code !content-type:} or empty
 * @param argument what follows the tag
 * @param written what stands in it
 */
record DefinitionProvider(
        DefinitionType type,
        String id,
        String module,
        Resource file,
        String name,
        String tag,
        String argument,
        Mapping written) {

    static final String INHERIT = "!inherit:";
    static final String CONTENT_TYPE = "!content-type:";

    /** The definition in full. */
    Definition definition(BeanNode bean) {
        return new Definition(type, id, module, file.path(), bean.plainMap());
    }
}
