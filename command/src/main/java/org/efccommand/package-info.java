/** The command line: what it is called with, what it says while it works and how it ends. */
package org.efccommand;
