/**
 * Renders page nodes with the module's own FreeMarker templates, as the modules rendering and freemarker-support of Magnolia
 * CE 6.2.45 do. What Magnolia offers and this server does not is an error that names the template and the line.
 */
package org.efcpreview.rendering;
