/** The content of an archive node for node: as lines in a package, in a repository, as bootstrap files of Magnolia's. */
package org.efccommand.content;
