/** FreeMarker scripts as they stand: parsed and looked through, never run. */
package org.definitioncheck.script;
