/** The whole archive: what of it is in a package, and how it comes in and out. */
package org.efccommand.archive;
