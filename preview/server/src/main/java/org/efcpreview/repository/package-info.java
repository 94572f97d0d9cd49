/**
 * The preview server's content: a Jackrabbit repository for each instance that holds what Magnolia's hold, in which every session
 * sees what the roles of its user let it see, and which are filled from bootstrap files and by publication. What was saved is on
 * the disk, and whatever is interrupted is afterwards done or not done: {@code docs/preview.md}.
 */
package org.efcpreview.repository;
