/** A site's pages as files that open without a server, and what its channels give. */
package org.efccommand.crawl;
