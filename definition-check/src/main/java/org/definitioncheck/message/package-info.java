/** Message bundles of modules, and the keys that Magnolia looks up in them for a definition. */
package org.definitioncheck.message;
