/**
 * A page that was saved with its pictures and documents, packed together as a ZIP: {@link org.efcevents.savedpage.SavedPage} takes it to
 * pieces, however hostile it is, {@link org.efcevents.savedpage.PageFiles} tells which of its files an address on the page means, and {@link
 * org.efcevents.savedpage.FileKind} what a file is. Nothing is fetched, and nothing is written to a disk.
 */
package org.efcevents.savedpage;
