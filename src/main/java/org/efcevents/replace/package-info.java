/** Finding a word in the texts of the archive, and putting another in its place where an editor says so. */
package org.efcevents.replace;
