/** A preview's home as it lies on the disk: whether all that it stores is whole, and a copy of it. */
package org.efccommand.home;
