/** The files of modules as Magnolia sees them, and the modules' descriptors. */
package org.definitioncheck.resource;
