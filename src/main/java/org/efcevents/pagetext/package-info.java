/**
 * The text of old pages as a reader sees it: {@link org.efcevents.pagetext.PageText} in blocks, whatever markup it had, and {@link
 * org.efcevents.pagetext.Entry}, what a page says of one event. A {@link org.efcevents.pagetext.Finding} is something that was read of it, with the
 * passages that it came from and how sure it is.
 */
package org.efcevents.pagetext;
