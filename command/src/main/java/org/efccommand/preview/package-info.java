/** The home of a preview that is not running: served for oneself, read, written. */
package org.efccommand.preview;
