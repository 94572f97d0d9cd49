/** The files of modules as Magnolia sees them: folders of light modules over the content of jars. */
package org.definitioncheck.resource;
