/**
 * The preview server's content: Jackrabbit repositories on disk that hold what Magnolia's hold, in which every session
 * sees what the roles of its user let it see, and which are filled from bootstrap files and by publication.
 */
package org.efcpreview.repository;
