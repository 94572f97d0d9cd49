package org.definitioncheck.definition;

import org.definitioncheck.resource.Resource;

/**
 * A file that is laid over a definition, or over a module's configuration.
 *
 * @param file where it is
 * @param module the module whose folder it lies in
 * @param into where in the definition it belongs, such as {@code /form/properties}; {@code /} is the definition itself
 */
record DefinitionDecorator(Resource file, String module, String into) {}
