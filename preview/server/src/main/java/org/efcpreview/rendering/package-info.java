/**
 * Renders page nodes with the module's own FreeMarker templates, as Magnolia CE 6.2.45 does.
 *
 * <p>What a template is given, what of it is escaped and how a value prints follows Magnolia's rendering, templating and
 * freemarker-support modules; where a rule is not obvious, the class of Magnolia that it was read from is named beside it.
 * What Magnolia offers and this server does not is an error that names the template and the line.
 */
package org.efcpreview.rendering;
